package org.workspaceadmin.simulator.world;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Chance that is the same in every run: each value depends on the seed and on what is asked, never
 * on the order of the questions, so that side-by-side requests cannot change the world.
 */
public final class Dice {
    private static final HexFormat HEX = HexFormat.of();

    private final long seed;

    /**
     * Makes the dice of one world.
     *
     * @param seed the seed
     */
    public Dice(long seed) {
        this.seed = mix(seed ^ 0x9E3779B97F4A7C15L);
    }

    /**
     * A number that looks random.
     *
     * @param topic what is decided
     * @param index for which thing
     * @return any long value, the same for the same question
     */
    public long number(String topic, long index) {
        long state = seed;
        for (int i = 0; i < topic.length(); i++) {
            state = state * 31 + topic.charAt(i);
        }
        return mix(mix(state) + index * 0x9E3779B97F4A7C15L);
    }

    /**
     * A share of one.
     *
     * @param topic what is decided
     * @param index for which thing
     * @return at least 0 and below 1
     */
    public double share(String topic, long index) {
        return (number(topic, index) >>> 11) * 0x1.0p-53;
    }

    /**
     * A whole number below a bound.
     *
     * @param topic what is decided
     * @param index for which thing
     * @param bound above 0
     * @return at least 0 and below the bound
     */
    public int below(String topic, long index, int bound) {
        return (int) Math.floorMod(number(topic, index), (long) bound);
    }

    /**
     * One of several values.
     *
     * @param topic what is decided
     * @param index for which thing
     * @param values the choice
     * @param <T> their type
     * @return one of them
     */
    public <T> T pick(String topic, long index, List<T> values) {
        return values.get(below(topic, index, values.size()));
    }

    /**
     * An id in the form of a UUID.
     *
     * @param topic the kind of thing
     * @param index which one
     * @return 36 characters
     */
    public String uuid(String topic, long index) {
        long high = (number(topic, index) & ~0xF000L) | 0x4000L;
        long low = (mix(number(topic, index) ^ seed) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /**
     * An id of 32 hexadecimal digits, as projects and accounts have it.
     *
     * @param topic the kind of thing
     * @param index which one
     * @return 32 characters
     */
    public String hex(String topic, long index) {
        return HEX.toHexDigits(number(topic, index))
                + HEX.toHexDigits(mix(number(topic, index) ^ seed));
    }

    /**
     * A word of the given letters.
     *
     * @param topic what it is for
     * @param length how long
     * @param letters what it may be made of
     * @return the word
     */
    public String word(String topic, int length, String letters) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(below(topic, i, letters.length())));
        }
        return word.toString();
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
