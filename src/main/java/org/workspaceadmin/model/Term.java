package org.workspaceadmin.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A word of the service's vocabulary: the constant we know it by, and the word exactly as it was
 * sent. The service's enumerations are open sets (api/README.md, fact 9), so an unknown word keeps
 * its text and maps to the enumeration's {@code UNKNOWN} constant.
 *
 * @param known the constant, the enumeration's {@code UNKNOWN} when the word is not one of ours
 * @param word the word as sent, never null, possibly empty
 * @param <E> an enumeration with a constant named {@code UNKNOWN}
 */
public record Term<E extends Enum<E>>(E known, String word) {
    private static final Map<Class<?>, Map<String, Term<?>>> KNOWN = new ConcurrentHashMap<>();

    /** Both parts are required. */
    public Term {
        Objects.requireNonNull(known);
        Objects.requireNonNull(word);
    }

    /**
     * Reads a word, ignoring case and treating a hyphen like an underscore.
     *
     * @param type the enumeration, which must have a constant named {@code UNKNOWN}
     * @param word what the service sent
     * @return the shared term of a known word, else a new one around {@code UNKNOWN}
     */
    public static <E extends Enum<E>> Term<E> of(Class<E> type, String word) {
        Term<?> known = KNOWN.computeIfAbsent(type, t -> index(type)).get(key(word));
        if (known != null && known.word.equals(word)) {
            return cast(known);
        }
        E constant = known == null ? Enum.valueOf(type, "UNKNOWN") : type.cast(known.known);
        return new Term<>(constant, word);
    }

    /**
     * The term of a constant, spelled as the constant.
     *
     * @param constant one of ours
     * @return its shared term
     */
    public static <E extends Enum<E>> Term<E> of(E constant) {
        return of(constant.getDeclaringClass(), constant.name());
    }

    /**
     * Whether this is the given constant.
     *
     * @param constant one of the enumeration's constants
     * @return true when the word was understood as it
     */
    public boolean is(E constant) {
        return known == constant;
    }

    private static <E extends Enum<E>> Map<String, Term<?>> index(Class<E> type) {
        Map<String, Term<?>> index = new HashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(c -> index.put(key(c.name()), new Term<>(c, c.name())));
        return Collections.unmodifiableMap(index);
    }

    private static String key(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @SuppressWarnings("unchecked") // the index of a class holds terms of that class only
    private static <E extends Enum<E>> Term<E> cast(Term<?> term) {
        return (Term<E>) term;
    }
}
