package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;

/** Operations for tests of the monitor. */
final class TestJobs {
    static final Instant START = Instant.parse("2026-11-21T07:40:00Z");

    private TestJobs() {}

    /** An operation whose targets have these outcomes; a greater number is newer. */
    static OperationState job(int number, OperationKind kind, Phase phase, Outcome... outcomes) {
        return job(number, kind, phase, null, List.of(), List.of(outcomes));
    }

    static OperationState job(
            int number,
            OperationKind kind,
            Phase phase,
            @Nullable Problem problem,
            List<Field> parameters,
            List<Outcome> outcomes) {
        List<TargetState> targets = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            targets.add(target(number, i + 1, outcomes.get(i)));
        }
        boolean ended = phase == Phase.SUCCEEDED || phase == Phase.ENDED_WITH_FAILURES;
        Instant created = START.plusSeconds(60L * number);
        return new OperationState(
                id(number),
                "c1",
                "Production",
                kind,
                parameters,
                phase,
                created,
                ended ? created.plusSeconds(372) : null,
                created.plusSeconds(30),
                "",
                "",
                targets,
                problem);
    }

    static String id(int number) {
        return "op-%05d".formatted(number);
    }

    static TargetState target(int job, int number, Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED;
        boolean begun = outcome != Outcome.WAITING;
        Instant begin = START.plusSeconds(60L * job + 12);
        return new TargetState(
                new Target(
                        Target.Type.DESKTOP,
                        "%08x-id".formatted(number),
                        "FIN-%04d".formatted(number)),
                outcome,
                outcome == Outcome.RUNNING ? Integer.valueOf(40) : null,
                "job-" + job,
                begun ? begin : null,
                outcome.ended() ? begin.plusSeconds(75L + number) : null,
                failed ? "WKS.00010032" : "",
                failed ? "The desktop state REBUILDING does not allow the operation." : "",
                true);
    }

    static Problem throttled() {
        return new Problem(
                Problem.Kind.THROTTLED,
                "POST /v2/{project_id}/desktops/rebuild",
                429,
                "APIGW.0308",
                "The throttling threshold has been reached.",
                "",
                "",
                "req-9",
                "",
                null,
                START);
    }

    static Problem notSignedIn() {
        return new Problem(
                Problem.Kind.UNAUTHENTICATED,
                "PUT /v2/{project_id}/desktops/sids",
                401,
                "APIGW.0301",
                "verify aksk signature fail",
                "",
                "",
                "req-8",
                "",
                null,
                START);
    }
}
