package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.contract.Watched;

class DesktopListTest extends SimulatorTestCase {
    @Override
    SimulatorOptions options() {
        return Watched.options().withDesktops(1203);
    }

    private JsonNode details(String query) {
        SimulatorClient.Reply reply = get("/v2/{p}/desktops/detail?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> column(JsonNode page, String field) {
        List<String> values = new ArrayList<>();
        page.path("desktops").forEach(d -> values.add(d.path(field).asText()));
        return values;
    }

    @Test
    void pagesCoverEveryDesktopOnce() {
        Set<String> seen = new HashSet<>();
        for (int offset = 0; offset < 1203; offset += 500) {
            JsonNode page = details("limit=500&offset=" + offset);
            assertThat(page.path("total_count").asInt()).isEqualTo(1203);
            seen.addAll(column(page, "desktop_id"));
        }
        assertThat(seen).hasSize(1203);
        assertThat(details("offset=5000").path("desktops")).isEmpty();
    }

    @Test
    void aDetailPageNeverHoldsMoreThan500() {
        assertThat(details("limit=1000").path("desktops")).hasSize(500);
        assertThat(details("limit=0").path("desktops")).isEmpty();
        assertThat(get("/v2/{p}/desktops").json().path("desktops")).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detail?limit=1001",
                "detail?limit=-1",
                "detail?limit=many",
                "detail?offset=-1",
                "detail?status=BROKEN",
                "detail?sort_field=name",
                "detail?charge_mode=2",
                "detail?in_maintenance_mode=perhaps",
                "?limit=1001"
            })
    void violatedLimitsAreRefused(String query) {
        SimulatorClient.Reply reply =
                get("/v2/{p}/desktops" + (query.startsWith("?") ? query : "/" + query));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).startsWith("WKS.");
    }

    @Test
    void moreThanAHundredIdsAreRefused() {
        StringBuilder query = new StringBuilder("desktop_id=x");
        for (int i = 0; i < 100; i++) {
            query.append("&desktop_id=").append(i);
        }
        assertThat(get("/v2/{p}/desktops/detail?" + query).status()).isEqualTo(400);
        String longName = "n".repeat(37);
        assertThat(get("/v2/{p}/desktops/detail?user_names=" + longName).status()).isEqualTo(400);
    }

    @Test
    void everyFilterNarrowsTheList() {
        JsonNode all = details("limit=500");
        JsonNode one = all.path("desktops").path(3);
        String user =
                column(all, "user_name").stream()
                        .filter(u -> !u.isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(column(details("user_name=" + user), "user_name"))
                .isNotEmpty()
                .allMatch(u -> u.contains(user));
        assertThat(column(details("user_names=" + user), "user_name"))
                .isNotEmpty()
                .allMatch(u -> u.equals(user));
        assertThat(column(details("computer_name=fin-00"), "computer_name"))
                .isNotEmpty()
                .allMatch(n -> n.startsWith("FIN-00"));
        assertThat(column(details("status=SHUTOFF"), "status"))
                .isNotEmpty()
                .containsOnly("SHUTOFF");
        assertThat(column(details("desktop_type=POOLED"), "desktop_type"))
                .isNotEmpty()
                .containsOnly("POOLED");
        assertThat(column(details("in_maintenance_mode=true"), "in_maintenance_mode"))
                .isNotEmpty()
                .containsOnly("true");
        assertThat(details("user_attached=false").path("desktops"))
                .isNotEmpty()
                .allMatch(d -> !d.has("user_name"));
        assertThat(details("charge_mode=0").path("desktops"))
                .isNotEmpty()
                .allMatch(d ->
                        d.has("order_id")
                                && d.path("metadata").path("charging_mode").asText().equals("1"));
        assertThat(details("tag=dept%3DHR").path("desktops"))
                .isNotEmpty()
                .allMatch(d -> d.path("computer_name").asText().startsWith("HR-"));
        String image = one.path("metadata").path("metering.image_id").asText();
        assertThat(details("image_id=" + image).path("desktops"))
                .isNotEmpty()
                .allMatch(d -> d.path("metadata").path("metering.image_id").asText().equals(image));
        String ip = one.path("ipv4").asText();
        assertThat(column(details("desktop_ip=" + ip), "ipv4")).contains(ip);
        String zone = one.path("availability_zone").asText();
        assertThat(column(details("availability_zone=" + zone), "availability_zone"))
                .containsOnly(zone);
        String subnet = one.path("subnet_id").asText();
        assertThat(column(details("subnet_id=" + subnet), "subnet_id")).containsOnly(subnet);
    }

    @Test
    void sortingGoesBothWays() {
        assertThat(column(details("sort_field=computer_name&limit=300"), "computer_name"))
                .isSorted();
        List<String> down =
                column(
                        details("sort_field=computer_name&sort_type=DESC&limit=300"),
                        "computer_name");
        assertThat(down.reversed()).isSorted();
    }

    @Test
    void theFleetIsBelievable() {
        List<JsonNode> fleet = new ArrayList<>();
        client.control("GET", "/desktops?limit=100000", null)
                .json()
                .path("desktops")
                .forEach(fleet::add);
        long windows =
                fleet.stream().filter(d -> d.path("os_type").asText().equals("Windows")).count();
        long out = fleet.stream().filter(d -> d.path("domain").asText().equals("out")).count();
        long silent =
                fleet.stream().filter(d -> d.path("domain").asText().equals("unknown")).count();
        assertThat(windows).isBetween(1000L, 1170L);
        assertThat((double) out / windows).isBetween(0.04, 0.08);
        assertThat((double) silent / windows).isBetween(0.01, 0.035);
        assertThat(fleet)
                .extracting(d -> d.path("status").asText())
                .contains("ACTIVE", "SHUTOFF", "HIBERNATED", "ERROR", "");
        assertThat(fleet).extracting(d -> d.path("computer_name").asText()).doesNotHaveDuplicates();
        List<String> created = column(details("limit=500"), "created");
        assertThat(created)
                .anyMatch(c -> c.endsWith("Z"))
                .anyMatch(c -> c.matches("[0-9-]{10} [0-9:]{8}"));
    }

    @Test
    void oneDesktopComesAsObjectOrAsTheExamplesArray() {
        List<String> ids = column(get("/v2/{p}/desktops?limit=16").json(), "desktop_id");
        assertThat(get("/v2/{p}/desktops/" + ids.get(0)).json().path("desktop").isObject())
                .isTrue();
        JsonNode odd = get("/v2/{p}/desktops/" + ids.get(7)).json().path("desktop");
        assertThat(odd.isArray()).isTrue();
        assertThat(odd.path(0).path("addresses").isArray()).isTrue();
        assertThat(get("/v2/{p}/desktops/none").status()).isEqualTo(404);
    }

    @Test
    void theSameSeedMakesTheSameWorld() throws Exception {
        String first = get("/v2/{p}/desktops/detail?limit=200").text();
        try (Simulator twin = Simulator.start(options());
                SimulatorClient there = new SimulatorClient(twin)) {
            assertThat(twin.projectId()).isEqualTo(simulator.projectId());
            assertThat(twin.secretKey()).isEqualTo(simulator.secretKey());
            assertThat(there.call("GET", "/v2/{p}/desktops/detail?limit=200", null).text())
                    .isEqualTo(first);
        }
        try (Simulator other = Simulator.start(options().withSeed(2));
                SimulatorClient there = new SimulatorClient(other)) {
            assertThat(there.call("GET", "/v2/{p}/desktops/detail?limit=200", null).text())
                    .isNotEqualTo(first);
        }
    }
}
