package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.contract.VendorSigner;

class SignInTest extends SimulatorTestCase {
    private SimulatorClient.Reply signed(
            String method, String path, String body, String access, String secret) {
        return signed(method, path, body, access, secret, Map.of());
    }

    private SimulatorClient.Reply signed(
            String method,
            String path,
            String body,
            String access,
            String secret,
            Map<String, String> more) {
        HttpRequest.Builder request = client.request(method, path, body);
        VendorSigner.headers(method, client.uri(path), body, access, secret, more)
                .forEach(request::setHeader);
        return client.exchange(request.build());
    }

    private SimulatorClient.Reply mine(String path) {
        return signed("GET", path, null, simulator.accessKey(), simulator.secretKey());
    }

    private SimulatorClient.Reply withToken(String path, String token) {
        return client.exchange(
                client.request("GET", path, null).header("X-Auth-Token", token).build());
    }

    @Test
    void withoutSignInNothingIsAnswered() {
        SimulatorClient.Reply reply =
                client.exchange(client.request("GET", "/v2/{p}/workspaces", null).build());
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("APIGW.0301");
        assertThat(reply.json().path("request_id").asText()).isNotBlank();
        assertThat(reply.response().headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void fiveWrongSignaturesLockTheKeyForFiveMinutes() {
        for (int i = 0; i < 5; i++) {
            SimulatorClient.Reply wrong =
                    signed("GET", "/v2/{p}/workspaces", null, simulator.accessKey(), "wrong");
            assertThat(wrong.text()).contains("verify aksk signature fail");
        }
        assertThat(mine("/v2/{p}/workspaces").text())
                .contains("ak access failed to reach the limit");
        assertThat(mine("/v2/{p}/workspaces").status()).isEqualTo(401);
        clock.advance(Duration.ofMinutes(5));
        assertThat(mine("/v2/{p}/workspaces").status()).isEqualTo(200);
    }

    @Test
    void aRightSignatureStartsTheCountAgain() {
        for (int i = 0; i < 12; i++) {
            String secret = i % 4 == 3 ? simulator.secretKey() : "wrong";
            assertThat(
                            signed("GET", "/v2/{p}/workspaces", null, simulator.accessKey(), secret)
                                    .status())
                    .isEqualTo(i % 4 == 3 ? 200 : 401);
        }
    }

    @Test
    void anUnknownKeyIsNamed() {
        SimulatorClient.Reply reply = signed("GET", "/v2/{p}/workspaces", null, "NOSUCHKEY", "x");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("get secretkey failed").contains("ak not exist");
    }

    @Test
    void aQuarterOfAnHourIsTheLimitOfTheClock() {
        clock.advance(Duration.ofMinutes(14));
        assertThat(mine("/v2/{p}/workspaces").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        SimulatorClient.Reply late = mine("/v2/{p}/workspaces");
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text()).contains("x-sdk-date expired");
        assertThat(late.response().headers().firstValue("Date")).isPresent();
    }

    @Test
    void tokensLiveADayAndThenAskForRenewal() {
        assertThat(get("/v2/{p}/workspaces").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(24));
        SimulatorClient.Reply reply = get("/v2/{p}/workspaces");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("APIGW.0307");
        assertThat(withToken("/v2/{p}/workspaces", "garbage").text())
                .contains("decrypt token fail");
    }

    @Test
    void tokensCanBeOutdated() {
        client.control("POST", "/tokens/outdate", null);
        assertThat(get("/v2/{p}/workspaces").code()).isEqualTo("APIGW.0307");
    }

    @Test
    void theTokensScopeDecidesWhatItOpens() {
        String account = client.signIn("{\"domain\":{\"name\":\"" + simulator.account() + "\"}}");
        assertThat(withToken("/v2/{p}/workspaces", account).status()).isEqualTo(403);
        assertThat(withToken("/v3/auth/projects", account).status()).isEqualTo(200);
        String team = client.signIn("{\"project\":{\"name\":\"" + simulator.region() + "_team\"}}");
        assertThat(withToken("/v2/{p}/workspaces", team).status()).isEqualTo(403);
        SimulatorClient.Reply unknown =
                withToken("/v2/0123456789abcdef0123456789abcdef/workspaces", team);
        assertThat(unknown.code()).isEqualTo("APIGW.0310");
    }

    @Test
    void aWrongPasswordIsRefusedInTheShapeOfIam() {
        String body =
                """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":{"name":"%s"},
                "name":"%s","password":"no"}}}}}\
                """
                        .formatted(simulator.account(), simulator.user());
        SimulatorClient.Reply reply =
                client.exchange(client.request("POST", "/v3/auth/tokens", body).build());
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").path("code").asInt()).isEqualTo(401);
        assertThat(reply.json().path("error").path("message").asText())
                .contains("password is wrong");
    }

    @Test
    void theRegionHasExactlyOneProjectOfItsName() {
        JsonNode found = get("/v3/projects?name=" + simulator.region()).json().path("projects");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asText()).isEqualTo(simulator.projectId());
        assertThat(get("/v3/projects").json().path("projects")).hasSizeGreaterThan(1);
    }

    @Test
    void temporaryKeysNeedTheirTokenAndRunOut() {
        JsonNode credential =
                post(
                                "/v3.0/OS-CREDENTIAL/securitytokens",
                                "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"duration_seconds\":900}}}}")
                        .json()
                        .path("credential");
        String access = credential.path("access").asText();
        String secret = credential.path("secret").asText();
        Map<String, String> token =
                Map.of("X-Security-Token", credential.path("securitytoken").asText());
        assertThat(
                        signed("GET", "/v5/caller-identity", null, access, secret, token)
                                .json()
                                .path("principal_id")
                                .asText())
                .isEqualTo(simulator.userId());
        assertThat(signed("GET", "/v5/caller-identity", null, access, secret).status())
                .isEqualTo(401);
        clock.advance(Duration.ofSeconds(880));
        assertThat(signed("GET", "/v5/caller-identity", null, access, secret, token).status())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(19));
        assertThat(signed("GET", "/v5/caller-identity", null, access, secret, token).status())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));
        assertThat(signed("GET", "/v5/caller-identity", null, access, secret, token).text())
                .contains("expired");
    }

    @Test
    void onlySignedRequestsExplainARefusal() {
        fault("{\"kind\":\"deny\",\"path\":\"/workspaces$\",\"times\":1}");
        SimulatorClient.Reply denied = get("/v2/{p}/workspaces");
        assertThat(denied.status()).isEqualTo(403);
        String encoded = denied.json().path("encoded_authorization_message").asText();
        String body = "{\"encoded_message\":\"" + encoded + "\"}";
        assertThat(post("/v5/decode-authorization-message", body).status()).isEqualTo(401);
        String decoded =
                signed(
                                "POST",
                                "/v5/decode-authorization-message",
                                body,
                                simulator.accessKey(),
                                simulator.secretKey())
                        .json()
                        .path("decoded_message")
                        .asText();
        assertThat(decoded).contains("implicit deny");
        SimulatorClient.Reply foreign =
                signed(
                        "POST",
                        "/v5/decode-authorization-message",
                        "{\"encoded_message\":\"abc\"}",
                        simulator.accessKey(),
                        simulator.secretKey());
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.code()).startsWith("STS5.");
    }

    @Test
    void aTokenTellsWhoItIsFor() {
        SimulatorClient.Reply reply =
                client.exchange(
                        client.request("GET", "/v3/auth/tokens", null)
                                .header("X-Auth-Token", client.token())
                                .header("X-Subject-Token", client.token())
                                .build());
        assertThat(reply.json().path("token").path("project").path("id").asText())
                .isEqualTo(simulator.projectId());
        assertThat(reply.json().path("token").path("expires_at").asText()).matches(".*\\.\\d{6}Z");
    }

    @Test
    void whatARegionLacksIsNotFoundAtTheGateway() throws Exception {
        SimulatorOptions bare =
                options().withLacks(Set.of("domain-check", "v1")).withObserver(witness);
        try (Simulator region = Simulator.start(bare);
                SimulatorClient there = new SimulatorClient(region)) {
            SimulatorClient.Reply check =
                    there.call(
                            "POST",
                            "/v2/{p}/desktops/batch-rejoin-domain/check",
                            "{\"desktop_ids\":[\"x\"]}");
            assertThat(check.status()).isEqualTo(404);
            assertThat(check.code()).isEqualTo("APIGW.0101");
            assertThat(there.call("GET", "/v1.0/{p}/workspace-jobs/x", null).code())
                    .isEqualTo("APIGW.0101");
            assertThat(there.call("GET", "/v2/{p}/workspaces", null).status()).isEqualTo(200);
        }
        assertThat(get("/v2/{p}/no-such-thing").code()).isEqualTo("APIGW.0101");
    }

    @Test
    void theAnnouncementNamesAllAClientNeeds() throws Exception {
        JsonNode line = SimulatorClient.JSON.readTree(simulator.announcement());
        assertThat(simulator.announcement()).doesNotContain("\n");
        assertThat(line.path("endpoint").asText()).isEqualTo(simulator.endpoint().toString());
        assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "endpoint",
                        "projectId",
                        "accessKey",
                        "secretKey",
                        "account",
                        "user",
                        "password");
    }
}
