package org.workspaceadmin.redact;

/**
 * A text as it reads after decoding, with the place each character came from. Secrets are looked
 * for in several views of one text, so that it does not matter which characters an encoder chose to
 * escape, or how often.
 */
final class View {
    private static final int UTF8_MOST = 4;

    private final CharSequence characters;
    private final int[] from;
    private final short[] width;

    private View(CharSequence characters, int[] from, short[] width) {
        this.characters = characters;
        this.from = from;
        this.width = width;
    }

    /** The text as it is. */
    static View plain(String text) {
        return new View(text, new int[0], new short[0]);
    }

    int length() {
        return characters.length();
    }

    /** What it reads. */
    String text() {
        return characters.toString();
    }

    char charAt(int i) {
        return characters.charAt(i);
    }

    /** Where in the original text a character of this view begins. */
    int start(int i) {
        return from.length == 0 ? i : from[i];
    }

    /** Where in the original text a character of this view ends, exclusive. */
    int end(int i) {
        return from.length == 0 ? i + 1 : from[i] + width[i];
    }

    /** A part of what it reads. */
    String text(int first, int end) {
        return characters.subSequence(first, end).toString();
    }

    /** With every letter in lower case, each in its place. */
    View lowerCase() {
        StringBuilder lower = new StringBuilder(length());
        for (int i = 0; i < length(); i++) {
            lower.append(Character.toLowerCase(charAt(i)));
        }
        return new View(lower, from, width);
    }

    /** With the escapes of JSON strings resolved, wherever they stand. */
    View unescaped() {
        Decoding out = new Decoding(length());
        int i = 0;
        while (i < length()) {
            char c = charAt(i);
            int used = 1;
            if (c == '\\' && i + 1 < length()) {
                char kind = charAt(i + 1);
                int plain = "\"\\/bfnrt".indexOf(kind);
                if (plain >= 0) {
                    c = "\"\\/\b\f\n\r\t".charAt(plain);
                    used = 2;
                } else if (kind == 'u') {
                    int code = hex(i + 2, 4);
                    if (code >= 0) {
                        c = (char) code;
                        used = 6;
                    }
                }
            }
            out.add(c, start(i), end(i + used - 1));
            i += used;
        }
        return out.view();
    }

    /**
     * With percent codes resolved as UTF-8.
     *
     * @param form whether a plus stands for a blank, as in forms
     */
    View unquoted(boolean form) {
        Decoding out = new Decoding(length());
        int i = 0;
        while (i < length()) {
            char c = charAt(i);
            int units = c == '%' ? codes(i) : 0;
            if (units > 0) {
                int end = end(i + 3 * units - 1);
                for (char decoded : Character.toChars(codePoint(i, units))) {
                    out.add(decoded, start(i), end);
                }
                i += 3 * units;
            } else {
                out.add(form && c == '+' ? ' ' : c, start(i), end(i));
                i++;
            }
        }
        return out.view();
    }

    /** Without any white space: a value that was wrapped and indented is whole again. */
    View squeezed() {
        Decoding out = new Decoding(length());
        for (int i = 0; i < length(); i++) {
            char c = charAt(i);
            if (c > ' ') {
                out.add(c, start(i), end(i));
            }
        }
        return out.view();
    }

    boolean contains(char c) {
        for (int i = 0; i < length(); i++) {
            if (charAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    /** How many percent codes at i make one character, 0 when they make none. */
    private int codes(int i) {
        int lead = hex(i + 1, 2);
        if (lead < 0) {
            return 0;
        }
        if (lead < 0x80) {
            return 1;
        }
        int wanted = lead >= 0xf0 ? UTF8_MOST : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
        for (int k = 1; k < wanted; k++) {
            int at = i + 3 * k;
            if (at >= length() || charAt(at) != '%' || (hex(at + 1, 2) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return wanted == UTF8_MOST && lead > 0xf4 ? 0 : wanted;
    }

    private int codePoint(int i, int units) {
        int lead = hex(i + 1, 2);
        if (units == 1) {
            return lead;
        }
        int point = lead & (0x3f >> (units - 1));
        for (int k = 1; k < units; k++) {
            point = (point << 6) | (hex(i + 3 * k + 1, 2) & 0x3f);
        }
        return Math.min(point, Character.MAX_CODE_POINT);
    }

    /** The number that hexadecimal digits make, negative when they are none. */
    private int hex(int i, int digits) {
        if (i + digits > length()) {
            return -1;
        }
        int value = 0;
        for (int k = 0; k < digits; k++) {
            int digit = Character.digit(charAt(i + k), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static final class Decoding {
        private final StringBuilder characters;
        private final int[] from;
        private final short[] width;

        /** No decoding makes a text longer. */
        Decoding(int most) {
            characters = new StringBuilder(most);
            from = new int[most];
            width = new short[most];
        }

        void add(char c, int start, int end) {
            int at = characters.length();
            characters.append(c);
            from[at] = start;
            width[at] = (short) Math.min(Short.MAX_VALUE, end - start);
        }

        View view() {
            // an empty view must not be taken for a plain one
            return characters.isEmpty()
                    ? new View("", new int[1], new short[1])
                    : new View(characters, from, width);
        }
    }
}
