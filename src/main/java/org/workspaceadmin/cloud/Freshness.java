package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that time passed which open connections may not have survived: a long pause between
 * exchanges, or a sleep of the machine. On most systems the monotonic clock stands still during a
 * sleep and the wall clock does not, so the two drift apart; a connection that looks a second old
 * may then be dead for hours.
 */
final class Freshness {
    /** Proxies and firewalls were seen to drop idle connections after a minute and more. */
    static final Duration PAUSE = Duration.ofSeconds(45);

    /** Clocks are set by less than this in daily life. */
    static final Duration JUMP = Duration.ofSeconds(5);

    /** After this long nothing that was on its way comes back. */
    static final Duration SLEEP = Duration.ofMinutes(2);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private long lastNanos;
    private Instant lastWall;

    /** What the time that passed means for connections. */
    enum Verdict {
        /** They can be used. */
        FRESH,
        /** Idle ones may be dead. */
        STALE,
        /** All of them are dead, also those that wait for an answer. */
        DEAD
    }

    /**
     * Begins to watch.
     *
     * @param wall this machine's time
     * @param nanos time that never steps, in nanoseconds
     */
    Freshness(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        lastNanos = nanos.getAsLong();
        lastWall = wall.instant();
    }

    /** An exchange begins: judges the time since the last one, and notes the present. */
    synchronized Verdict begin() {
        long passed = nanos.getAsLong() - lastNanos;
        Duration drift = Duration.between(lastWall, wall.instant()).minus(Duration.ofNanos(passed));
        note();
        if (drift.compareTo(SLEEP) >= 0) {
            return Verdict.DEAD;
        }
        boolean stale = drift.abs().compareTo(JUMP) >= 0 || passed >= PAUSE.toNanos();
        return stale ? Verdict.STALE : Verdict.FRESH;
    }

    /** An exchange ended. */
    synchronized void end() {
        // A sleep during the exchange stays to be found by the next one.
        long passed = nanos.getAsLong() - lastNanos;
        Duration drift = Duration.between(lastWall, wall.instant()).minus(Duration.ofNanos(passed));
        if (drift.abs().compareTo(JUMP) < 0) {
            note();
        }
    }

    private void note() {
        lastNanos = nanos.getAsLong();
        lastWall = wall.instant();
    }
}
