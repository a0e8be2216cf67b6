package org.workspaceadmin.ui.common;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;

/**
 * A kept connection as lists show it.
 *
 * @param connection the connection, without secrets
 * @param attached whether it was opened since the program started, so that it opens at once
 * @param remembered whether its sign-in is kept in the system's key store
 * @param locked whether the computer's administrator provides it and nobody else may change it
 * @param lastUsed when it was opened last, null when it never was
 * @param openOperations how many of its operations are not ended
 */
public record ConnectionEntry(
        Connection connection,
        boolean attached,
        boolean remembered,
        boolean locked,
        @Nullable Instant lastUsed,
        int openOperations) {
    /** Its id. */
    public String id() {
        return connection.id();
    }
}
