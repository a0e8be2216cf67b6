package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Connector;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Tests connections, with reads only and at most one sign-in per test. A key that the service
 * locked is remembered here, so that the next test does not prolong the lock.
 */
public final class ConnectionProbe {
    /** How long a whole test may take. */
    static final Duration LIMIT = Duration.ofSeconds(90);

    private final Workers workers;
    private final Timer timer;
    private final Redactor redactor;
    private final Network network;
    private final Connector connector;
    private final Map<String, Instant> locks = new ConcurrentHashMap<>();

    private ConnectionProbe(
            Workers workers,
            Timer timer,
            Redactor redactor,
            Network network,
            Predicate<Connection> permitted) {
        this.workers = workers;
        this.timer = timer;
        this.redactor = redactor;
        this.network = network;
        connector =
                Connector.of(
                                workers,
                                timer,
                                redactor,
                                () ->
                                        network.options()
                                                .withTimeouts(
                                                        ProbeScene.CONNECT, ProbeScene.EXCHANGE))
                        .within(permitted);
    }

    /**
     * Tests over this machine's network.
     *
     * @param workers where the steps run
     * @param timer the time, and the test's own limits
     * @param redactor hears every secret before it is used
     * @param network proxies and trust
     */
    public static ConnectionProbe of(
            Workers workers, Timer timer, Redactor redactor, Network network) {
        return new ConnectionProbe(workers, timer, redactor, network, connection -> true);
    }

    /**
     * The same for those connections only that the computer's administrator allows; any other test
     * fails with CONNECTION_NOT_ALLOWED before anything is sent.
     *
     * @param permitted whether a connection is allowed
     */
    public ConnectionProbe within(Predicate<Connection> permitted) {
        return new ConnectionProbe(workers, timer, redactor, network, permitted);
    }

    /**
     * Starts a test. Cancelling it ends every exchange of it.
     *
     * @param request what to test
     * @param listener hears each change of a step
     * @return the report; a failed step is part of it, so the work itself fails only for a bug
     */
    public Work<ProbeReport> start(ProbeRequest request, ProbeListener listener) {
        // what signs in decides how, whatever the connection was kept with
        Connection connection = request.connection().withIdentity(request.signIn().identity());
        Supplier<CloudConnection> opening = connector.openingOnce(connection, request.signIn());
        ProbeRun.Terms terms =
                new ProbeRun.Terms(
                        request.clockOffset(), keysEnd(request.signIn()), lockOf(connection));
        Progress progress = new Progress(listener, timer);
        return workers.start(() -> {
            try (CloudConnection service = opening.get()) {
                network.allowSignInAgain();
                return inTime(connection, run(connection, service, progress, terms), progress);
            }
        });
    }

    private ProbeRun run(
            Connection connection,
            CloudConnection service,
            Progress progress,
            ProbeRun.Terms terms) {
        ProbeScene.Tools tools =
                new ProbeScene.Tools(workers, timer, redactor, new Side(workers, timer));
        return new ProbeRun(
                connection, service, new ProbeScene(connection, network, tools), progress, terms);
    }

    private ProbeReport inTime(Connection connection, ProbeRun run, Progress progress) {
        AtomicBoolean late = new AtomicBoolean();
        Work<ProbeReport> work = workers.start(run::call);
        Timer.Cancel alarm =
                timer.after(
                        LIMIT,
                        () -> {
                            late.set(true);
                            work.cancel();
                        });
        ProbeReport report;
        try {
            report = work.await();
        } catch (CancellationException e) {
            if (!late.get() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            progress.tooLate(LIMIT);
            report = run.report();
        } finally {
            alarm.cancel();
        }
        remember(connection, report);
        return report;
    }

    private void remember(Connection connection, ProbeReport report) {
        Instant until = report.lockedUntil();
        String key = connection.identity().accessKey();
        if (until != null && !key.isEmpty()) {
            locks.put(key, until);
        }
    }

    private @Nullable Instant lockOf(Connection connection) {
        Instant until = locks.get(connection.identity().accessKey());
        return until == null || !timer.instant().isBefore(until) ? null : until;
    }

    private static @Nullable Instant keysEnd(SignIn signIn) {
        return signIn instanceof SignIn.TemporaryKey key ? key.expires() : null;
    }
}
