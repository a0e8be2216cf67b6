package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening the service in both generations, and what belongs to it. */
class ServiceTest extends SimulatorTestCase {
    private String team = "";
    private String token = "";
    private String vpc = "";
    private String subnet = "";

    @BeforeEach
    void choose() {
        team =
                get("/v3/projects?name=" + simulator.region() + "_team")
                        .json()
                        .path("projects")
                        .path(0)
                        .path("id")
                        .asText();
        token = client.signIn("{\"project\":{\"id\":\"" + team + "\"}}");
        JsonNode chosen = get("/v1/{p}/subnets?limit=100").json().path("subnets").path(4);
        vpc = chosen.path("vpc_id").asText();
        subnet = chosen.path("id").asText();
    }

    private SimulatorClient.Reply there(String method, String path, String body) {
        return client.exchange(
                client.request(method, path.replace("{t}", team), body)
                        .header("X-Auth-Token", token)
                        .build());
    }

    private String apply(String domain) {
        return "{\"ad_domains\":"
                + domain
                + ",\"vpc_id\":\""
                + vpc
                + "\",\"subnet_ids\":[{\"subnet_id\":\""
                + subnet
                + "\"}],\"access_mode\":\"INTERNET\"}";
    }

    private static String lite(String name, String account, String password) {
        return "{\"domain_type\":\"LITE_AD\",\"domain_name\":\""
                + name
                + "\",\"domain_admin_account\":\""
                + account
                + "\",\"domain_password\":\""
                + password
                + "\"}";
    }

    private static String local(String password, String address) {
        return "{\"domain_type\":\"LOCAL_AD\",\"domain_name\":\"corp.example.com\","
                + "\"domain_admin_account\":\"svc\",\"domain_password\":\""
                + password
                + "\",\"active_domain_ip\":\""
                + address
                + "\",\"active_dns_ip\":\"10.16.0.9\",\"active_domain_name\":\"dc1.corp.example.com\"}";
    }

    private JsonNode service() {
        return there("GET", "/v2/{t}/workspaces", null).json();
    }

    @Test
    void theFirstGenerationOpensWithADirectoryInTheCloud() {
        assertThat(service().path("status").asText()).isEqualTo("CLOSED");
        assertThat(there("GET", "/v2/{t}/ous", null).code()).isEqualTo("WKS.00010099");
        String job =
                there(
                                "POST",
                                "/v1.0/{t}/workspaces",
                                apply(lite("desk.example.com", "deskadmin", "Testabc!23")))
                        .json()
                        .path("job_id")
                        .asText();
        String path = "/v1.0/{t}/workspace-jobs/" + job;
        assertThat(there("GET", path, null).json().path("status").asText()).isEqualTo("INIT");
        clock.advance(JOB * 0.15);
        assertThat(service().path("status").asText()).isEqualTo("PREPARING");
        clock.advance(JOB * 0.4);
        assertThat(service().path("status").asText()).isEqualTo("SUBSCRIBING");
        assertThat(service().path("progress").asText()).isEqualTo("50%");
        assertThat(there("GET", path, null).json().path("status").asText()).isEqualTo("RUNNING");
        clock.advance(JOB);
        assertThat(service().path("status").asText()).isEqualTo("SUBSCRIBED");
        assertThat(service().toString()).doesNotContain("Testabc");
        JsonNode ended = there("GET", path, null).json();
        assertThat(ended.path("status").asText()).isEqualTo("SUCCESS");
        assertThat(ended.path("begin_time").asText()).endsWith("Z");
        SimulatorClient.Reply twice =
                there(
                        "POST",
                        "/v1.0/{t}/workspaces",
                        apply(lite("desk.example.com", "deskadmin", "Testabc!23")));
        assertThat(twice.status()).isEqualTo(400);
        SimulatorClient.Reply cancel = there("DELETE", "/v2/{t}/workspaces", null);
        assertThat(cancel.status()).isEqualTo(202);
        assertThat(service().path("status").asText()).isEqualTo("DEREGISTERING");
        clock.advance(JOB);
        assertThat(service().path("status").asText()).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "desk,deskadmin,Testabc!23",
        "desk-.example.com,deskadmin,Testabc!23",
        "desk.example.c,deskadmin,Testabc!23",
        "desk.example.12,deskadmin,Testabc!23",
        "desk.example.com,Administrator,Testabc!23",
        "desk.example.com,1admin,Testabc!23",
        "desk.example.com,deskadmin,testabc!23",
        "desk.example.com,deskadmin,Testab111!",
        "desk.example.com,deskadmin,1Testabc!",
        "desk.example.com,Desk_Adm1,desk_Adm1"
    })
    void theFirstGenerationChecksItsDirectoryRules(String name, String account, String password) {
        assertThat(
                        there("POST", "/v1.0/{t}/workspaces", apply(lite(name, account, password)))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void generationsDoNotMix() {
        assertThat(
                        there(
                                        "POST",
                                        "/v2/{t}/workspaces",
                                        apply(lite("desk.example.com", "a", "Testabc!23")))
                                .status())
                .isEqualTo(400);
        assertThat(
                        there(
                                        "POST",
                                        "/v1.0/{t}/workspaces",
                                        apply("{\"domain_type\":\"LITE_AS\"}"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aWrongPasswordOpensAServiceThatDoesNotWork() {
        there("POST", "/v2/{t}/workspaces", apply(local("wrong-one", "10.16.0.9")));
        clock.advance(JOB);
        assertThat(service().path("status").asText()).isEqualTo("SUBSCRIBED");
        assertThat(service().path("config_status").asText()).isEqualTo("1");
    }

    @Test
    void anUnreachableControllerFailsTheJob() {
        String job =
                there("POST", "/v2/{t}/workspaces", apply(local("right-one", "192.0.2.9")))
                        .json()
                        .path("job_id")
                        .asText();
        clock.advance(JOB);
        assertThat(service().path("status").asText()).isEqualTo("SUBSCRIPTION_FAILED");
        assertThat(service().path("fail_reason").asText()).isNotBlank();
        JsonNode ended = there("GET", "/v2/{t}/workspace-jobs/" + job, null).json();
        assertThat(ended.path("status").asText()).isEqualTo("FAIL");
        assertThat(ended.path("job_error_code").asText()).startsWith("WKS.");
    }

    @Test
    void networksComeFromBothHosts() {
        assertThat(get("/v1/{p}/vpcs?limit=2").json().path("vpcs")).hasSize(2);
        JsonNode paged = get("/v3/{p}/vpc/vpcs?limit=2").json();
        String marker = paged.path("page_info").path("next_marker").asText();
        JsonNode last = get("/v3/{p}/vpc/vpcs?limit=2&marker=" + marker).json();
        assertThat(last.path("vpcs")).hasSize(1);
        assertThat(last.path("page_info").has("next_marker")).isFalse();
        assertThat(get("/v2/{p}/vpcs").json().path("vpcs")).hasSize(3);
        JsonNode own = get("/v2/{p}/subnets?vpc_id=" + vpc).json();
        assertThat(own.path("subnet_size").asInt()).isEqualTo(2);
        assertThat(
                        get("/v2/{p}/subnets/" + subnet + "/available-ip")
                                .json()
                                .path("available_ip")
                                .asInt())
                .isEqualTo(251);
        assertThat(get("/v3/{p}/vpc/virsubnets").json().path("virsubnets")).hasSize(7);
        assertThat(get("/v2.0/network-ip-availabilities/" + subnet).status()).isEqualTo(200);
        JsonNode cidrs =
                post("/v2/{p}/check-cidr", "{\"tenant_cidrs\":[\"172.20.0.0/16\",\"10.0.0.0/8\"]}")
                        .json();
        assertThat(cidrs.path("conflict_cidrs"))
                .extracting(JsonNode::asText)
                .containsExactly("172.20.0.0/16");
    }

    @Test
    void smallCallsAnswer() {
        assertThat(get("/v2/{p}/workspaces/lock-status").json().path("is_lock").asInt()).isZero();
        client.control(
                "POST", "/projects/" + simulator.projectId() + "/lock", "{\"reason\":\"arrears\"}");
        assertThat(get("/v2/{p}/workspaces/lock-status").json().path("is_lock").asInt())
                .isEqualTo(1);
        assertThat(put("/v2/{p}/workspaces/lock-status", "{\"operate_type\":\"unlock\"}").status())
                .isEqualTo(400);
        assertThat(put("/v2/{p}/workspaces/lock-status", "{\"operate_type\":\"unLock\"}").status())
                .isEqualTo(200);
        assertThat(get("/v2/{p}/workspaces/lock-status").json().path("is_lock").asInt()).isZero();
        assertThat(
                        post(
                                        "/v2/{p}/workspaces/enterprise-ids/check",
                                        "{\"enterprise_id\":\"exampleco\"}")
                                .json()
                                .path("is_used")
                                .asBoolean())
                .isTrue();
        String dc =
                "{\"domain\":\"corp.example.com\",\"dc_ip\":\"%s\",\"dc_name\":\"dc1.corp.example.com\","
                        + "\"domain_admin_account\":\"svc\",\"domain_password\":\"%s\"}";
        assertThat(
                        post(
                                        "/v2/{p}/domain-controllers/validation",
                                        dc.formatted("10.16.0.9", "right"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        post(
                                        "/v2/{p}/domain-controllers/validation",
                                        dc.formatted("10.16.0.9", "wrong"))
                                .status())
                .isEqualTo(400);
        assertThat(
                        post(
                                        "/v2/{p}/domain-controllers/validation",
                                        dc.formatted("192.0.2.1", "right"))
                                .status())
                .isEqualTo(400);
        assertThat(get("/v2/{p}/availability-zones/summary").json().path("azs").path("dedicated"))
                .hasSize(3);
        assertThat(
                        there("GET", "/v2/{t}/availability-zones", null)
                                .json()
                                .path("availability_zones")
                                .path(0)
                                .path("visible")
                                .isTextual())
                .isTrue();
        assertThat(get("/v2/{p}/quotas").json().path("quotas").path("resources")).isNotEmpty();
        assertThat(get("/v1.0/enterprise-projects").json().path("total_count").asInt())
                .isEqualTo(2);
        assertThat(
                        get("/v2/{p}/products?package_type=workstation")
                                .json()
                                .path("products")
                                .isObject())
                .isTrue();
        assertThat(get("/v2/{p}/images?image_type=private").json().path("total_count").asInt())
                .isEqualTo(1);
        assertThat(get("/v2/{p}/images?image_type=shared").status()).isEqualTo(400);
        JsonNode market = get("/v2/cloudimages?__imagetype=market").json().path("images");
        String id = market.path(0).path("id").asText();
        assertThat(
                        get("/v2/{p}/market-images?image_ids=" + id)
                                .json()
                                .path("images")
                                .path(0)
                                .path("product_code")
                                .asText())
                .isNotBlank();
        assertThat(get("/v2/{p}/groups").json().path("user_groups")).hasSize(10);
        String dn = get("/v2/{p}/ad-ous").json().path("ou_infos").path(0).path("ou_dn").asText();
        assertThat(
                        get("/v2/{p}/ou-users?ou_dn="
                                        + URLEncoder.encode(dn, StandardCharsets.UTF_8))
                                .json()
                                .path("user_infos"))
                .isNotEmpty();
        assertThat(get("/v2/{p}/ou-users?ou_dn=none").status()).isEqualTo(500);
        assertThat(
                        get("/v2/{p}/connect-desktops?connect_status=CONNECTED")
                                .json()
                                .path("total_count")
                                .asInt())
                .isPositive();
        assertThat(get("/v2/{p}/users").json().path("users")).hasSizeGreaterThan(300);
        assertThat(client.call("DELETE", "/v2/{p}/workspaces", null).status()).isEqualTo(403);
        SimulatorClient.Reply update = put("/v2/{p}/workspaces", "{\"access_mode\":\"INTERNET\"}");
        assertThat(update.json().path("job_id").asText()).isNotBlank();
    }
}
