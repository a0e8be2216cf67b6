package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.journal.HistoryRow;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;

/** Ended operations as the journal has them, in the form the monitor shows. */
final class Recollection {
    private Recollection() {}

    /** A whole operation. */
    static OperationState of(Recorded recorded) {
        List<TargetState> targets = new ArrayList<>(recorded.targets().size());
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (TargetRow row : recorded.targets()) {
            targets.add(row.state());
            counts.merge(row.state().outcome(), 1, Integer::sum);
        }
        return state(recorded.operation(), counts, targets);
    }

    /**
     * An operation in short: without targets.
     *
     * @param row what a page of the history has of it
     */
    static OperationState inShort(HistoryRow row) {
        return state(row.operation(), row.outcomes(), List.of());
    }

    /** The counts of an operation in short. */
    static Tally tally(HistoryRow row) {
        int total = row.outcomes().values().stream().mapToInt(Integer::intValue).sum();
        int open = row.count(Outcome.WAITING) + row.count(Outcome.RUNNING);
        return new Tally(
                total,
                row.count(Outcome.SUCCEEDED),
                row.count(Outcome.FAILED),
                row.count(Outcome.UNKNOWN),
                open,
                row.count(Outcome.SKIPPED),
                0,
                100);
    }

    private static OperationState state(
            OperationRow row, Map<Outcome, Integer> counts, List<TargetState> targets) {
        boolean well =
                counts.getOrDefault(Outcome.FAILED, 0) + counts.getOrDefault(Outcome.SKIPPED, 0)
                        == 0;
        return new OperationState(
                row.id(),
                row.connectionId(),
                row.connectionName(),
                row.kind(),
                row.parameters(),
                well ? Phase.SUCCEEDED : Phase.ENDED_WITH_FAILURES,
                row.created(),
                row.ended(),
                null,
                row.retryOf(),
                row.reason(),
                targets,
                null);
    }
}
