package org.workspaceadmin.rules.domain;

/** Dotted IPv4 addresses, the only kind the service takes. */
final class Addresses {
    /** {@code 255.255.255.255}. */
    private static final int LONGEST = 15;

    private Addresses() {}

    /**
     * Whether a text is four numbers of 0-255. A number with a leading zero is none: some programs
     * read it as octal.
     */
    static boolean isAddress(CharSequence text) {
        return value(text) >= 0;
    }

    /**
     * The address as a number.
     *
     * @return 0 to 2^32-1, -1 for anything else
     */
    static long value(CharSequence text) {
        if (text.length() > LONGEST) {
            return -1;
        }
        long value = 0;
        int parts = 0;
        int at = 0;
        while (at < text.length()) {
            int begin = at;
            int part = 0;
            while (at < text.length() && Characters.digit(text.charAt(at))) {
                part = part * 10 + (text.charAt(at) - '0');
                at++;
            }
            int digits = at - begin;
            if (digits == 0
                    || digits > 3
                    || part > 255
                    || (digits > 1 && text.charAt(begin) == '0')) {
                return -1;
            }
            value = (value << 8) | part;
            parts++;
            if (at < text.length()) {
                if (text.charAt(at) != '.' || parts == 4 || at == text.length() - 1) {
                    return -1;
                }
                at++;
            }
        }
        return parts == 4 ? value : -1;
    }
}
