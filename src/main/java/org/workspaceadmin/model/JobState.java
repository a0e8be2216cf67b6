package org.workspaceadmin.model;

import java.util.Locale;

/** Where a job or sub-job stands, from the service's words (api/jobs.md section 6). */
public enum JobState {
    /** Accepted, not begun. */
    WAITING,
    /** Running, and every word we do not know: success is never assumed. */
    RUNNING,
    /** Ended well, as far as this record says; a parent is still asked for its sub-jobs. */
    SUCCEEDED,
    /** Ended badly. */
    FAILED;

    /**
     * Reads the service's word, ignoring case.
     *
     * @param word as sent
     * @return the state; {@link #RUNNING} for unknown words
     */
    public static JobState of(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "SUCCESS", "COMPLETE", "COMPLETED" -> SUCCEEDED;
            case "FAIL", "FAILED", "ERROR", "ABORTED" -> FAILED;
            case "WAITING", "INIT" -> WAITING;
            default -> RUNNING;
        };
    }

    /** Whether nothing will change any more. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED;
    }
}
