package org.workspaceadmin.ui.common;

import java.util.Optional;

/** The system's clipboard. */
@FunctionalInterface
public interface ClipboardPort {
    /** Puts a text on it. */
    void copy(String text);

    /** The text on it, empty when there is none or it cannot be read. */
    default Optional<String> text() {
        return Optional.empty();
    }
}
