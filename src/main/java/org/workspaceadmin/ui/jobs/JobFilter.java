package org.workspaceadmin.ui.jobs;

import org.workspaceadmin.model.OperationState;

/** Which operations are shown. */
public enum JobFilter {
    /** Every one. */
    ALL,
    /** Something may still change. */
    OPEN,
    /** The operator has to do something: resume, or settle what is unknown. */
    ATTENTION,
    /** Ended, not all well. */
    FAILED,
    /** Ended well. */
    SUCCEEDED,
    /** Started elsewhere; no operation of this program is. */
    ELSEWHERE;

    /**
     * Whether an operation belongs here.
     *
     * @param entry a row
     */
    public boolean matches(JobEntry entry) {
        OperationState state = entry.state();
        return switch (this) {
            case ALL -> true;
            case OPEN -> state.open();
            case ATTENTION -> needsOperator(entry);
            case FAILED -> entry.tally().failed() > 0;
            case ELSEWHERE -> false;
            case SUCCEEDED -> state.phase() == OperationState.Phase.SUCCEEDED;
        };
    }

    /** Whether nothing goes on without the operator. */
    static boolean needsOperator(JobEntry entry) {
        OperationState.Phase phase = entry.state().phase();
        return phase == OperationState.Phase.HELD
                || phase == OperationState.Phase.UNKNOWN
                || entry.tally().unknown() > 0;
    }
}
