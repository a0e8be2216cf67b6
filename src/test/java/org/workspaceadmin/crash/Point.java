package org.workspaceadmin.crash;

/** Where the program is killed. */
enum Point {
    /** The intent is in the journal; no request was even marked as leaving. */
    AFTER_INTENT,
    /** The request is marked as leaving and has not left. */
    LEAVING,
    /** The request is at the service, which has not carried it out yet. */
    IN_FLIGHT,
    /** The service carried the request out; its answer is on the way. */
    CARRIED_OUT,
    /** The answer arrived and is not in the journal. */
    ANSWERED,
    /** The answer is in the journal; the service is at work. */
    RUNNING,
    /** The end was read from the service and is not in the journal. */
    END_SEEN,
    /** The end is in the journal. */
    ENDED,
    /** At any moment after the intent became durable. */
    ANYWHERE;

    /** Whether the simulated service holds the exchange back at this point. */
    boolean heldByService() {
        return this == IN_FLIGHT || this == CARRIED_OUT;
    }
}
