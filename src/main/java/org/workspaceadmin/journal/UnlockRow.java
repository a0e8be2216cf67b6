package org.workspaceadmin.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guarded connection that was unlocked for a while.
 *
 * @param id sortable by creation
 * @param connectionId which connection
 * @param connectionName its name at the time
 * @param reason why, 1-200 characters
 * @param began when
 * @param ends when it locks by itself
 * @param locked when it was locked before that, by hand or by the end of the program; null when it
 *     was not
 */
public record UnlockRow(
        String id,
        String connectionId,
        String connectionName,
        String reason,
        Instant began,
        Instant ends,
        @Nullable Instant locked) {}
