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
 */
public record Change(
        List<RequestRow> added,
        List<RequestRow> requests,
        List<TargetRow> targets,
        @Nullable Instant ended) {
    /** Copies the lists. */
    public Change {
        added = List.copyOf(added);
        requests = List.copyOf(requests);
        targets = List.copyOf(targets);
    }
}
