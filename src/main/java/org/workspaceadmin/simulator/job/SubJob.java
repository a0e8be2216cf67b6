package org.workspaceadmin.simulator.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Desktop;

/**
 * The part of a job that deals with one desktop.
 *
 * @param id its id
 * @param desktop the desktop
 * @param failure set when it ends badly
 * @param begin when it starts to run
 * @param end when it ends
 */
record SubJob(
        String id, Desktop desktop, Step.@Nullable Failure failure, Instant begin, Instant end) {

    String status(Instant now) {
        if (now.isBefore(begin)) {
            return "WAITING";
        }
        if (now.isBefore(end)) {
            return "RUNNING";
        }
        return failure == null ? "SUCCESS" : "FAILED";
    }

    int percent(Instant now) {
        if (now.isBefore(begin)) {
            return 0;
        }
        if (!now.isBefore(end)) {
            return 100;
        }
        long whole = Math.max(1, Duration.between(begin, end).toNanos());
        return (int) Math.min(99, Duration.between(begin, now).toNanos() * 100 / whole);
    }

    boolean ended(Instant now) {
        return !now.isBefore(end);
    }
}
