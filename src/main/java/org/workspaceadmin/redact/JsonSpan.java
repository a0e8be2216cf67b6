package org.workspaceadmin.redact;

/** Finds where a JSON value ends, also in text that was cut short. */
final class JsonSpan {
    private JsonSpan() {}

    /**
     * The end of the value that begins at a position.
     *
     * @param text JSON, possibly escaped inside another string
     * @param start first character of the value
     * @param slashes how many backslashes stand before each quote at this level
     * @return position after the value; the length of the text when it has no end
     */
    static int end(String text, int start, int slashes) {
        if (quoteAt(text, start, slashes)) {
            return stringEnd(text, start, slashes);
        }
        char first = text.charAt(start);
        if (first == '[' || first == '{') {
            return nestEnd(text, start, slashes);
        }
        int i = start;
        while (i < text.length() && ",}]\r\n\t \\".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int stringEnd(String text, int start, int slashes) {
        for (int i = start + slashes + 1; i < text.length(); i++) {
            if (closes(text, i, slashes)) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int nestEnd(String text, int start, int slashes) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quoteAt(text, i, slashes)) {
                i = stringEnd(text, i, slashes);
                continue;
            }
            if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
            i++;
        }
        return text.length();
    }

    private static boolean quoteAt(String text, int at, int slashes) {
        for (int i = 0; i < slashes; i++) {
            if (at + i >= text.length() || text.charAt(at + i) != '\\') {
                return false;
            }
        }
        return at + slashes < text.length() && text.charAt(at + slashes) == '"';
    }

    /** Whether the character at i is the quote that ends a string of this level. */
    private static boolean closes(String text, int i, int slashes) {
        if (text.charAt(i) != '"') {
            return false;
        }
        int before = 0;
        while (i - 1 - before >= 0 && text.charAt(i - 1 - before) == '\\') {
            before++;
        }
        if (slashes == 0) {
            return before % 2 == 0;
        }
        // Inside an escaped string a content quote carries more backslashes than a closing one, and
        // backslashes of the content come in multiples of the level's escape.
        return before % (2 * (slashes + 1)) == slashes;
    }
}
