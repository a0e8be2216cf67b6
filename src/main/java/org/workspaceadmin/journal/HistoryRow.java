package org.workspaceadmin.journal;

import java.util.Map;
import org.workspaceadmin.model.Outcome;

/**
 * An ended operation in short.
 *
 * @param operation the operation
 * @param requests how many requests it took
 * @param outcomes how many targets ended how; those that none ended with are left out
 */
public record HistoryRow(OperationRow operation, int requests, Map<Outcome, Integer> outcomes) {
    /** Copies the map. */
    public HistoryRow {
        outcomes = Map.copyOf(outcomes);
    }

    /** How many targets ended like this. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
