package org.workspaceadmin.connection.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.refusal.Explanation.Boundary;
import org.workspaceadmin.connection.refusal.Explanation.Denial;
import org.workspaceadmin.connection.refusal.Explanation.Source;
import org.workspaceadmin.model.Problem;

/** Explaining refusals against the simulated service. */
class ExplainerTest {
    private static final String ANY_DESKTOP = "/desktops/[^/]+$";
    private static final String DECODE = "/decode-authorization-message$";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void namesTheMissingPermissionForKeysAndPasswords(boolean byPassword) {
        try (DeniedService denied = new DeniedService(byPassword, Set.of())) {
            denied.deny(ANY_DESKTOP);
            Problem refusal = denied.refusedRead();
            assertThat(Explainer.explains(refusal)).isTrue();

            Explanation found = denied.explainer().explain(refusal).await();

            assertThat(found.actions()).containsExactly("workspace:desktops:get");
            assertThat(found.source()).isEqualTo(Source.DECODED);
            assertThat(found.resources())
                    .singleElement()
                    .asString()
                    .matches("workspace:ap-southeast-3:[0-9a-f]+:desktop:\\*");
            assertThat(found.principal()).endsWith(":user:" + denied.simulator.user());
            assertThat(found.denial()).isEqualTo(Denial.NOT_ALLOWED);
            assertThat(found.boundary()).isEqualTo(Boundary.IDENTITY);
            assertThat(found.undecoded()).isNull();
            assertThat(found.decoded()).contains("implicit deny");
            assertThat(found.where().call())
                    .isEqualTo("GET /v2/{project_id}/desktops/{desktop_id}");
            assertThat(found.where().requestId()).isEqualTo(refusal.requestId()).isNotEmpty();
            assertThat(found.where().project()).contains(denied.simulator.projectId());
            assertThat(found.where().region()).isEqualTo("ap-southeast-3");
            assertThat(found.grantable()).isTrue();
        }
    }

    @Test
    void aUserWhoMayNotDecodeStillLearnsWhatTheCallIsDocumentedToNeed() {
        try (DeniedService denied = new DeniedService()) {
            denied.deny(ANY_DESKTOP);
            denied.deny(DECODE);

            Explanation found = denied.explainer().explain(denied.refusedRead()).await();

            Problem undecoded = Objects.requireNonNull(found.undecoded());
            assertThat(undecoded.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(undecoded.call()).isEqualTo("POST /v5/decode-authorization-message");
            assertThat(undecoded.code()).startsWith("STS5.");
            assertThat(found.actions()).containsExactly("workspace:desktops:get");
            assertThat(found.source()).isEqualTo(Source.CALL);
            assertThat(found.principal()).isEqualTo(denied.simulator.accessKey());
            assertThat(found.decoded()).isEmpty();
        }
    }

    @Test
    void aRegionWithoutStsIsHelpedByAnother() {
        try (DeniedService denied = new DeniedService(false, Set.of("sts"));
                DeniedService other = new DeniedService()) {
            denied.deny(ANY_DESKTOP);
            Problem refusal = denied.refusedRead();

            Explanation alone = denied.explainer().explain(refusal).await();
            assertThat(Objects.requireNonNull(alone.undecoded()).kind())
                    .isEqualTo(Problem.Kind.NOT_OFFERED);

            URI nowhere = URI.create("http://127.0.0.1:9");
            Explanation helped =
                    denied.explainer(nowhere, other.simulator.endpoint()).explain(refusal).await();
            assertThat(helped.undecoded()).isNull();
            assertThat(helped.actions()).containsExactly("workspace:desktops:get");
        }
    }

    @Test
    void onlyThePublicCloudHasOtherRegionsToAsk() {
        assertThat(StsRegions.besides(URI.create("https://sts.ap-southeast-3.myhuaweicloud.com")))
                .hasSize(2)
                .allMatch(uri -> uri.getHost().startsWith("sts.ap-"))
                .noneMatch(uri -> uri.getHost().contains("ap-southeast-3"));
        assertThat(StsRegions.besides(URI.create("https://sts.me-east-1.myhuaweicloud.com")))
                .hasSize(2);
        assertThat(StsRegions.besides(URI.create("https://sts.cloud.example.com"))).isEmpty();
        assertThat(StsRegions.besides(URI.create("https://sts.eu-west-101.myhuaweicloud.eu")))
                .isEmpty();
    }

    @Test
    void thePolicyStatementGrantsJustThat() throws Exception {
        try (DeniedService denied = new DeniedService()) {
            denied.deny(
                    ANY_DESKTOP,
                    "{\"failure\":\"implicit deny by identity-based policy\",\"context\":{\"action\":"
                            + "[\"workspace:desktops:get\",\"workspace:desktops:operate\"],"
                            + "\"resource\":\"all of them\"}}");
            Explanation found = denied.explainer().explain(denied.refusedRead()).await();

            JsonNode policy = new ObjectMapper().readTree(PolicyStatement.json(found));

            assertThat(policy.path("Version").asText()).isEqualTo("5.0");
            JsonNode statement = policy.path("Statement").path(0);
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(statement.path("Action").toString())
                    .isEqualTo("[\"workspace:desktops:get\",\"workspace:desktops:operate\"]");
            // no resource name that a policy would take
            assertThat(statement.path("Resource").toString()).isEqualTo("[\"*\"]");
        }
    }

    @Test
    void aNamedResourceGoesIntoTheStatement() {
        Explanation found =
                new Explanation(
                        List.of("workspace:desktops:get"),
                        Source.DECODED,
                        List.of("workspace:ap-southeast-3:a1:desktop:d-1"),
                        "u",
                        Denial.NOT_ALLOWED,
                        Boundary.IDENTITY,
                        "",
                        new Explanation.Where("c", "", "", "", java.time.Instant.EPOCH),
                        "",
                        null);
        assertThat(PolicyStatement.json(found))
                .contains("\"workspace:ap-southeast-3:a1:desktop:d-1\"");
    }
}
