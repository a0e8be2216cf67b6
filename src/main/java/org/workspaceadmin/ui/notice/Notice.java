package org.workspaceadmin.ui.notice;

import java.time.Instant;
import org.workspaceadmin.model.OperationState;

/**
 * That an operation ended, or waits for the operator. One per operation, whatever the number of its
 * desktops.
 *
 * @param why what happened to it
 * @param state the operation at that moment
 * @param at when
 */
public record Notice(Why why, OperationState state, Instant at) {
    /** What is worth a notice. */
    public enum Why {
        /** All went well. */
        SUCCEEDED,
        /** It ended, and some failed. */
        FAILED,
        /** More failed than its budget allows; sending stopped. */
        BUDGET_SPENT,
        /** Its trial wave ended; the operator wanted to be asked. */
        TRIAL_ENDED,
        /** Its time passed while nobody could send it. */
        MISSED,
        /** Sending stopped for another reason. */
        HELD,
        /** What became of a part of it is not known. */
        UNKNOWN
    }

    /** Whether it only says that all is well. */
    public boolean good() {
        return why == Why.SUCCEEDED;
    }
}
