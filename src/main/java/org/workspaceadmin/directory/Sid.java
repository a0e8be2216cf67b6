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

    /**
     * As AD stores it.
     *
     * @param text such as {@code S-1-5-21-1-2-3-512}
     * @return its bytes, none when the text is no identifier
     */
    static byte[] bytes(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length < 3 || parts.length > 18 || !parts[0].equals("S")) {
            return new byte[0];
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 * (parts.length - 3));
            bytes.put(Byte.parseByte(parts[1])).put((byte) (parts.length - 3));
            long authority = Long.parseLong(parts[2]);
            bytes.putShort((short) (authority >> 32)).putInt((int) authority);
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 3; i < parts.length; i++) {
                bytes.putInt(Integer.parseUnsignedInt(parts[i]));
            }
            return bytes.array();
        } catch (NumberFormatException e) {
            return new byte[0];
        }
    }
}
