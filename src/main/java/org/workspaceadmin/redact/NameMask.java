package org.workspaceadmin.redact;

import org.workspaceadmin.redact.SecretNames.Kind;

/**
 * Masks what stands behind a telling name, in one pass: JSON fields (also of JSON that is itself
 * escaped inside a string), headers, assignments, command-line options, passwords in addresses and
 * private keys.
 */
final class NameMask {
    private static final String KEY_BEGIN = "-----BEGIN ";
    private static final String KEY = "PRIVATE KEY-----";
    private static final String KEY_END = "-----END ";
    private static final String VALUE_ENDS = "&,;\"'{}[]\\";

    private final String text;
    private final boolean jsonOnly;
    private final StringBuilder out;
    private int kept;

    private NameMask(String text, boolean jsonOnly) {
        this.text = text;
        this.jsonOnly = jsonOnly;
        out = new StringBuilder(text.length() + 16);
    }

    /** Masks free text with whatever in it. */
    static String text(String text) {
        return new NameMask(text, false).run();
    }

    /** Masks JSON fields only, so that JSON stays what it was where it holds no secret. */
    static String json(String text) {
        return new NameMask(text, true).run();
    }

    private String run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (letter(c)) {
                int end = i + 1;
                while (end < text.length() && namePart(text.charAt(end))) {
                    end++;
                }
                Kind kind = SecretNames.kind(text, i, end);
                i = kind == Kind.NONE ? end : Math.max(end, named(kind, i, end));
            } else if (!jsonOnly && c == ':' && text.startsWith("://", i)) {
                i = address(i + 3);
            } else if (!jsonOnly && c == '-' && text.startsWith(KEY_BEGIN, i)) {
                i = key(i);
            } else {
                i++;
            }
        }
        return kept == 0 ? text : out.append(text, kept, text.length()).toString();
    }

    /** Masks behind a name and says where to go on. */
    private int named(Kind kind, int from, int to) {
        int slashes = slashes(to);
        boolean quoted = at(to + slashes) == '"' && from > slashes && quoteBefore(from, slashes);
        if (quoted) {
            int colon = blanks(to + slashes + 1, true);
            int value = blanks(colon + 1, true);
            if (at(colon) == ':' && value < text.length()) {
                return field(text.substring(from, to), slashes, value);
            }
        }
        if (jsonOnly) {
            return to;
        }
        if (from >= 2 && text.startsWith("--", from - 2) && at(to) == ' ') {
            return value(to + 1);
        }
        int mark = to + slashes;
        mark = at(mark) == '"' || at(mark) == '\'' ? mark + 1 : to;
        mark = blanks(mark, false);
        if (at(mark) != ':' && at(mark) != '=') {
            return to;
        }
        return kind == Kind.HEADER ? header(mark + 1) : value(blanks(mark + 1, false));
    }

    private int field(String name, int slashes, int value) {
        boolean object = at(value) == '{';
        if (object && SecretNames.describes(name)) {
            return value;
        }
        int end = JsonSpan.end(text, value, slashes);
        String literal = text.substring(value, Math.min(end, value + 5));
        if (literal.equals("true") || literal.equals("false") || literal.equals("null")) {
            return end;
        }
        String quote = "\\".repeat(slashes) + '"';
        return replace(value, end, quote + Redactor.MASK + quote);
    }

    private int header(int from) {
        int begin = from;
        while (begin < text.length() && " \t[\"'\\".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && "\r\n\"'".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return mask(begin, end);
    }

    private int value(int from) {
        int slashes = slashes(from);
        char quote = at(from + slashes);
        if (quote == '"' || quote == '\'') {
            int begin = from + slashes + 1;
            int end = begin;
            while (end < text.length()
                    && !(text.charAt(end) == quote && slashesBefore(end) == slashes)) {
                end++;
            }
            return mask(begin, Math.max(begin, end - (end < text.length() ? slashes : 0)));
        }
        int end = from;
        while (end < text.length()
                && text.charAt(end) > ' '
                && VALUE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return mask(from, end);
    }

    /** The password of {@code user:password@host}. */
    private int address(int from) {
        int colon = -1;
        int ending = -1;
        int i = from;
        while (i < text.length() && text.charAt(i) > ' ' && "/\"'<>".indexOf(text.charAt(i)) < 0) {
            if (text.charAt(i) == ':' && colon < 0) {
                colon = i;
            } else if (text.charAt(i) == '@') {
                ending = i;
            }
            i++;
        }
        return colon >= 0 && ending > colon + 1 ? mask(colon + 1, ending) : from;
    }

    private int key(int from) {
        int begin = text.indexOf(KEY, from);
        int line = text.indexOf('\n', from);
        if (begin < 0 || begin > from + 40 || (line >= 0 && line < begin)) {
            return from + 1;
        }
        int body = begin + KEY.length();
        int end = text.indexOf(KEY_END, body);
        return mask(body, end < 0 ? text.length() : end);
    }

    private int mask(int from, int to) {
        return replace(from, to, Redactor.MASK);
    }

    private int replace(int from, int to, String with) {
        if (to > from) {
            out.append(text, kept, from).append(with);
            kept = to;
        }
        return to;
    }

    private boolean quoteBefore(int from, int slashes) {
        return text.charAt(from - 1) == '"' && slashesBefore(from - 1) >= slashes;
    }

    private int slashesBefore(int at) {
        int n = 0;
        while (at - 1 - n >= 0 && text.charAt(at - 1 - n) == '\\') {
            n++;
        }
        return n;
    }

    private int slashes(int at) {
        int n = 0;
        while (at(at + n) == '\\') {
            n++;
        }
        return n;
    }

    private int blanks(int from, boolean lines) {
        int i = from;
        while (at(i) == ' ' || at(i) == '\t' || (lines && (at(i) == '\n' || at(i) == '\r'))) {
            i++;
        }
        return i;
    }

    private char at(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean namePart(char c) {
        return letter(c) || c == '-' || (c >= '0' && c <= '9');
    }
}
