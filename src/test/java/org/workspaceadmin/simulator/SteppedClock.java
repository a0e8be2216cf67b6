package org.workspaceadmin.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class SteppedClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public SteppedClock() {
        this(Instant.parse("2026-11-20T08:00:00Z"));
    }

    private SteppedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Stands at the present moment, for clients that sign with the system's clock. */
    public static SteppedClock atSystemTime() {
        return new SteppedClock(Instant.now());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    /** Lets seconds pass. */
    public void advance(double seconds) {
        advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
