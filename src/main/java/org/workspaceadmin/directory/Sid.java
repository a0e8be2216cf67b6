package org.workspaceadmin.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A security identifier as AD stores it, in the usual notation. */
final class Sid {
    private static final int HEAD = 8;

    private Sid() {}

    /**
     * Reads one (MS-DTYP section 2.4.2.2).
     *
     * @param bytes revision, count, six bytes of authority, then four bytes for each further part
     * @return such as {@code S-1-5-21-1-2-3-512}; empty when these bytes are none
     */
    static String text(byte[] bytes) {
        if (bytes.length < HEAD || bytes.length != HEAD + 4 * (bytes[1] & 0xFF)) {
            return "";
        }
        long authority = 0;
        for (int i = 2; i < HEAD; i++) {
            authority = (authority << 8) | (bytes[i] & 0xFF);
        }
        StringBuilder text = new StringBuilder("S-").append(bytes[0] & 0xFF);
        text.append('-').append(authority);
        ByteBuffer parts =
                ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD).order(ByteOrder.LITTLE_ENDIAN);
        while (parts.hasRemaining()) {
            text.append('-').append(Integer.toUnsignedString(parts.getInt()));
        }
        return text.toString();
    }
}
