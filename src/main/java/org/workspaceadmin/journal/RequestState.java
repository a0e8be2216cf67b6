package org.workspaceadmin.journal;

/** How far one request got; the journal stores these names. */
public enum RequestState {
    /** Written down; has not left. */
    INTENDED,
    /** About to leave or gone: from here on it may have reached the service. */
    SENT,
    /** The service took it. */
    ACCEPTED,
    /** Certainly not carried out, and never sent again. */
    REFUSED,
    /** Gone, and no readable answer came: it may or may not have been carried out. */
    UNANSWERED,
    /** Certainly not carried out for its load or the network; waits until the operator resumes. */
    UNSENT,
    /** The operator gave it up before it was carried out. */
    DROPPED;

    /** Whether it is certain that nothing was carried out yet and it may still be sent. */
    public boolean sendable() {
        return this == INTENDED || this == UNSENT;
    }
}
