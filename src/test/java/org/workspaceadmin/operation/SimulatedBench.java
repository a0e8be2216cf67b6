package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * The engine with everything real: journal, HTTP client, the simulated service. Jobs take half a
 * second, and the engine asks as often as that needs.
 */
public final class SimulatedBench implements AutoCloseable {
    public static final String CONNECTION = "c";
    static final Duration JOB_TIME = Duration.ofMillis(500);
    static final int FASTER = 40;

    public final Simulator simulator;
    public final SimulatorClient control;
    public final CloudConnection cloud;
    Journal journal;
    public Engine engine;
    private final Path folder;

    public SimulatedBench(Path folder, UnaryOperator<SimulatorOptions> options) throws IOException {
        this.folder = folder;
        simulator =
                Simulator.start(
                        options.apply(Watched.options().withDesktops(300).withJobTime(JOB_TIME)));
        control = new SimulatorClient(simulator);
        Timer timer = Timer.system();
        cloud =
                connect(
                        simulator.endpoint().toString(),
                        simulator.projectId(),
                        simulator.accessKey(),
                        simulator.secretKey(),
                        timer);
        journal = Journal.open(folder.resolve("journal.db"), new Redactor()::json, timer);
        engine = engine(journal, timer);
        engine.attach(CONNECTION, "Simulated", simulator.projectId(), Generation.V2, cloud);
    }

    /** What is written down. */
    public Journal journal() {
        return journal;
    }

    /** Ends the engine and begins anew with what the journal holds; nothing is attached then. */
    public void restart() {
        restart(journalFile -> {});
    }

    /**
     * The same, with the journal left to somebody else in between.
     *
     * @param meanwhile gets the journal's file, which nobody has open then
     */
    public void restart(Consumer<Path> meanwhile) {
        engine.close();
        journal.close();
        meanwhile.accept(folder.resolve("journal.db"));
        Timer timer = Timer.system();
        journal = Journal.open(folder.resolve("journal.db"), new Redactor()::json, timer);
        engine = engine(journal, timer);
    }

    static Engine engine(Journal journal, Timer timer) {
        return new Engine(
                journal,
                Workers.virtual("engine"),
                timer,
                PollSettings.faster(FASTER),
                EnginePorts.NONE,
                new Redactor()::json);
    }

    public static CloudConnection connect(
            String endpoint, String project, String key, String secret, Timer timer) {
        return Cloud.connect(
                CloudSettings.single(
                        URI.create(endpoint), project, "ap-southeast-3", Generation.V2),
                new Credentials.AccessKey(key, secret.toCharArray()),
                Workers.virtual("cloud"),
                timer,
                new Redactor(),
                WireOptions.standard().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    /** Idle Windows desktops that are on and belong to one user each. */
    public List<Desktop> healthy(int count) {
        List<Desktop> found =
                cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops().stream()
                        .filter(d -> d.active() && !d.busy() && !d.frozen() && !d.maintenance())
                        .filter(d -> d.osFamily().is(OsFamily.WINDOWS))
                        .filter(d -> d.type().is(DesktopType.DEDICATED))
                        .filter(d -> !d.userName().isEmpty())
                        .limit(count)
                        .toList();
        assertThat(found).hasSize(count);
        return found;
    }

    /** The same, out of the domain, with the outcome of the next operation decided. */
    public List<Desktop> outOfDomain(int count, String outcome) {
        List<Desktop> found = healthy(count);
        found.forEach(d ->
                edit(
                        d,
                        "{\"domain\":\"out\",\"sid_differs\":false,\"outcome\":\""
                                + outcome
                                + "\"}"));
        return found;
    }

    public void edit(Desktop desktop, String change) {
        assertThat(control.control("POST", "/desktops/" + desktop.id(), change).status())
                .isEqualTo(200);
    }

    public JsonNode truth(Desktop desktop) {
        return control.control("GET", "/desktops/" + desktop.id(), null).json();
    }

    public void fault(String json) {
        assertThat(control.control("POST", "/faults", json).status()).isEqualTo(201);
    }

    /** What the service received and changed something, or would have. */
    public List<JsonNode> writes() {
        // A request is in the log once its exchange ended, which can be after the client heard.
        control.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
        List<JsonNode> writes = new ArrayList<>();
        for (JsonNode request : control.control("GET", "/requests", null).json().path("requests")) {
            boolean asks =
                    request.path("method").asText().equals("GET")
                            || request.path("path").asText().endsWith("/check")
                            || request.path("path").asText().endsWith("/check-cidr")
                            || request.path("path").asText().endsWith("/validation")
                            || request.path("path").asText().contains("/auth/");
            if (!asks) {
                writes.add(request);
            }
        }
        return writes;
    }

    public String submit(Draft draft) {
        return submit(CONNECTION, draft);
    }

    /** The same on another connection, which the caller has attached. */
    public String submit(String connection, Draft draft) {
        Plan plan = engine.plan(connection, draft);
        assertThat(plan.sendable()).as("%s", plan).isTrue();
        return engine.submit(plan, "").await();
    }

    public OperationState state(String id) {
        return engine.all().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    public OperationState until(String id, Predicate<OperationState> condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (true) {
            OperationState state = state(id);
            if (condition.test(state)) {
                return state;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never came true of " + state);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public OperationState ended(String id) {
        return until(id, s -> !s.open());
    }

    @Override
    public void close() {
        engine.close();
        cloud.close();
        journal.close();
        control.close();
        simulator.close();
    }
}
