package org.workspaceadmin.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text before it is logged, shown, stored or reported: by the name in front of
 * them (api/iam-and-signing.md section 8), and by value for every secret it was told to remember,
 * as it is, escaped for JSON, URL-encoded, in Base64, or broken over lines. The time it takes grows
 * with the length of the text, not with the number of secrets. Safe for use by many threads.
 */
public final class Redactor {
    /** What stands in place of a secret. */
    public static final String MASK = "•••";

    /** Shorter values would take ordinary words out of a text, so they are masked by name only. */
    public static final int SHORTEST_VALUE = 4;

    private final Memory memory;
    private final String owner;

    /** Remembers nothing yet. */
    public Redactor() {
        this(new Memory(), "");
    }

    private Redactor(Memory memory, String owner) {
        this.memory = memory;
        this.owner = owner;
    }

    /**
     * The same redactor in somebody's name: it masks everything that this one does, and what it is
     * told to remember can be forgotten together.
     *
     * @param newOwner such as a connection's id
     */
    public Redactor under(String newOwner) {
        return new Redactor(memory, newOwner);
    }

    /**
     * From now on masks this value wherever it appears.
     *
     * @param secret a password, key or token; copied, the caller may wipe its array
     */
    public void remember(char[] secret) {
        if (secret.length >= SHORTEST_VALUE) {
            memory.add(owner, secret);
        }
    }

    /**
     * Forgets what was remembered in somebody's name, and wipes it; what others remember too stays.
     *
     * @param oldOwner as given to {@link #under}
     */
    public void forget(String oldOwner) {
        memory.remove(oldOwner);
    }

    /**
     * Masks free text, JSON, or free text with JSON in it.
     *
     * @param text anything
     * @return the text without secrets
     */
    public String text(String text) {
        return text.isEmpty() ? text : NameMask.text(values(text));
    }

    /**
     * Masks a JSON body, complete or cut short. JSON without a secret comes back as it was.
     *
     * @param json JSON text
     * @return the text without secrets
     */
    public String json(String json) {
        return json.isEmpty() ? json : NameMask.json(values(json));
    }

    /**
     * Masks one header.
     *
     * @param name header name
     * @param value its value
     * @return what may be shown of the value
     */
    public String header(String name, String value) {
        return named(name) ? MASK : values(value);
    }

    /**
     * Whether what stands behind a name is always a secret.
     *
     * @param name of a field, header, setting or variable, in any spelling
     */
    public static boolean named(String name) {
        return SecretNames.kind(name) != SecretNames.Kind.NONE;
    }

    /** Masks remembered values only, whatever stands around them. */
    public String values(String text) {
        return memory.needles().mask(text);
    }

    /** What masking a text costs, in look-ups. */
    long cost(String text) {
        return memory.needles().cost(text);
    }

    /** Who told us which secrets; the automaton that finds them is built when first needed. */
    private static final class Memory {
        private final Map<String, List<char[]>> secrets = new LinkedHashMap<>();
        private volatile @Nullable Needles needles = new Needles(List.of());

        synchronized void add(String owner, char[] secret) {
            List<char[]> known = secrets.computeIfAbsent(owner, o -> new ArrayList<>());
            if (known.stream().noneMatch(k -> Arrays.equals(k, secret))) {
                known.add(secret.clone());
                needles = null;
            }
        }

        synchronized void remove(String owner) {
            List<char[]> forgotten = secrets.remove(owner);
            if (forgotten != null) {
                forgotten.forEach(s -> Arrays.fill(s, '\0'));
                needles = null;
            }
        }

        Needles needles() {
            Needles ready = needles;
            return ready == null ? build() : ready;
        }

        private synchronized Needles build() {
            Needles ready = needles;
            if (ready == null) {
                ready = new Needles(secrets.values().stream().flatMap(List::stream).toList());
                needles = ready;
            }
            return ready;
        }
    }
}
