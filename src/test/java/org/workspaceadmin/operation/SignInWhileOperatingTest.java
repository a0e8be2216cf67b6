package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Temporary keys that end while an operation is being sent, with everything real: the program, its
 * client and the simulated service on one clock that is moved by hand.
 */
class SignInWhileOperatingTest {
    private static final String CONNECTION = "c";
    private static final Duration KEYS = Duration.ofMinutes(15);

    @TempDir Path folder;

    private final ManualTimer clock = new ManualTimer();
    private Simulator simulator;
    private SimulatorClient control;
    private CloudConnection cloud;
    private Journal journal;
    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        simulator =
                Simulator.start(
                        Watched.options()
                                .withDesktops(900)
                                .withJobTime(Duration.ofSeconds(5))
                                .withClock(clock));
        control = new SimulatorClient(simulator);
        cloud = connect(temporary());
        journal = Journal.open(folder.resolve("journal.db"), UnaryOperator.identity(), clock);
        engine =
                new Engine(
                        journal,
                        Workers.virtual("engine"),
                        clock,
                        PollSettings.standard(),
                        EnginePorts.NONE,
                        UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        engine.close();
        cloud.close();
        journal.close();
        control.close();
        simulator.close();
    }

    @Test
    void whatHadNotLeftGoesOnAfterSigningInAgain() {
        engine.attach(
                CONNECTION, "c", simulator.projectId(), Generation.V2, endingAfterTheFirstWrite());
        List<Desktop> desktops = idle(250);
        Plan plan = engine.plan(CONNECTION, new Draft.UpdateSids(desktops));
        assertThat(plan.requests()).hasSize(3);

        String id = engine.submit(plan, "").await();
        OperationState held = until(id, s -> s.phase() == Phase.HELD);

        assertThat(held.problem()).isNotNull();
        assertThat(held.problem().kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(held.count(Outcome.FAILED)).isZero();
        assertThat(cloud.health().signInNeeded()).isTrue();
        assertThat(bodies()).hasSize(1);
        assertThat(refusedByTheService()).as("nothing was sent with keys that had ended").isZero();

        cloud.signInAgain(temporary()).await();
        assertThat(engine.resume(id).await()).isTrue();
        OperationState end = until(id, s -> !s.open());

        assertThat(end.targets())
                .as("every desktop's own end, well or not")
                .hasSize(250)
                .allSatisfy(t -> assertThat(t.outcome()).isIn(Outcome.SUCCEEDED, Outcome.FAILED));
        assertThat(end.count(Outcome.SUCCEEDED)).isGreaterThan(200);
        List<String> planned = plan.requests().stream().map(r -> r.request().body()).toList();
        assertThat(bodies()).as("each request once").containsExactlyInAnyOrderElementsOf(planned);
    }

    /** The connection, with the keys running out after its first write and before its second. */
    private WorkspaceService endingAfterTheFirstWrite() {
        AtomicInteger sends = new AtomicInteger();
        CompletableFuture<Work<?>> first = new CompletableFuture<>();
        return (WorkspaceService)
                Proxy.newProxyInstance(
                        WorkspaceService.class.getClassLoader(),
                        new Class<?>[] {WorkspaceService.class},
                        (proxy, method, arguments) -> {
                            int number =
                                    method.getName().equals("send") ? sends.incrementAndGet() : 0;
                            if (number == 2) {
                                first.join().await();
                                clock.advance(KEYS);
                            }
                            Object result = forward(method, arguments);
                            if (number == 1) {
                                first.complete((Work<?>) result);
                            }
                            return result;
                        });
    }

    private Object forward(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(cloud, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private CloudConnection connect(Credentials credentials) {
        return Cloud.connect(
                CloudSettings.single(
                        simulator.endpoint(),
                        simulator.projectId(),
                        simulator.region(),
                        Generation.V2),
                credentials,
                Workers.virtual("cloud"),
                clock,
                new Redactor());
    }

    private Credentials temporary() {
        try (CloudConnection issuer =
                connect(
                        new Credentials.Password(
                                simulator.account(),
                                simulator.user(),
                                simulator.password().toCharArray()))) {
            TemporaryKey key = issuer.temporaryKey((int) KEYS.toSeconds()).await();
            return new Credentials.TemporaryKey(
                    key.access(), key.secret(), key.token(), key.expires());
        }
    }

    private List<Desktop> idle(int count) {
        return cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops().stream()
                .filter(d -> d.active() && !d.busy() && !d.frozen() && !d.maintenance())
                .filter(d -> d.osFamily().is(OsFamily.WINDOWS))
                .filter(d -> d.type().is(DesktopType.DEDICATED))
                .limit(count)
                .toList();
    }

    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (JsonNode request : log()) {
            if (request.path("path").asText().endsWith("/sids")
                    && request.path("processed").asBoolean()) {
                bodies.add(request.path("body").asText());
            }
        }
        return bodies;
    }

    private long refusedByTheService() {
        long refused = 0;
        for (JsonNode request : log()) {
            refused += request.path("status").asInt() == 401 ? 1 : 0;
        }
        return refused;
    }

    private JsonNode log() {
        control.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
        return control.control("GET", "/requests", null).json().path("requests");
    }

    private OperationState until(String id, Predicate<OperationState> condition) {
        Instant end = Instant.now().plusSeconds(30);
        while (true) {
            OperationState state =
                    engine.all().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
            if (condition.test(state)) {
                return state;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never came true of " + state);
            }
            LockSupport.parkNanos(5_000_000);
            clock.advance(Duration.ofMillis(200));
        }
    }
}
