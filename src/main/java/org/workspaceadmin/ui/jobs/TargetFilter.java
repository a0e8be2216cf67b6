package org.workspaceadmin.ui.jobs;

import org.workspaceadmin.model.Outcome;

/** Which targets of an operation are shown. */
public enum TargetFilter {
    /** Every one. */
    ALL,
    /** Waiting or running. */
    OPEN,
    /** Failed or refused. */
    FAILED,
    /** Nobody knows. */
    UNKNOWN,
    /** Done. */
    SUCCEEDED;

    /** Whether an outcome belongs here. */
    public boolean matches(Outcome outcome) {
        return switch (this) {
            case ALL -> true;
            case OPEN -> outcome == Outcome.WAITING || outcome == Outcome.RUNNING;
            case FAILED -> outcome == Outcome.FAILED;
            case UNKNOWN -> outcome == Outcome.UNKNOWN;
            case SUCCEEDED -> outcome == Outcome.SUCCEEDED;
        };
    }

    /**
     * How many of an operation's targets belong here.
     *
     * @param tally the operation's count
     */
    public int count(Tally tally) {
        return switch (this) {
            case ALL -> tally.total();
            case OPEN -> tally.open();
            case FAILED -> tally.failed();
            case UNKNOWN -> tally.unknown();
            case SUCCEEDED -> tally.succeeded();
        };
    }
}
