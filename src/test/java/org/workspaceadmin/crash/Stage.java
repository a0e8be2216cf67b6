package org.workspaceadmin.crash;

/** How far an operation was when the program was killed. */
enum Stage {
    /** Planned and confirmed; not in the journal. */
    PLANNED,
    /** In the journal; its request has not left. */
    INTENT_WRITTEN,
    /** The request left, and the program has no answer. */
    IN_FLIGHT,
    /** The program has the answer, the journal has not. */
    ANSWERED,
    /** The answer is in the journal. */
    JOURNALED
}
