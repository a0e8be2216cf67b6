package org.workspaceadmin.ui.desktops;

import java.util.Locale;

/** Keys under which plain comparison gives the order a person expects. */
final class SortKeys {
    private SortKeys() {}

    /**
     * A text's key: case is ignored and runs of digits compare as numbers, so that FIN-2 comes
     * before FIN-10.
     *
     * @param text any text
     * @return a key to compare with {@link String#compareTo}
     */
    static String natural(String text) {
        StringBuilder key = null;
        int length = text.length();
        for (int i = 0; i < length; ) {
            if (!digit(text.charAt(i))) {
                if (key != null) {
                    key.append(text.charAt(i));
                }
                i++;
                continue;
            }
            if (key == null) {
                key = new StringBuilder(length + 4).append(text, 0, i);
            }
            int end = i;
            while (end < length && digit(text.charAt(end))) {
                end++;
            }
            while (i < end - 1 && text.charAt(i) == '0') {
                i++;
            }
            // '0' plus the count of digits sorts longer numbers later and stays near the digits
            key.append((char) ('0' + Math.min(end - i, Short.MAX_VALUE))).append(text, i, end);
            i = end;
        }
        return (key == null ? text : key.toString()).toLowerCase(Locale.ROOT);
    }

    /**
     * An IPv4 address as a number, so that 10.0.0.9 comes before 10.0.0.10. What is none comes
     * last.
     *
     * @param address dotted address
     */
    static long address(String address) {
        long value = 0;
        int part = 0;
        int digits = 0;
        int dots = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (digit(c) && digits < 3) {
                part = part * 10 + c - '0';
                digits++;
            } else if (c == '.' && digits > 0) {
                value = value << 8 | part;
                dots++;
                part = 0;
                digits = 0;
            } else {
                return Long.MAX_VALUE;
            }
        }
        return dots == 3 && digits > 0 ? value << 8 | part : Long.MAX_VALUE;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
