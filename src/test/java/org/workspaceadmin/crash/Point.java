package org.workspaceadmin.crash;

/** Where the program is killed. */
enum Point {
    /** The intent is in the journal; no request was even marked as leaving. */
    AFTER_INTENT(true),
    /** The request is marked as leaving and has not left. */
    LEAVING(true),
    /** The request is at the service, which has not carried it out yet. */
    IN_FLIGHT(false),
    /** The service carried the request out; its answer is on the way. */
    CARRIED_OUT(false),
    /** The answer arrived and is not in the journal. */
    ANSWERED(true),
    /** The answer is in the journal; the service is at work. */
    RUNNING(false),
    /** The end was read from the service and is not in the journal. */
    END_SEEN(true),
    /** The end is in the journal. */
    ENDED(false),
    /** At any moment after the operator confirmed. */
    ANYWHERE(false);

    /** Whether the program stands still there, so that nothing of it goes on before the kill. */
    final boolean standsStill;

    Point(boolean standsStill) {
        this.standsStill = standsStill;
    }

    /** Whether the simulated service holds the exchange back at this point. */
    boolean heldByService() {
        return this == IN_FLIGHT || this == CARRIED_OUT;
    }
}
