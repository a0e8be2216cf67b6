package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.PaceRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Target;

/** Turns a plan into what the journal writes down before anything leaves. */
final class Intent {
    private Intent() {}

    static Recorded of(
            Plan plan, Link link, String id, String reason, String retryOf, Instant now) {
        OperationRow row =
                new OperationRow(
                        id,
                        link.connectionId(),
                        link.name(),
                        link.projectId(),
                        link.generation(),
                        plan.draft().kind(),
                        Parameters.of(plan.draft()),
                        reason,
                        retryOf,
                        now,
                        null,
                        PaceRow.of(plan.way().pacing()));
        List<RequestRow> requests = new ArrayList<>();
        List<TargetRow> targets = new ArrayList<>();
        for (Plan.PlannedRequest planned : plan.requests()) {
            for (Target target : planned.targets()) {
                targets.add(
                        new TargetRow(targets.size(), requests.size(), Targets.waiting(target)));
            }
            requests.add(
                    RequestRow.intended(requests.size(), planned.request(), now, planned.wave()));
        }
        return new Recorded(row, requests, targets);
    }
}
