package org.workspaceadmin.model;

/** What is known of one target of an operation; the journal stores these names. */
public enum Outcome {
    /** Not sent yet, or sent and not begun. */
    WAITING,
    /** The service works on it. */
    RUNNING,
    /** Done, as the service's own records say. */
    SUCCEEDED,
    /** Failed or refused. */
    FAILED,
    /** Sent, and nobody knows whether it was carried out. */
    UNKNOWN,
    /** Left out on purpose. */
    SKIPPED;

    /** Whether nothing will change any more without the operator. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == SKIPPED;
    }
}
