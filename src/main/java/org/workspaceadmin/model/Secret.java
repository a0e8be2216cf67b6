package org.workspaceadmin.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A password, secret key or token in memory. Its text is never part of a {@code toString}, equality
 * is by identity of content compared in constant time, and it can be wiped.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /**
     * Copies a secret.
     *
     * @param characters its characters; the caller may wipe its own array afterwards
     */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /**
     * Takes a secret that already is a text, such as a token out of an answer.
     *
     * @param text the secret
     */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** A copy of the characters, which the caller wipes after use. */
    public char[] reveal() {
        return characters.clone();
    }

    /** The secret as a text, for calls that take nothing else; keep it short-lived. */
    public String text() {
        return new String(characters);
    }

    /** Whether it holds nothing. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Overwrites the characters. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Secret secret) || secret.characters.length != characters.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < characters.length; i++) {
            difference |= characters[i] ^ secret.characters[i];
        }
        return difference == 0;
    }

    /** By length only, so that no part of the secret ends up in a hash. */
    @Override
    public int hashCode() {
        return characters.length;
    }

    /** Says only that there is a secret. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
