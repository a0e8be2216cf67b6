package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Injected faults, the log of requests, and exchanges that the client gives up. */
class FaultTest extends SimulatorTestCase {
    private HttpRequest rejoin(String id) {
        return client.request("POST", "/v2/{p}/desktops/" + id + "/rejoin-domain", null)
                .header("X-Auth-Token", client.token())
                .build();
    }

    private JsonNode lastRequest() {
        JsonNode all = client.control("GET", "/requests", null).json().path("requests");
        return all.path(all.size() - 1);
    }

    @Test
    void aStatusComesAsOftenAsAskedFor() {
        fault(
                "{\"kind\":\"status\",\"status\":503,\"path\":\"/desktops/detail\",\"method\":\"GET\",\"times\":2}");
        assertThat(get("/v2/{p}/desktops/detail?limit=1").status()).isEqualTo(503);
        assertThat(get("/v2/{p}/workspaces").status()).isEqualTo(200);
        assertThat(get("/v2/{p}/desktops/detail?limit=1").status()).isEqualTo(503);
        assertThat(get("/v2/{p}/desktops/detail?limit=1").status()).isEqualTo(200);
        assertThat(client.control("GET", "/faults", null).json().path(0).path("hits").asInt())
                .isEqualTo(2);
    }

    @Test
    void aBodyOfOnesOwnIsSentAsItIs() {
        fault("{\"kind\":\"status\",\"status\":502,\"body\":\"<html>bad gateway</html>\"}");
        SimulatorClient.Reply page = get("/v2/{p}/workspaces");
        assertThat(page.text()).isEqualTo("<html>bad gateway</html>");
        assertThat(page.response().headers().firstValue("Content-Type")).hasValue("text/html");
        client.control("DELETE", "/faults", null);
        assertThat(get("/v2/{p}/workspaces").status()).isEqualTo(200);
    }

    @Test
    void throttlingIsToldByTheGateway() {
        fault("{\"kind\":\"throttle\",\"times\":1}");
        SimulatorClient.Reply reply = get("/v2/{p}/workspaces");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo("APIGW.0308");
        assertThat(reply.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aShareOfCallsIsTheSameInEveryRun() throws Exception {
        List<Integer> first = shares(client);
        try (Simulator twin = Simulator.start(options());
                SimulatorClient there = new SimulatorClient(twin)) {
            assertThat(shares(there)).isEqualTo(first);
        }
        assertThat(first).contains(200, 500);
    }

    private static List<Integer> shares(SimulatorClient client) {
        client.control(
                "POST",
                "/faults",
                "{\"kind\":\"status\",\"status\":500,\"share\":0.3,\"path\":\"/quotas\"}");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            statuses.add(client.call("GET", "/v2/{p}/quotas", null).status());
        }
        return statuses;
    }

    @ParameterizedTest
    @CsvSource({
        "reset,before,false",
        "reset,after,true",
        "truncate,before,false",
        "truncate,after,true"
    })
    void aBrokenConnectionLeavesOpenWhetherTheRequestTookEffect(
            String kind, String moment, boolean effect) {
        String id = plain(1).getFirst();
        fault(
                "{\"kind\":\""
                        + kind
                        + "\",\"moment\":\""
                        + moment
                        + "\",\"path\":\"rejoin-domain\",\"times\":1}");
        assertThatThrownBy(() -> client.send(rejoin(id))).isInstanceOf(IOException.class);
        assertThat(truth(id).path("busy_with").isNull()).isEqualTo(!effect);
        client.until("/_simulator/requests", r -> r.text().contains("\"fault\":\"" + kind + "\""));
        assertThat(lastRequest().path("processed").asBoolean()).isEqualTo(effect);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aClientThatGivesUpIsSeenToGo(HttpClient.Version version) {
        try (SimulatorClient impatient = new SimulatorClient(simulator, version)) {
            fault("{\"kind\":\"stall\",\"path\":\"/workspaces$\",\"times\":1}");
            HttpRequest request =
                    impatient
                            .request("GET", "/v2/{p}/workspaces", null)
                            .header("X-Auth-Token", impatient.token())
                            .build();
            CompletableFuture<HttpResponse<String>> answer =
                    impatient.http().sendAsync(request, HttpResponse.BodyHandlers.ofString());
            client.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 1);
            answer.cancel(true);
            client.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
            client.until("/_simulator/requests", r -> r.text().contains("\"client_gone\":true"));
        }
    }

    @Test
    void aDelayHoldsOnlyItsOwnRequest() {
        fault("{\"kind\":\"delay\",\"delay_ms\":300,\"path\":\"/quotas\",\"times\":1}");
        HttpRequest slow =
                client.request("GET", "/v2/{p}/quotas", null)
                        .header("X-Auth-Token", client.token())
                        .build();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer =
                client.http().sendAsync(slow, HttpResponse.BodyHandlers.ofString());
        assertThat(get("/v2/{p}/workspaces").status()).isEqualTo(200);
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void faultsCanLookAtTheBody() {
        List<String> two = plain(2);
        fault(
                "{\"kind\":\"status\",\"status\":500,\"path\":\"/sids$\",\"body_contains\":\""
                        + two.get(1)
                        + "\"}");
        assertThat(put("/v2/{p}/desktops/sids", ids(two.subList(0, 1))).status()).isEqualTo(204);
        assertThat(put("/v2/{p}/desktops/sids", ids(two.subList(1, 2))).status()).isEqualTo(500);
        assertThat(client.control("POST", "/faults", "{\"kind\":\"flood\"}").status())
                .isEqualTo(400);
        assertThat(
                        client.control("POST", "/faults", "{\"kind\":\"reset\",\"path\":\"(\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void theLogTellsWhatCameWithoutPasswords() {
        long since = client.control("GET", "/state", null).json().path("newest_request").asLong();
        String id = plain(1).getFirst();
        String job = client.exchange(rejoin(id)).json().path("job_id").asText();
        client.signIn("{\"domain\":{\"name\":\"" + simulator.account() + "\"}}");
        JsonNode log =
                client.until(
                                "/_simulator/requests?since=" + since,
                                r -> r.json().path("requests").size() == 2)
                        .json()
                        .path("requests");
        assertThat(log.path(0).path("job_id").asText()).isEqualTo(job);
        assertThat(log.path(0).path("status").asInt()).isEqualTo(202);
        assertThat(log.path(1).path("body").asText())
                .contains(simulator.user())
                .contains("\"password\":\"***\"");
        assertThat(log.toString()).doesNotContain(simulator.password());
    }
}
