package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.contract.Witness;

/** A simulator under a standing clock, and at the end the judgement of all exchanges. */
abstract class SimulatorTestCase {
    /** Seconds a job takes at most. */
    static final double JOB = 8;

    final SteppedClock clock = SteppedClock.atSystemTime();
    final Witness witness = new Witness();
    Simulator simulator;
    SimulatorClient client;

    SimulatorOptions options() {
        return Watched.options().withDesktops(400);
    }

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(options().withClock(clock).withObserver(witness));
        client = new SimulatorClient(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
        witness.assertContract();
    }

    SimulatorClient.Reply get(String path) {
        return client.call("GET", path, null);
    }

    SimulatorClient.Reply post(String path, String body) {
        return client.call("POST", path, body);
    }

    SimulatorClient.Reply put(String path, String body) {
        return client.call("PUT", path, body);
    }

    JsonNode truth(String id) {
        return client.control("GET", "/desktops/" + id, null).json();
    }

    void edit(String id, String wish) {
        assertThat(client.control("POST", "/desktops/" + id, wish).status()).isEqualTo(200);
    }

    /** Desktops as they really are, by a condition. */
    List<String> desktops(Predicate<JsonNode> condition) {
        List<String> found = new ArrayList<>();
        for (JsonNode desktop :
                client.control("GET", "/desktops?limit=100000", null).json().path("desktops")) {
            if (condition.test(desktop)) {
                found.add(desktop.path("desktop_id").asText());
            }
        }
        return found;
    }

    /**
     * Running, personal, pay-per-use Windows desktops in the domain, whose next operations succeed.
     */
    List<String> plain(int count) {
        List<String> found =
                desktops(d ->
                                d.path("status").asText().equals("ACTIVE")
                                        && d.path("os_type").asText().equals("Windows")
                                        && d.path("desktop_type").asText().equals("DEDICATED")
                                        && d.path("domain").asText().equals("in")
                                        && d.path("order_id").isNull()
                                        && !d.path("user_name").isNull())
                        .subList(0, count);
        found.forEach(id -> edit(id, "{\"outcome\":\"succeed\"}"));
        return found;
    }

    /** A list of ids as a body. */
    static String ids(List<String> ids) {
        return "{\"desktop_ids\":[\"" + String.join("\",\"", ids) + "\"]}";
    }

    JsonNode subJobs(String job) {
        return get("/v2/{p}/workspace-sub-jobs?job_id=" + job).json().path("jobs");
    }

    String parent(String job) {
        return get("/v2/{p}/workspace-jobs/" + job).json().path("status").asText();
    }

    void fault(String wish) {
        assertThat(client.control("POST", "/faults", wish).status()).isEqualTo(201);
    }
}
