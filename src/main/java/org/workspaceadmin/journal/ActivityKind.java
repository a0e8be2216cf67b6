package org.workspaceadmin.journal;

import java.util.Arrays;

/** What an entry of the ledger says; the journal stores these names. */
public enum ActivityKind {
    /** The ledger begins here; what was done before is not in it. */
    BEGUN,
    /** The journal was taken back from a copy. */
    RESTORED,
    /** A request was written down. */
    INTENDED,
    /** A request was about to leave. */
    SENT,
    /** The service took a request. */
    ACCEPTED,
    /** The service refused a request; it was not carried out. */
    REFUSED,
    /** A request left and no readable answer came. */
    UNANSWERED,
    /** A request was certainly not carried out and waits for the operator. */
    NOT_SENT,
    /** The operator gave a request up. */
    DROPPED,
    /** The job of an unanswered request was found in the service's records. */
    ADOPTED,
    /** An unanswered request is sent once more, because the operator said so. */
    SENT_AGAIN,
    /** The operator said what became of targets nobody knew of. */
    SETTLED,
    /** The operator had sending go on. */
    RESUMED,
    /** The operator had sending pause. */
    PAUSED,
    /** Sending stopped for good, by the operator or by the failure budget. */
    STOPPED,
    /** The last target of an operation ended. */
    ENDED,
    /** A protected connection was unlocked. */
    UNLOCKED,
    /** A protected connection was locked before its time ran out. */
    LOCKED,
    /** Something a later version of the program wrote. */
    OTHER;

    /** By its stored name; {@link #OTHER} when this version does not know it. */
    public static ActivityKind of(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findAny().orElse(OTHER);
    }
}
