package org.workspaceadmin.ui.common;

/** What surfaces look like. */
public enum Theme {
    /** Light. */
    LIGHT,
    /** Dark. */
    DARK,
    /** As the operating system has it, also when that changes. */
    SYSTEM
}
