package org.workspaceadmin.ui.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;

/**
 * What is under way.
 *
 * @param open operations that are not ended, the newest few, newest first
 * @param openTotal how many there are
 * @param attention how many of them wait for the operator
 * @param slowest targets that run longest, longest first
 */
public record JobFigures(
        List<OperationState> open, int openTotal, int attention, List<Slow> slowest) {
    /** Rows a card has room for. */
    static final int ROWS = 5;

    /** Nothing is under way. */
    public static final JobFigures NONE = new JobFigures(List.of(), 0, 0, List.of());

    /** Copies the lists. */
    public JobFigures {
        open = List.copyOf(open);
        slowest = List.copyOf(slowest);
    }

    /**
     * A target that runs.
     *
     * @param operationId its operation
     * @param name its name
     * @param begin since when
     */
    public record Slow(String operationId, String name, Instant begin) {}

    /**
     * Sums up.
     *
     * @param states operations that are open
     */
    public static JobFigures of(Collection<OperationState> states) {
        List<OperationState> newest =
                states.stream()
                        .sorted(Comparator.comparing(OperationState::id).reversed())
                        .limit(ROWS)
                        .toList();
        int attention = (int) states.stream().filter(JobFigures::waitsForOperator).count();
        List<Slow> slowest = new ArrayList<>();
        for (OperationState state : states) {
            for (TargetState target : state.targets()) {
                Instant begin = target.begin();
                if (target.outcome() == Outcome.RUNNING && begin != null) {
                    insert(slowest, new Slow(state.id(), target.target().name(), begin));
                }
            }
        }
        return new JobFigures(newest, states.size(), attention, slowest);
    }

    /** Keeps the list short: there may be tens of thousands of targets. */
    private static void insert(List<Slow> slowest, Slow one) {
        int at = slowest.size();
        while (at > 0 && one.begin().isBefore(slowest.get(at - 1).begin())) {
            at--;
        }
        if (at < ROWS) {
            slowest.add(at, one);
            if (slowest.size() > ROWS) {
                slowest.removeLast();
            }
        }
    }

    private static boolean waitsForOperator(OperationState state) {
        return state.phase() == OperationState.Phase.UNKNOWN
                || state.phase() == OperationState.Phase.HELD;
    }
}
