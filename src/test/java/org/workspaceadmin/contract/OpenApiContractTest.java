package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.simulator.Exchange;

/** The judge itself: it lets a right exchange pass and catches each planted violation. */
class OpenApiContractTest {
    private static final String PROJECT = "/v2/0123456789abcdef0123456789abcdef";
    private static final Map<String, List<String>> TOKEN =
            Map.of("x-auth-token", List.of("MIIF"), "content-type", List.of("application/json"));

    private final OpenApiContract contract = new OpenApiContract();

    private static Exchange exchange(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String body,
            int status,
            String answer) {
        return new Exchange(
                1,
                Instant.EPOCH,
                method,
                path,
                query,
                headers,
                body,
                status,
                Map.of("Content-Type", List.of("application/json")),
                answer,
                false);
    }

    @Test
    void aRightExchangePasses() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "GET",
                                        PROJECT + "/desktops",
                                        "limit=10&desktop_id=a&desktop_id=b",
                                        TOKEN,
                                        "",
                                        200,
                                        "{\"total_count\":0,\"desktops\":[]}")))
                .isEmpty();
        assertThat(
                        contract.violations(
                                exchange(
                                        "PUT",
                                        PROJECT + "/desktops/sids",
                                        null,
                                        TOKEN,
                                        "{\"desktop_ids\":[\"a\"]}",
                                        204,
                                        "")))
                .isEmpty();
    }

    @Test
    void anUnknownQueryParameterIsCaught() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "GET",
                                        PROJECT + "/desktops",
                                        "page=1",
                                        TOKEN,
                                        "",
                                        200,
                                        "{\"total_count\":0,\"desktops\":[]}")))
                .anyMatch(v -> v.contains("query.unexpected"));
    }

    @Test
    void aMissingFieldOfTheRequestIsCaught() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "POST",
                                        PROJECT + "/desktops/rebuild",
                                        null,
                                        TOKEN,
                                        "{\"desktop_ids\":[\"a\"],\"image_type\":\"gold\"}",
                                        200,
                                        "{\"job_id\":\"j\"}")))
                .anyMatch(v -> v.contains("request") && v.contains("image_id"));
    }

    @Test
    void aWrongTypeInTheAnswerIsCaught() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "GET",
                                        PROJECT + "/desktops",
                                        null,
                                        TOKEN,
                                        "",
                                        200,
                                        "{\"total_count\":\"many\",\"desktops\":[]}")))
                .anyMatch(v -> v.contains("response.body.schema.type"));
    }

    @Test
    void aStatusThatIsNotDescribedIsCaught() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "PUT",
                                        PROJECT + "/desktops/change-username",
                                        null,
                                        TOKEN,
                                        "{\"old_username\":\"a\",\"new_username\":\"b\"}",
                                        202,
                                        "{\"job_id\":\"j\"}")))
                .anyMatch(v -> v.contains("status.unknown"));
    }

    @Test
    void aMissingOrIncompleteSignatureIsCaught() {
        assertThat(
                        contract.violations(
                                exchange(
                                        "GET",
                                        PROJECT + "/workspaces",
                                        null,
                                        Map.of(),
                                        "",
                                        200,
                                        "{\"status\":\"CLOSED\"}")))
                .anyMatch(v -> v.startsWith("sign-in"));
        Map<String, List<String>> partly =
                Map.of(
                        "authorization",
                        List.of(
                                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature="
                                        + "0".repeat(64)),
                        "x-sdk-date",
                        List.of("20260105T083000Z"),
                        "x-project-id",
                        List.of("0123456789abcdef0123456789abcdef"));
        assertThat(
                        contract.violations(
                                exchange(
                                        "GET",
                                        PROJECT + "/workspaces",
                                        null,
                                        partly,
                                        "",
                                        200,
                                        "{\"status\":\"CLOSED\"}")))
                .containsExactly("sign-in: x-project-id is not signed");
    }

    @Test
    void tooManyEntriesAreCaught() {
        String ids = "\"a\",".repeat(100) + "\"a\"";
        assertThat(
                        contract.violations(
                                exchange(
                                        "POST",
                                        PROJECT + "/desktops/batch-rejoin-domain/check",
                                        null,
                                        TOKEN,
                                        "{\"desktop_ids\":[" + ids + "]}",
                                        200,
                                        "{\"total_count\":0,\"desktops\":[]}")))
                .anyMatch(v -> v.contains("request.body.schema.maxItems"));
    }
}
