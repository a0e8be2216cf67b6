package org.workspaceadmin.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Time as the program sees it: what time it is, and calling back later. Tests bring a hand-driven
 * one.
 */
public interface Timer extends InstantSource {
    /**
     * Runs an action once, later.
     *
     * @param delay how long from now; zero or negative means at once
     * @param action must not block; it starts background work
     * @return ends the waiting; does nothing after the action began
     */
    Cancel after(Duration delay, Runnable action);

    /** Ends something that waits. */
    @FunctionalInterface
    interface Cancel {
        /** Ends it; safe to call twice. */
        void cancel();
    }

    /** The system's clock and one daemon thread. */
    static Timer system() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("timer").factory());
        return new Timer() {
            @Override
            public Instant instant() {
                return InstantSource.system().instant();
            }

            @Override
            public Cancel after(Duration delay, Runnable action) {
                ScheduledFuture<?> future =
                        executor.schedule(
                                action, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
                return () -> future.cancel(false);
            }
        };
    }
}
