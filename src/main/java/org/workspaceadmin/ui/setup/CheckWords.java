package org.workspaceadmin.ui.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.SeenChain;
import org.workspaceadmin.directory.SignInResult.Way;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.Tone;

/** What a check found, in the words of a language. */
final class CheckWords {
    private static final String PREFIX = "directory.";

    /** Below this two clocks are called in step. */
    private static final long IN_STEP_SECONDS = 2;

    private final Messages messages;

    CheckWords(Messages messages) {
        this.messages = messages;
    }

    /** The name of a group. */
    String group(CheckGroup group) {
        return messages.text(PREFIX + "group." + group);
    }

    /** The name of a check. */
    String kind(CheckKind kind) {
        return messages.text(PREFIX + "kind." + kind);
    }

    /** A verdict, or a state of one that is not there yet, as a word. */
    String word(String verdict) {
        return messages.text(PREFIX + "verdict." + verdict);
    }

    /** What was found, in one short sentence. */
    String title(CheckResult result) {
        String title = part(result, "title");
        return title.isEmpty() ? result.code() : title;
    }

    /** What it means; empty when that is in the title. */
    String meaning(CheckResult result) {
        return part(result, "meaning").strip();
    }

    /** What to do about it; empty when nothing is. */
    String advice(CheckResult result) {
        return part(result, "advice");
    }

    /** How long it took, empty where nothing was done. */
    String took(Duration took) {
        if (took.isZero()) {
            return "";
        }
        return took.compareTo(Duration.ofSeconds(1)) < 0
                ? messages.text(PREFIX + "took", took.toMillis())
                : messages.duration(took);
    }

    /** What was seen, without certificates as a whole, which are told in words. */
    static List<Field> evidence(CheckResult result) {
        return result.evidence().stream()
                .filter(field -> !field.path().equals(SeenChain.PEM))
                .toList();
    }

    /** Shape and colour of a verdict. */
    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Tone.GOOD;
            case ATTENTION -> Tone.ATTENTION;
            case BAD -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case SKIPPED -> Tone.SKIPPED;
        };
    }

    /** The part of a distinguished name people know somebody by; all of it when it has none. */
    static String shortName(String name) {
        try {
            for (Rdn part : new LdapName(name).getRdns().reversed()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException e) {
            return name;
        }
        return name;
    }

    /** The key of a text, which all questions to DNS share where they end alike. */
    static List<String> keys(CheckKind kind, String code, String part) {
        String own = PREFIX + kind + "." + code + "." + part;
        return kind.name().startsWith("DNS_")
                ? List.of(own, PREFIX + "DNS." + code + "." + part)
                : List.of(own);
    }

    private String part(CheckResult result, String part) {
        return keys(result.check(), result.code(), part).stream()
                .filter(messages::has)
                .findFirst()
                .map(key -> messages.text(key, arguments(result)))
                .orElse("");
    }

    private Object[] arguments(CheckResult result) {
        List<String> raw = result.arguments();
        List<String> words = new ArrayList<>(raw);
        for (int i = 0; i < words.size(); i++) {
            String argument = raw.get(i);
            if (result.check() == CheckKind.CLOCK && argument.matches("-?\\d{1,18}")) {
                words.set(i, clock(Long.parseLong(argument)));
            } else if (result.check() == CheckKind.ACCOUNT && isWay(argument)) {
                words.set(i, messages.text(PREFIX + "way." + argument));
            } else if (result.check() == CheckKind.CERTIFICATE && i == 0) {
                words.set(i, shortName(argument));
            }
        }
        // A text may name more than its code tells.
        while (words.size() < 4) {
            words.add("");
        }
        return words.toArray();
    }

    private static boolean isWay(String argument) {
        return Arrays.stream(Way.values()).anyMatch(way -> way.name().equals(argument));
    }

    private String clock(long seconds) {
        if (Math.abs(seconds) < IN_STEP_SECONDS) {
            return messages.text(PREFIX + "clock.same");
        }
        return messages.text(
                PREFIX + (seconds > 0 ? "clock.ahead" : "clock.behind"),
                messages.span(Duration.ofSeconds(seconds)));
    }
}
