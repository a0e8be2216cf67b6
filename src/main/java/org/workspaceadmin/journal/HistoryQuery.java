package org.workspaceadmin.journal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationKind;

/**
 * Which ended operations are wanted.
 *
 * @param text a part of a target's name or id, of the reason, a parameter, the connection's name, a
 *     job, a request id or the operation's id; empty for any
 * @param connectionId on this connection, empty for any
 * @param kinds of these kinds, empty for any
 * @param from ended not before, null for any
 * @param until ended before this, null for any
 * @param result only those that came out like this
 */
public record HistoryQuery(
        String text,
        String connectionId,
        Set<OperationKind> kinds,
        @Nullable Instant from,
        @Nullable Instant until,
        Result result) {
    /** How an ended operation came out. */
    public enum Result {
        /** However it came out. */
        ANY,
        /** At least one target failed. */
        WITH_FAILURES,
        /** At least one target was left out. */
        WITH_LEFT_OUT,
        /** Every target succeeded. */
        ALL_SUCCEEDED
    }

    /** Every ended operation. */
    public static final HistoryQuery ALL =
            new HistoryQuery("", "", Set.of(), null, null, Result.ANY);

    /** Copies the set. */
    public HistoryQuery {
        kinds = Set.copyOf(kinds);
    }
}
