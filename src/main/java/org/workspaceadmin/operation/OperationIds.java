package org.workspaceadmin.operation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/**
 * Operation ids in the layout of UUID version 7: 48 bits of time, a counter that keeps order within
 * a millisecond, random bits. Later ids sort after earlier ones, also when the clock stands still
 * or steps back.
 */
final class OperationIds {
    private static final int COUNTER = 1 << 12;

    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    /**
     * The next id.
     *
     * @param now the moment of creation
     */
    synchronized String next(Instant now) {
        long millis = now.toEpochMilli();
        if (millis > lastMillis) {
            lastMillis = millis;
            counter = 0;
        } else if (++counter == COUNTER) {
            lastMillis++;
            counter = 0;
        }
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return String.format(
                Locale.ROOT,
                "%08x-%04x-7%03x-%04x-%012x",
                lastMillis >>> 16,
                lastMillis & 0xffff,
                counter,
                low >>> 48,
                low & 0xffff_ffff_ffffL);
    }

    /** Makes sure later ids sort after one that was read from the journal. */
    synchronized void after(Instant created) {
        if (created.toEpochMilli() > lastMillis) {
            lastMillis = created.toEpochMilli();
            counter = COUNTER - 1;
        }
    }
}
