package org.workspaceadmin.cloud;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as the signature wants it: UTF-8, only {@code A-Z a-z 0-9 - _ . ~} stay
 * (api/iam-and-signing.md section 6). The wire uses the same text, so nothing is encoded twice.
 */
final class PercentCode {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCode() {}

    /** Encodes one path segment, query name or query value. */
    static String encode(String text) {
        StringBuilder out = null;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (keeps(b)) {
                if (out != null) {
                    out.append((char) b);
                }
                continue;
            }
            if (out == null) {
                out = new StringBuilder(bytes.length + 16);
                out.append(new String(bytes, 0, i, StandardCharsets.US_ASCII));
            }
            out.append('%').append(HEX[b >> 4]).append(HEX[b & 15]);
        }
        return out == null ? text : out.toString();
    }

    /** Encodes every segment of a decoded path, keeping its slashes. */
    static String encodePath(String path) {
        StringBuilder out = new StringBuilder(path.length() + 8);
        int from = 0;
        while (true) {
            int slash = path.indexOf('/', from);
            if (slash < 0) {
                return out.append(encode(path.substring(from))).toString();
            }
            out.append(encode(path.substring(from, slash))).append('/');
            from = slash + 1;
        }
    }

    private static boolean keeps(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }
}
