package org.workspaceadmin.journal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are wanted.
 *
 * @param text a part of a target, path, request id, job, reason, note, operation or of who did it;
 *     empty for any
 * @param who exactly this name, empty for any
 * @param connectionId on this connection, empty for any
 * @param kinds of these kinds, empty for any
 * @param from not before, null for any
 * @param until before this, null for any
 */
public record ActivityQuery(
        String text,
        String who,
        String connectionId,
        Set<ActivityKind> kinds,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** Everything. */
    public static final ActivityQuery ALL = new ActivityQuery("", "", "", Set.of(), null, null);

    /** Copies the set. */
    public ActivityQuery {
        kinds = Set.copyOf(kinds);
    }
}
