package org.workspaceadmin.ui.common;

/**
 * Lays a JSON text out over lines for the eyes. Only white space between tokens is added, so what
 * is shown is what is sent.
 */
public final class JsonLayout {
    private static final String STEP = "  ";

    private JsonLayout() {}

    /**
     * Lays out.
     *
     * @param json a compact JSON text; anything else comes back readable, never damaged
     */
    public static String of(String json) {
        StringBuilder out = new StringBuilder(json.length() * 2);
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\' && i + 1 < json.length()) {
                    out.append(json.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    quoted = true;
                    out.append(c);
                }
                case '{', '[' -> {
                    out.append(c);
                    char closing = c == '{' ? '}' : ']';
                    int next = nextToken(json, i + 1);
                    if (next < json.length() && json.charAt(next) == closing) {
                        out.append(closing);
                        i = next;
                    } else {
                        line(out, ++depth);
                    }
                }
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    line(out, depth);
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    line(out, depth);
                }
                case ':' -> out.append(": ");
                case ' ', '\n', '\r', '\t' -> {
                    // white space between tokens is ours to set
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static int nextToken(String json, int from) {
        int i = from;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i;
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').append(STEP.repeat(depth));
    }
}
