package org.workspaceadmin.i18n;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one language. Every text is a {@link MessageFormat} pattern, with arguments or
 * without, so an apostrophe in a text is always the typographic one (a test holds that). Plurals
 * are written with the {@code choice} format inside the pattern. Thread-safe.
 */
public final class Messages {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String BUNDLE = "org.workspaceadmin.i18n.messages";
    private static final Map<Language, Messages> LOADED = new ConcurrentHashMap<>();

    /** A missing text stops a test and is shown as its key to a user. */
    private static final boolean STRICT = Messages.class.desiredAssertionStatus();

    private final Language language;
    private final ResourceBundle bundle;
    private final Map<String, String> plain = new ConcurrentHashMap<>();
    private final DateTimeFormatter exact;
    private final DateTimeFormatter clock;

    private Messages(Language language) {
        this.language = language;
        bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), EXACT);
        Locale locale = language.locale();
        exact = DateTimeFormatter.ofPattern(bundle.getString("time.pattern.exact"), locale);
        clock = DateTimeFormatter.ofPattern(bundle.getString("time.pattern.clock"), locale);
    }

    /**
     * The texts of a language, loaded once.
     *
     * @param language which
     * @return its texts
     */
    public static Messages of(Language language) {
        return LOADED.computeIfAbsent(language, Messages::new);
    }

    /** Which language this is. */
    public Language language() {
        return language;
    }

    /** Whether a text exists, for keys made of a service's code. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * A text.
     *
     * @param key its key
     * @param arguments numbers and words for its places; numbers are grouped as the language does
     * @return the text; the key itself when there is none
     * @throws MissingResourceException when there is none and assertions are on
     */
    public String text(String key, Object... arguments) {
        if (arguments.length == 0) {
            String known = plain.get(key);
            if (known != null) {
                return known;
            }
        }
        if (!bundle.containsKey(key)) {
            if (STRICT) {
                throw new MissingResourceException("no text for " + key, BUNDLE, key);
            }
            return key;
        }
        String text = new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
        if (arguments.length == 0) {
            plain.put(key, text);
        }
        return text;
    }

    /** A number, grouped as the language does. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /**
     * How long ago, in words: {@code just now}, {@code 14 s ago}, {@code 3 min ago}.
     *
     * @param elapsed since then; negative counts as zero, since two clocks may differ a little
     */
    public String ago(Duration elapsed) {
        if (elapsed.toSeconds() < 2) {
            return text("time.now");
        }
        return text("time.ago", duration(elapsed));
    }

    /**
     * A length of time in one unit: {@code 14 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}.
     *
     * @param length zero or more; negative counts as zero
     */
    public String duration(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return text("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return text("time.minutes", seconds / 60);
        }
        if (seconds < 48 * 3600) {
            return text("time.hours", seconds / 3600);
        }
        return text("time.days", seconds / 86400);
    }

    /**
     * A length of time in its two largest units: {@code 14 s}, {@code 8 min 12 s}, {@code 2 h 5
     * min}, {@code 3 d 4 h}.
     *
     * @param length its sign does not count
     */
    public String span(Duration length) {
        long seconds = length.abs().toSeconds();
        if (seconds < 60) {
            return text("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return both("time.minutes", seconds / 60, "time.seconds", seconds % 60);
        }
        return seconds < 86_400
                ? both("time.hours", seconds / 3600, "time.minutes", seconds % 3600 / 60)
                : both("time.days", seconds / 86_400, "time.hours", seconds % 86_400 / 3600);
    }

    private String both(String unit, long count, String smaller, long rest) {
        String first = text(unit, count);
        return rest == 0 ? first : first + " " + text(smaller, rest);
    }

    /**
     * Date and time to the second with the zone named, for tooltips and copies.
     *
     * @param when the instant
     * @param zone the reader's zone
     */
    public String exact(Instant when, ZoneId zone) {
        return exact.format(when.atZone(zone));
    }

    /**
     * Time of day without date, for what happened today.
     *
     * @param when the instant
     * @param zone the reader's zone
     */
    public String clock(Instant when, ZoneId zone) {
        return clock.format(when.atZone(zone));
    }
}
