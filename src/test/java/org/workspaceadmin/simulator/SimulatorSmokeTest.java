package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workspaceadmin.contract.Watched;

class SimulatorSmokeTest {
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void rejoinBringsADesktopBackIntoTheDomain(HttpClient.Version version) throws Exception {
        SteppedClock clock = new SteppedClock();
        SimulatorOptions options = Watched.options().withDesktops(300).withClock(clock);
        try (Simulator simulator = Simulator.start(options);
                SimulatorClient client = new SimulatorClient(simulator, version)) {
            JsonNode list = client.call("GET", "/v2/{p}/desktops/detail?limit=500", null).json();
            assertThat(list.path("total_count").asInt()).isEqualTo(300);
            String id = "";
            for (JsonNode truth :
                    client.control("GET", "/desktops?domain=out", null).json().path("desktops")) {
                if (truth.path("status").asText().equals("ACTIVE")
                        && !truth.path("sid_differs").asBoolean()) {
                    id = truth.path("desktop_id").asText();
                }
            }
            client.control("POST", "/desktops/" + id, "{\"outcome\":\"succeed\"}");
            SimulatorClient.Reply reply =
                    client.call("POST", "/v2/{p}/desktops/" + id + "/rejoin-domain", null);
            assertThat(reply.status()).as(reply.text()).isEqualTo(202);
            String job = reply.json().path("job_id").asText();
            assertThat(
                            client.call("GET", "/v2/{p}/workspace-sub-jobs?job_id=" + job, null)
                                    .json()
                                    .path("total_count")
                                    .asInt())
                    .isZero();
            clock.advance(8);
            assertThat(
                            client.call("GET", "/v2/{p}/workspace-sub-jobs?job_id=" + job, null)
                                    .json()
                                    .path("jobs")
                                    .path(0)
                                    .path("status")
                                    .asText())
                    .isEqualTo("SUCCESS");
            JsonNode check =
                    client.call(
                                    "POST",
                                    "/v2/{p}/desktops/batch-rejoin-domain/check",
                                    "{\"desktop_ids\":[\"" + id + "\"]}")
                            .json();
            assertThat(check.path("desktops").path(0).path("domain_status").asInt()).isEqualTo(1);
        }
    }
}
