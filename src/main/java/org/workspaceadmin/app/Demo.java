package org.workspaceadmin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.journal.Change;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;

/**
 * The demo: a simulated service inside the program. Every run is a new world, so every run is a
 * connection of its own and nothing of an earlier one is ever asked for again.
 */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String PREFIX = "demo-";
    private static final String ENDED = "wa.demo.ended";

    private final SimulatorOptions options;
    private final String id;
    private @Nullable Simulator simulator;

    /** The way to the company's directory; of use once the demo runs. */
    private final DirectoryReach reach = DirectoryReach.demo(this::directory);

    /**
     * A demo that is not started.
     *
     * @param options what it is like
     * @param started when the program started, part of the connection's id
     */
    Demo(SimulatorOptions options, Instant started) {
        this.options = options;
        id = PREFIX + Long.toString(started.toEpochMilli(), Character.MAX_RADIX);
    }

    /** Whether a connection is a demo, of this run or an earlier one. */
    static boolean isDemo(String connectionId) {
        return connectionId.startsWith(PREFIX);
    }

    /**
     * Ends what earlier demos left open; their worlds are gone. Call before the engine reads the
     * journal.
     *
     * @param journal the record
     * @param now when
     */
    static void endLeftovers(Journal journal, Instant now) {
        for (Recorded recorded : journal.load(0)) {
            boolean open = recorded.operation().ended() == null;
            if (open && isDemo(recorded.operation().connectionId())) {
                journal.record(recorded.operation().id(), ending(recorded, now));
            }
        }
    }

    /** Starts the service ahead of its use; whoever uses it hears what went wrong. */
    void startEarly() {
        try {
            start();
        } catch (RuntimeException e) {
            LOG.warn("the demo did not start", e);
        }
    }

    /**
     * Starts the service if it does not run; blocks. The directory starts when it is first asked
     * for.
     */
    synchronized Simulator start() {
        if (simulator == null) {
            try {
                simulator = Simulator.start(options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return simulator;
    }

    /** How the demo's directory is reached, whether it runs already or not. */
    DirectoryReach reach() {
        return reach;
    }

    /**
     * The company's directory; blocks while it is being started.
     *
     * @throws IllegalStateException when the demo does not run
     */
    SimulatedDirectory directory() {
        Simulator running = simulator();
        if (running == null) {
            throw new IllegalStateException("the demo does not run");
        }
        try {
            return running.directory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running service, null before {@link #start()}. */
    synchronized @Nullable Simulator simulator() {
        return simulator;
    }

    /**
     * The connection to it.
     *
     * @param running from {@link #start()}
     * @param name what the operator reads
     */
    Connection connection(Simulator running, String name) {
        return new Connection(
                id,
                name,
                Endpoints.single(running.endpoint()),
                running.region(),
                running.projectId(),
                running.projectName(),
                Generation.V2,
                Identity.key(SignInKind.ACCESS_KEY, running.accessKey()),
                "",
                Marking.NONE,
                true);
    }

    /**
     * The connection to its second project, which has no service yet, so that setting one up can be
     * tried without harm.
     *
     * @param running from {@link #start()}
     * @param name what the operator reads
     * @param generation how it is spoken to
     */
    Connection unsubscribed(Simulator running, String name, Generation generation) {
        return new Connection(
                unsubscribedId(generation),
                name,
                Endpoints.single(running.endpoint()),
                running.region(),
                running.unsubscribedProjectId(),
                running.unsubscribedProjectName(),
                generation,
                Identity.key(SignInKind.ACCESS_KEY, running.accessKey()),
                "",
                Marking.NONE,
                true);
    }

    /**
     * The directory that comes along with the demo's connection, which is opened by itself.
     *
     * @param connection any connection
     * @return gives it, which blocks while it is being started; null where none comes along
     */
    @Nullable Supplier<GivenDirectory> given(Connection connection) {
        return connection.id().equals(id) ? this::directoryData : null;
    }

    private GivenDirectory directoryData() {
        try {
            return GivenDirectory.of(start().directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of {@link #unsubscribed}. */
    String unsubscribedId(Generation generation) {
        return id + "-" + generation.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How to sign in to it; the caller closes it. */
    static SignIn signIn(Simulator running) {
        return new SignIn.AccessKey(running.accessKey(), running.secretKey().toCharArray());
    }

    @Override
    public synchronized void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    private static Change ending(Recorded recorded, Instant now) {
        List<RequestRow> requests =
                recorded.requests().stream()
                        .filter(request -> request.state().sendable())
                        .map(request -> request.stopped(RequestState.DROPPED, null, now))
                        .toList();
        List<TargetRow> targets =
                recorded.targets().stream()
                        .filter(target -> !target.state().outcome().ended())
                        .map(target -> ended(target, now))
                        .toList();
        return new Change(List.of(), requests, targets, now);
    }

    private static TargetRow ended(TargetRow row, Instant now) {
        TargetState old = row.state();
        boolean begun = old.outcome() != Outcome.WAITING;
        return new TargetRow(
                row.seq(),
                row.request(),
                new TargetState(
                        old.target(),
                        begun ? Outcome.FAILED : Outcome.SKIPPED,
                        old.progress(),
                        old.jobId(),
                        old.begin(),
                        now,
                        ENDED,
                        "",
                        true));
    }
}
