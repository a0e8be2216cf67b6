package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.SimulatedBench;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.Timer;

/** The engine and the simulated service, and the ways to make the service answer as wanted. */
final class SeedBench implements AutoCloseable {
    /** A connection with a wrong secret key. */
    static final String WRONG_KEY = "wrong-key";

    /** A connection to a project whose service was never opened. */
    static final String CLOSED = "closed";

    private static final int DESKTOPS = 40;

    final SimulatedBench bench;
    CloudConnection wrongKey;
    final CloudConnection closed;
    final String closedProject;

    private final Queue<Exchange> seen = new ConcurrentLinkedQueue<>();
    private final Deque<Desktop> unused;

    SeedBench(Path folder) throws IOException {
        bench = new SimulatedBench(folder, options -> options.withObserver(Watched.and(seen::add)));
        unused = new ArrayDeque<>(bench.outOfDomain(DESKTOPS, "succeed"));
        closedProject = secondProject();
        wrongKey = connect(bench.simulator.projectId(), "a-secret-key-that-is-wrong");
        closed = connect(closedProject, bench.simulator.secretKey());
        attach(WRONG_KEY, bench.simulator.projectId(), wrongKey);
        attach(CLOSED, closedProject, closed);
    }

    private String secondProject() {
        SimulatorClient.Reply reply =
                bench.control.call(
                        "GET", "/v3/projects?name=" + bench.simulator.region() + "_team", null);
        return reply.json().path("projects").path(0).path("id").asText();
    }

    private CloudConnection connect(String project, String secret) {
        return SimulatedBench.connect(
                bench.simulator.endpoint().toString(),
                project,
                bench.simulator.accessKey(),
                secret,
                Timer.system());
    }

    private void attach(String id, String project, CloudConnection connection) {
        bench.engine.attach(id, id, project, Generation.V2, connection);
    }

    /**
     * Submits over a connection with a wrong key that nothing was asked over yet: once refused, a
     * sign-in is not tried again, and the write would not even leave.
     */
    String submitWithWrongKey(Draft draft) {
        wrongKey.close();
        wrongKey = connect(bench.simulator.projectId(), "a-secret-key-that-is-wrong");
        attach(WRONG_KEY, bench.simulator.projectId(), wrongKey);
        return bench.submit(WRONG_KEY, draft);
    }

    /** Submits what the service is too busy for, and leaves it when the operator is asked. */
    String submitAndLeave(Draft draft) {
        String id = bench.submit(draft);
        bench.until(id, s -> s.phase() == OperationState.Phase.HELD);
        assertThat(bench.engine.dropUnsent(id).await()).isTrue();
        return id;
    }

    /** Windows desktops that are on, idle, out of the domain and in no operation yet. */
    List<Desktop> fresh(int count) {
        List<Desktop> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(unused.remove());
        }
        return taken;
    }

    /** One such desktop that is no longer as the operator's list shows it. */
    List<Desktop> changed(String wish) {
        List<Desktop> one = fresh(1);
        bench.edit(one.getFirst(), wish);
        return one;
    }

    String submit(Draft draft) {
        return bench.submit(draft);
    }

    /** The next call to this path is not carried out and gets an answer of the vendor's shape. */
    void answer(String path, int status, String code) {
        bench.fault(
                "{\"kind\":\"status\",\"times\":1,\"path\":\""
                        + path
                        + "$\",\"status\":"
                        + status
                        + ",\"body\":{\"error_code\":\""
                        + code
                        + "\",\"error_msg\":\"in the service's words\","
                        + "\"error_detail\":\"and more of them\"}}");
    }

    /** The next call to this path is refused for want of a permission. */
    void deny(String path) {
        bench.fault("{\"kind\":\"deny\",\"times\":1,\"path\":\"" + path + "$\"}");
    }

    /** The newest exchange on this path; it ended before this returns. */
    Exchange newest(String path) {
        bench.control.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
        List<Exchange> there = seen.stream().filter(e -> e.path().endsWith(path)).toList();
        assertThat(there).isNotEmpty();
        return there.getLast();
    }

    /** The code in an answer, empty when it has none. */
    static String code(Exchange exchange) {
        try {
            JsonNode body = SimulatorClient.JSON.readTree(exchange.responseBody());
            return body.path("error_code").asText("");
        } catch (IOException e) {
            throw new AssertionError(exchange.responseBody(), e);
        }
    }

    @Override
    public void close() {
        bench.close();
        wrongKey.close();
        closed.close();
    }
}
