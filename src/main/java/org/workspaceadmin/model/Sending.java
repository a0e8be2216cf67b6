package org.workspaceadmin.model;

/**
 * How far the sending of an operation got, and why it stands where it stands.
 *
 * @param pacing how it was to be sent
 * @param stage what it does or waits for now
 * @param wave the wave that is sent or checked now, from 1; the last one when all have left
 * @param waves how many waves there are, at least 1
 * @param unsent targets whose requests have not left and still may
 * @param counted targets that count against the budget: failed, or not in order after their wave;
 *     without those the operator chose to go on over
 * @param late of all targets, those that were not in order again in time after their wave
 * @param awaited targets the check after the present wave still waits for
 */
public record Sending(
        Pacing pacing,
        Stage stage,
        int wave,
        int waves,
        int unsent,
        int counted,
        int late,
        int awaited) {
    /** Everything left at once. */
    public static final Sending ALL_LEFT =
            new Sending(Pacing.AT_ONCE, Stage.LEFT, 1, 1, 0, 0, 0, 0);

    /** What sending does or waits for. */
    public enum Stage {
        /** Waits for its time; then it begins by itself if the program runs. */
        SCHEDULED,
        /** Requests leave, or those of this wave have left and have not ended. */
        LEAVING,
        /** This wave ended; whether its targets are in order again is being read. */
        CHECKING,
        /** The operator paused it. */
        PAUSED,
        /** The first wave ended and the operator wanted to be asked. */
        TRIAL_ENDED,
        /** More failed than the budget allows. */
        BUDGET_SPENT,
        /** Its time came while the program, or its connection, was not there to send. */
        MISSED,
        /** Stopped by the service, the connection or a restart of the program. */
        STOPPED,
        /** Nothing is left to send. */
        LEFT;

        /** Whether nothing more leaves before the operator says so. */
        public boolean held() {
            return switch (this) {
                case PAUSED, TRIAL_ENDED, BUDGET_SPENT, MISSED, STOPPED -> true;
                case SCHEDULED, LEAVING, CHECKING, LEFT -> false;
            };
        }
    }

    /** Whether it can be paused. */
    public boolean canPause() {
        return unsent > 0 && !stage.held();
    }

    /** Whether the operator can let it go on, or begin before its time. */
    public boolean canContinue() {
        return unsent > 0 && (stage.held() || stage == Stage.SCHEDULED);
    }

    /** Whether something can be dropped. */
    public boolean canDrop() {
        return unsent > 0;
    }
}
