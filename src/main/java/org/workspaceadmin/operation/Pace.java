package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the service may be asked about what is open, over all connections together: one request
 * per interval on average, and never more than a small burst at once. Thread-safe.
 */
final class Pace {
    private final Duration interval;

    /** When everything that was asked so far is paid for. */
    private Instant paid = Instant.MIN;

    Pace(Duration interval) {
        this.interval = interval;
    }

    /**
     * When the next request may leave.
     *
     * @param burst how many may leave at once after a quiet while, at least 1
     */
    synchronized Instant ready(int burst) {
        return paid.equals(Instant.MIN) ? paid : paid.minus(interval.multipliedBy(burst - 1L));
    }

    /** Requests were made. */
    synchronized void spent(int requests, Instant now) {
        Instant from = paid.isBefore(now) ? now : paid;
        paid = from.plus(interval.multipliedBy(requests));
    }

    /** The clock was set, or stood still: what was asked before no longer counts. */
    synchronized void reset() {
        paid = Instant.MIN;
    }
}
