package org.workspaceadmin.simulator.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Desktop;

/**
 * What a job does to one desktop.
 *
 * @param desktop the desktop
 * @param failure why it will fail, or null when it will succeed
 * @param pause how long it waits before it starts, beyond the queue
 * @param start what happens to the desktop at the start
 * @param progress what happens at each tenth, given the percentage
 * @param end what happens to the desktop at the end
 */
public record Step(
        Desktop desktop,
        @Nullable Failure failure,
        Duration pause,
        Runnable start,
        Progress progress,
        Runnable end) {

    /** Told how far a step is. */
    @FunctionalInterface
    public interface Progress {
        /** Nothing to tell. */
        Progress NONE = percent -> {};

        /**
         * A tenth was reached.
         *
         * @param percent 10 to 90
         */
        void reached(int percent);
    }

    /**
     * Why something fails.
     *
     * @param code the service's error code
     * @param reason text for the operator
     */
    public record Failure(String code, String reason) {}
}
