package org.workspaceadmin.rules.domain;

/**
 * Questions about texts. "Letters" and "digits" are ASCII everywhere (api/domain-rules.md, How to
 * apply them). Passwords are checked in place, so these take any sequence and copy none.
 */
final class Characters {
    private static final String SPECIAL = "~!@#$%^&*_-+=`|(){}[]:;\"'<>,.?/";

    private Characters() {}

    /** What a single character must be. */
    @FunctionalInterface
    interface Kind {
        boolean is(char c);
    }

    static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean letter(char c) {
        return upper(c) || lower(c);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean letterOrDigit(char c) {
        return letter(c) || digit(c);
    }

    /** One of the 31 special characters of a password; neither the backslash nor the blank is. */
    static boolean special(char c) {
        return c < 128 && SPECIAL.indexOf(c) >= 0;
    }

    static boolean all(CharSequence text, Kind kind) {
        for (int i = 0; i < text.length(); i++) {
            if (!kind.is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean any(CharSequence text, Kind kind) {
        for (int i = 0; i < text.length(); i++) {
            if (kind.is(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** How many characters lie between two places; a pair of surrogates is one. */
    static int count(CharSequence text, int begin, int end) {
        return Character.codePointCount(text, begin, end);
    }

    static boolean blank(CharSequence text) {
        return all(text, c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static int first(CharSequence text, char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    static int last(CharSequence text, char wanted) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the two are the same but for case. */
    static boolean same(CharSequence a, CharSequence b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (fold(a.charAt(i)) != fold(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one is the other written backwards, but for case. */
    static boolean reversed(CharSequence a, CharSequence b) {
        int length = a.length();
        if (length != b.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (fold(a.charAt(i)) != fold(b.charAt(length - 1 - i))) {
                return false;
            }
        }
        return true;
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
