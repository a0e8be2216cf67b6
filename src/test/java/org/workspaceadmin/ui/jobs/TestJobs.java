package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.task.Work;

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

    /** An operation with its requests, each with a job of its own. */
    static OperationState inRequests(int number, Phase phase, int batch, List<Outcome> outcomes) {
        OperationState plain = job(number, OperationKind.REBUILD, phase, null, List.of(), outcomes);
        List<TargetState> targets = new ArrayList<>();
        List<OperationRequest> requests = new ArrayList<>();
        for (int from = 0; from < outcomes.size(); from += batch) {
            int to = Math.min(outcomes.size(), from + batch);
            String jobId = "job-" + number + "-" + from / batch;
            plain.targets().subList(from, to).forEach(t -> targets.add(in(t, jobId)));
            Instant sent = plain.created().plusSeconds(1);
            requests.add(
                    new OperationRequest(
                            from / batch,
                            WriteKind.REBUILD,
                            OperationRequest.State.ACCEPTED,
                            0,
                            jobId,
                            "req-" + from,
                            200,
                            null,
                            plain.created(),
                            sent,
                            sent.plusSeconds(1),
                            sent.plusSeconds(30),
                            IntStream.range(from, to).boxed().toList()));
        }
        return with(plain, targets, requests);
    }

    /** The same with another failure of one target. */
    static OperationState with(OperationState state, int index, String code, String message) {
        List<TargetState> targets = new ArrayList<>(state.targets());
        TargetState t = targets.get(index);
        targets.set(
                index,
                new TargetState(
                        t.target(),
                        t.outcome(),
                        t.progress(),
                        t.jobId(),
                        t.begin(),
                        t.end(),
                        code,
                        message,
                        t.checked()));
        return with(state, targets, state.requests());
    }

    /** The same with one more target that succeeded; the others are the same objects. */
    static OperationState ended(OperationState state, int index) {
        List<TargetState> targets = new ArrayList<>(state.targets());
        TargetState t = targets.get(index);
        targets.set(
                index,
                new TargetState(
                        t.target(),
                        Outcome.SUCCEEDED,
                        100,
                        t.jobId(),
                        t.begin(),
                        START,
                        "",
                        "",
                        true));
        return with(state, targets, state.requests());
    }

    private static TargetState in(TargetState t, String jobId) {
        return new TargetState(
                t.target(),
                t.outcome(),
                t.progress(),
                jobId,
                t.begin(),
                t.end(),
                t.code(),
                t.message(),
                t.checked());
    }

    private static OperationState with(
            OperationState state, List<TargetState> targets, List<OperationRequest> requests) {
        return new OperationState(
                state.id(),
                state.connectionId(),
                state.connectionName(),
                state.kind(),
                state.parameters(),
                state.phase(),
                state.created(),
                state.ended(),
                state.lastRead(),
                state.retryOf(),
                state.reason(),
                targets,
                requests,
                state.problem(),
                state.sending());
    }

    /** A history that answers at once. */
    static JobHistory remembering(Function<OperationKind, RunTimes> times) {
        return kind -> Work.of(times.apply(kind));
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
