package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;

/** Gives up requests that have not left. */
final class Unsent {
    private Unsent() {}

    /**
     * Gives up those that fit; sending must have been stopped.
     *
     * @param operation whose
     * @param now when
     * @param code the reason on their targets
     * @param outcome the outcome of their targets
     * @param fits which requests
     * @return whether there were any
     */
    static boolean giveUp(
            LiveOperation operation,
            Instant now,
            String code,
            Outcome outcome,
            Predicate<RequestRow> fits) {
        List<RequestRow> requests = new ArrayList<>();
        List<TargetRow> targets = new ArrayList<>();
        for (RequestRow request : operation.requests()) {
            if (request.state().sendable() && fits.test(request)) {
                requests.add(request.stopped(RequestState.DROPPED, request.problem(), now));
                for (TargetRow target : operation.openTargets(request.seq())) {
                    targets.add(Targets.settled(target, outcome, code, "", now));
                }
            }
        }
        operation.update(List.of(), requests, targets);
        return !requests.isEmpty();
    }
}
