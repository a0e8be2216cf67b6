package org.workspaceadmin.journal;

import java.util.List;

/**
 * Everything recorded of one operation.
 *
 * @param operation the operation
 * @param requests its requests by number
 * @param targets its targets by number
 */
public record Recorded(OperationRow operation, List<RequestRow> requests, List<TargetRow> targets) {
    /** Copies the lists. */
    public Recorded {
        requests = List.copyOf(requests);
        targets = List.copyOf(targets);
    }
}
