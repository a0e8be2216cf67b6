package org.workspaceadmin.ui.common;

/** The system's clipboard. */
@FunctionalInterface
public interface ClipboardPort {
    /** Puts a text on it. */
    void copy(String text);
}
