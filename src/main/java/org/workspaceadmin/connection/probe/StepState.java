package org.workspaceadmin.connection.probe;

/** Where a step of a connection test stands. */
public enum StepState {
    /** Not begun. */
    WAITING,
    /** Under way. */
    RUNNING,
    /** As it should be. */
    PASSED,
    /** It works, but somebody should know something. */
    WARNED,
    /** It does not work. */
    FAILED,
    /** Not tried, because of another step or of what the connection is. */
    SKIPPED,
    /** The operator ended the test before it was done. */
    STOPPED;

    /** Whether nothing changes any more. */
    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
