package org.workspaceadmin.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;

/** Where an operation stands, read off its rows. */
final class Standing {
    private Standing() {}

    /** What stops it, the gravest first: what was sent, then what was read. */
    static @Nullable Problem problem(
            List<RequestRow> requests,
            List<TargetRow> targets,
            Map<Integer, List<Integer>> byRequest,
            @Nullable Problem readProblem) {
        Problem last = null;
        for (RequestRow request : requests) {
            Problem problem = request.problem();
            boolean stands =
                    switch (request.state()) {
                        case UNSENT -> true;
                        case UNANSWERED ->
                                unknown(byRequest.getOrDefault(request.seq(), List.of()), targets);
                        // One that was replaced by others carries nothing any more.
                        case REFUSED -> !byRequest.getOrDefault(request.seq(), List.of()).isEmpty();
                        default -> false;
                    };
            if (stands && problem != null && (last == null || !problem.at().isBefore(last.at()))) {
                last = problem;
            }
        }
        return last != null ? last : readProblem;
    }

    private static boolean unknown(List<Integer> carried, List<TargetRow> targets) {
        for (int seq : carried) {
            if (targets.get(seq).state().outcome() == Outcome.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    static Phase phase(
            List<RequestRow> requests,
            List<TargetRow> targets,
            Map<Integer, List<Integer>> byRequest,
            Gate gate) {
        int unknown = 0;
        int bad = 0;
        int moving = 0;
        for (TargetRow target : targets) {
            switch (target.state().outcome()) {
                case WAITING, RUNNING -> moving++;
                case UNKNOWN -> unknown++;
                case FAILED, SKIPPED -> bad++;
                case SUCCEEDED -> {}
            }
        }
        boolean unsent = false;
        boolean leaving = false;
        boolean busy = false;
        for (RequestRow request : requests) {
            busy |=
                    request.state() == RequestState.REFUSED
                            && Busy.waits(request, open(request, targets, byRequest));
            unsent |= request.state().sendable();
            leaving |= request.state() == RequestState.SENT || gate.lets(request);
        }
        if (unsent && gate.stopped()) {
            return Phase.HELD;
        }
        if (unsent && gate.scheduled()) {
            return Phase.SCHEDULED;
        }
        if (busy && !leaving) {
            return Phase.HELD;
        }
        if (unsent || leaving) {
            return Phase.SENDING;
        }
        if (moving > 0) {
            return Phase.RUNNING;
        }
        if (unknown > 0) {
            return Phase.UNKNOWN;
        }
        return bad > 0 ? Phase.ENDED_WITH_FAILURES : Phase.SUCCEEDED;
    }

    private static List<TargetRow> open(
            RequestRow request, List<TargetRow> targets, Map<Integer, List<Integer>> byRequest) {
        return byRequest.getOrDefault(request.seq(), List.of()).stream()
                .map(targets::get)
                .filter(t -> !t.state().outcome().ended())
                .toList();
    }
}
