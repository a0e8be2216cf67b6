package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.probe.ProbeScene.Tried;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.task.Timer;

/** One test: the steps in order, each only when those it needs went well. Blocks. */
final class ProbeRun {
    private final Connection connection;
    private final CloudConnection service;
    private final ProbeScene scene;
    private final Progress progress;
    private final SignInStep signIn;
    private final ClockStep clock;
    private final ProjectStep project;
    private final Timer timer;
    private final Instant began;
    private final long beganNanos = System.nanoTime();
    private volatile @Nullable Instant lockedUntil;

    /** What a run needs to know of the sign-in beside the connection. */
    record Terms(Duration clockOffset, @Nullable Instant keysEnd, @Nullable Instant lockedUntil) {}

    ProbeRun(
            Connection connection,
            CloudConnection service,
            ProbeScene scene,
            Progress progress,
            Terms terms) {
        this.connection = connection;
        this.service = service;
        this.scene = scene;
        this.progress = progress;
        timer = scene.timer();
        began = timer.instant();
        lockedUntil = terms.lockedUntil();
        service.applyClockOffset(terms.clockOffset());
        clock = new ClockStep(terms.clockOffset());
        signIn = new SignInStep(connection, service, timer, terms.keysEnd());
        project = new ProjectStep(connection, service);
    }

    /** Every step, then the report. */
    ProbeReport call() {
        reach();
        return report();
    }

    /** What was found so far. */
    ProbeReport report() {
        Instant seen = service.health().keyLockedUntil();
        return new ProbeReport(
                began,
                Duration.ofNanos(System.nanoTime() - beganNanos),
                progress.steps(),
                project.candidates(),
                project.project(),
                clock.offset(),
                seen == null ? lockedUntil : seen);
    }

    private void reach() {
        if (fails(StepKind.NAMES, () -> new NamesStep(scene).look())
                || fails(StepKind.PROXY, () -> new ProxyStep(scene).look())) {
            return;
        }
        TlsStep tls = new TlsStep(scene);
        if (fails(StepKind.TLS, tls::look)) {
            return;
        }
        ProbeStep judged =
                progress.run(StepKind.CLOCK, () -> clock.look(tls.tried(), timer.instant()));
        boolean signs = connection.signIn() != SignInKind.PASSWORD;
        if (judged.state() == StepState.FAILED && signs) {
            // Every signature would be refused, and each refusal counts against the key.
            progress.skipRest(StepKind.CLOCK);
            return;
        }
        enter(tls.tried());
    }

    private void enter(List<Tried> reached) {
        boolean sts =
                reached.stream()
                        .anyMatch(one ->
                                one.problem() == null && one.site().services().contains("sts"));
        if (fails(StepKind.SIGN_IN, () -> signIn.look(lockedUntil, sts))
                || fails(StepKind.PROJECT, () -> project.look(signIn.token(), signIn.usable()))) {
            return;
        }
        Project found = project.project();
        CloudConnection aimed =
                service.aimedAt(
                        found == null ? connection.projectId() : found.id(),
                        connection.generation());
        ProbeStep state =
                progress.run(
                        StepKind.SERVICE,
                        () -> new ServiceStep(aimed, connection.generation()).look());
        if (state.state() == StepState.FAILED && hopeless(state)) {
            progress.skipRest(StepKind.SERVICE);
            return;
        }
        ReadsStep reads = new ReadsStep(connection, aimed, scene);
        progress.run(StepKind.PERMISSIONS, reads::permissions);
        progress.run(StepKind.CALLS, reads::calls);
    }

    /** Whether no other call to Workspace can do better. */
    private static boolean hopeless(ProbeStep step) {
        if (step.problem() == null) {
            return false;
        }
        Kind kind = step.problem().kind();
        return step.problem().httpStatus() == 401
                || step.problem().neverLeft()
                || kind == Kind.PROJECT_UNAVAILABLE
                || kind == Kind.NETWORK_POLICY
                || kind == Kind.ACCOUNT_BLOCKED
                || kind == Kind.KEY_LOCKED;
    }

    private boolean fails(StepKind kind, Callable<Outcome> body) {
        boolean failed = progress.run(kind, body).state() == StepState.FAILED;
        if (failed) {
            progress.skipRest(kind);
        }
        return failed;
    }
}
