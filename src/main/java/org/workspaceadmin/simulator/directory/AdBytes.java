package org.workspaceadmin.simulator.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** AD's ways to write times, identifiers and owners (MS-DTYP). */
final class AdBytes {
    private static final Instant YEAR_1601 = Instant.parse("1601-01-01T00:00:00Z");
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0Z'").withZone(ZoneOffset.UTC);

    /** Revision, no fill, self-relative, then four offsets of which only the owner's is set. */
    private static final int DESCRIPTOR_HEAD = 20;

    private static final short SELF_RELATIVE = (short) 0x8000;

    private AdBytes() {}

    /** Tenths of a microsecond since 1601. */
    static String fileTime(Instant time) {
        Duration since = Duration.between(YEAR_1601, time);
        return Long.toString(since.getSeconds() * 10_000_000L + since.getNano() / 100);
    }

    /** As {@code whenCreated} and {@code currentTime} have it. */
    static String generalized(Instant time) {
        return GENERALIZED.format(time);
    }

    /** A security identifier from its usual notation. */
    static byte[] sid(String text) {
        String[] parts = text.split("-");
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + 4 * (parts.length - 3)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) Integer.parseInt(parts[1])).put((byte) (parts.length - 3));
        long authority = Long.parseLong(parts[2]);
        for (int shift = 40; shift >= 0; shift -= 8) {
            bytes.put((byte) (authority >> shift));
        }
        for (int i = 3; i < parts.length; i++) {
            bytes.putInt(Integer.parseUnsignedInt(parts[i]));
        }
        return bytes.array();
    }

    /** Sixteen bytes that look random. */
    static byte[] guid(long high, long low) {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** A security descriptor that names the owner and nothing else. */
    static byte[] descriptor(byte[] owner) {
        return ByteBuffer.allocate(DESCRIPTOR_HEAD + owner.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .put((byte) 0)
                .putShort(SELF_RELATIVE)
                .putInt(DESCRIPTOR_HEAD)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .put(owner)
                .array();
    }
}
