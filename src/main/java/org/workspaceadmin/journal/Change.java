package org.workspaceadmin.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes in an operation.
 *
 * @param added requests that were not there before
 * @param requests requests whose state changed
 * @param targets targets that changed
 * @param ended when the operation ended, null while it is open
 * @param act what the operator did that brought this about, for the ledger; null when nothing or
 *     when the requests tell it
 */
public record Change(
        List<RequestRow> added,
        List<RequestRow> requests,
        List<TargetRow> targets,
        @Nullable Instant ended,
        @Nullable Act act) {
    /** Copies the lists. */
    public Change {
        added = List.copyOf(added);
        requests = List.copyOf(requests);
        targets = List.copyOf(targets);
    }

    /** A change the ledger needs no more words for. */
    public Change(
            List<RequestRow> added,
            List<RequestRow> requests,
            List<TargetRow> targets,
            @Nullable Instant ended) {
        this(added, requests, targets, ended, null);
    }
}
