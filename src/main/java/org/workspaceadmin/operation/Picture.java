package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.TargetState;

/**
 * The lists inside an operation's snapshots. What did not change since the last snapshot is the
 * same object in the next one, so that a snapshot of 20,000 targets costs one pass over pointers
 * and whoever compares two of them can stop at identity. Guarded by its operation's lock.
 */
final class Picture {
    private final Map<Integer, Part> parts = new HashMap<>();
    private final Map<Integer, Instant> moved = new HashMap<>();
    private final boolean waves;
    private @Nullable List<TargetState> targets;
    private List<OperationRequest> requests = List.of();

    private record Part(RequestRow row, OperationRequest shown) {}

    /**
     * Nothing shown yet.
     *
     * @param waves whether requests are shown with their wave
     */
    Picture(boolean waves) {
        this.waves = waves;
    }

    /**
     * A target's row was replaced.
     *
     * @param at when
     */
    void changed(TargetRow old, TargetRow now, Instant at) {
        targets = null;
        if (old.request() != now.request()) {
            parts.remove(old.request());
            parts.remove(now.request());
        } else if (old.state().outcome() != now.state().outcome()
                || !Objects.equals(old.state().progress(), now.state().progress())) {
            moved.put(now.request(), at);
            parts.remove(now.request());
        }
    }

    /** The states of all targets. */
    List<TargetState> targets(List<TargetRow> rows) {
        List<TargetState> made = targets;
        if (made == null) {
            TargetState[] states = new TargetState[rows.size()];
            for (int i = 0; i < states.length; i++) {
                states[i] = rows.get(i).state();
            }
            made = List.of(states);
            targets = made;
        }
        return made;
    }

    /**
     * All requests.
     *
     * @param rows by number
     * @param carried numbers of the targets by number of the request
     * @param states what {@link #targets} gives
     */
    List<OperationRequest> requests(
            List<RequestRow> rows, Map<Integer, List<Integer>> carried, List<TargetState> states) {
        boolean same = requests.size() == rows.size();
        List<OperationRequest> now = new ArrayList<>(rows.size());
        for (RequestRow row : rows) {
            Part part = parts.get(row.seq());
            // Rows are replaced, never changed: identity says whether this one is shown already.
            if (part == null || !isSame(part.row(), row)) {
                part =
                        new Part(
                                row,
                                shown(row, carried.getOrDefault(row.seq(), List.of()), states));
                parts.put(row.seq(), part);
                same = false;
            }
            now.add(part.shown());
        }
        if (!same) {
            requests = List.copyOf(now);
        }
        return requests;
    }

    @SuppressWarnings("ReferenceEquality") // a change always makes a new row
    private static boolean isSame(RequestRow a, RequestRow b) {
        return a == b;
    }

    private OperationRequest shown(
            RequestRow row, List<Integer> carried, List<TargetState> states) {
        List<Integer> numbers = new ArrayList<>(carried);
        Collections.sort(numbers);
        return new OperationRequest(
                row.seq(),
                row.request().kind(),
                state(row),
                waves ? row.wave() + 1 : 0,
                row.jobId(),
                row.requestId(),
                row.httpStatus(),
                row.problem(),
                row.intended(),
                row.sent(),
                row.answered(),
                progressed(row, carried, states),
                numbers);
    }

    private @Nullable Instant progressed(
            RequestRow row, List<Integer> carried, List<TargetState> states) {
        Instant last = later(row.sent(), row.answered());
        if (last == null) {
            return null;
        }
        Instant seen = moved.get(row.seq());
        if (seen != null) {
            return later(last, seen);
        }
        // Restored from the journal: the service's own times are what is known.
        for (int number : carried) {
            TargetState state = states.get(number);
            last = later(last, later(state.begin(), state.end()));
        }
        return last;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    private static OperationRequest.State state(RequestRow row) {
        return switch (row.state()) {
            case INTENDED -> OperationRequest.State.INTENDED;
            case SENT -> OperationRequest.State.SENT;
            case ACCEPTED -> OperationRequest.State.ACCEPTED;
            case REFUSED -> OperationRequest.State.REFUSED;
            case UNANSWERED -> OperationRequest.State.UNANSWERED;
            case UNSENT -> OperationRequest.State.UNSENT;
            case DROPPED -> OperationRequest.State.DROPPED;
        };
    }
}
