package org.workspaceadmin.ui.operation;

/** Where something that a dialog asks the service for stands. */
public enum Loading {
    /** Nothing asked. */
    IDLE,
    /** Asked, no answer yet. */
    RUNNING,
    /** Here. */
    LOADED,
    /** The read failed; it can be asked again. */
    FAILED
}
