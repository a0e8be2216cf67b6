package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.workspaceadmin.task.Timer;

/** A clock that jumps: whoever waits is called back at once, and the wait is written down. */
final class HandTimer implements Timer {
    private volatile Instant now = Instant.parse("2026-01-05T08:30:00Z");
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Cancel after(Duration delay, Runnable action) {
        waits.add(delay);
        now = now.plus(delay);
        action.run();
        return () -> {};
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<Duration> waits() {
        return waits;
    }
}
