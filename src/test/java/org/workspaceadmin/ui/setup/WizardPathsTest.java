package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.simulator.SimulatorOptions;

/** Each way through the wizard, from the first card to a service that works. */
@ExtendWith(ApplicationExtension.class)
class WizardPathsTest {
    @TempDir Path folder;

    private Stage stage;
    private SetupFixture setup;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @AfterEach
    void stop() {
        setup.close();
    }

    private void open(Generation generation) throws IOException {
        setup = new SetupFixture(folder, UnaryOperator.<SimulatorOptions>identity());
        setup.interact(() -> setup.open(stage, generation));
    }

    @Test
    void aDirectoryInTheCloudByTheFirstGeneration() throws IOException {
        open(Generation.V1);
        setup.press("setup-begin");
        setup.press("setup-kind-CLOUD");
        setup.picture("setup-kind");
        setup.press("setup-next");
        setup.type("setup-NAME", "testapi.litead.com");
        setup.type("setup-ACCOUNT", "vdsadmin");
        setup.type("setup-PASSWORD", "Testabc!23");
        setup.picture("setup-domain-lite");
        setup.press("setup-next");
        network("setup-network-v1");
        setup.press("setup-next");
        setup.appears("setup-request");
        setup.picture("setup-review");
        assertThat(setup.text("setup-request"))
                .startsWith("POST /v1.0/" + setup.project.id() + "/workspaces")
                .contains("LITE_AD")
                .doesNotContain("Testabc!23");
        setup.press("setup-next");
        setup.appears("setup-finished");

        JsonNode sent = body();
        assertThat(sent.path("ad_domains").path("domain_name").asText())
                .isEqualTo("testapi.litead.com");
        assertThat(sent.path("subnet_ids").get(0).path("subnet_id").asText()).isNotEmpty();
    }

    @Test
    void theCompanysDirectoryByTheFirstGeneration() throws IOException {
        open(Generation.V1);
        setup.press("setup-begin");
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");
        setup.type("setup-ACCOUNT", "svc.join");
        setup.type("setup-PASSWORD", "Testabc123!");
        setup.type("setup-ACTIVE_IP", "10.0.0.9");
        setup.type("setup-ACTIVE_DNS", "10.0.0.9");
        setup.picture("setup-domain-local-v1");
        setup.press("setup-next");
        network("setup-network-local");
        setup.press("setup-next");
        setup.appears("setup-check-run");
        setup.press("setup-next");
        setup.press("setup-next");
        setup.appears("setup-finished");

        assertThat(body().path("ad_domains").path("active_dns_ip").asText()).isEqualTo("10.0.0.9");
    }

    @Test
    void aDirectoryInTheCloudByTheSecondGeneration() throws IOException {
        open(Generation.V2);
        setup.press("setup-begin");
        setup.press("setup-kind-CLOUD");
        setup.press("setup-next");
        network("setup-network-v2");
        setup.type("setup-ENTERPRISE_ID", "example-co");
        setup.until("the id is free", () -> setup.text("setup-enterprise-free").contains("free"));
        setup.press("setup-next");
        setup.press("setup-next");
        setup.appears("setup-progress-state");
        setup.picture("setup-progress");
        setup.appears("setup-finished");
        setup.picture("setup-progress-done");
        setup.press("setup-finished");
        setup.appears("setup-status");
        setup.until("the state is read", () -> setup.text("setup-status").equals("In service"));
        setup.picture("setup-service");

        assertThat(body().path("ad_domains").path("domain_type").asText()).isEqualTo("LITE_AS");
        assertThat(body().path("enterprise_id").asText()).isEqualTo("example-co");
    }

    @Test
    void theCompanysDirectoryByTheSecondGeneration() throws IOException {
        open(Generation.V2);
        setup.interact(() -> setup.texts.setLanguage(Language.CHINESE));
        setup.press("setup-begin");
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");
        setup.type("setup-ACCOUNT", "svc.join");
        setup.type("setup-PASSWORD", "Testabc123!");
        setup.type("setup-ACTIVE_NAME", "dc1.corp.example.com");
        setup.type("setup-ACTIVE_IP", "10.0.0.9");
        setup.type("setup-ACTIVE_DNS", "10.0.0");
        setup.type("setup-STANDBY_IP", "10.0.0.9");
        setup.press("setup-next");
        setup.until("the address is refused", () -> setup.visible("setup-fault-ACTIVE_DNS"));
        setup.picture("setup-domain-local-v2-zh");
        setup.type("setup-ACTIVE_DNS", "10.0.0.9");
        setup.type("setup-STANDBY_IP", "");
        TestAuthority authority = new TestAuthority("Example Corp CA");
        setup.chosenFile =
                Files.writeString(
                        folder.resolve("old.pem"),
                        TestAuthority.pem(
                                authority
                                        .issue(
                                                Instant.parse("2020-01-01T00:00:00Z"),
                                                Instant.parse("2021-01-01T00:00:00Z"),
                                                "dc1.corp.example.com")
                                        .own()));
        setup.press("setup-ldaps-choose");
        setup.until("an expired one is refused", () -> setup.visible("setup-ldaps-fault"));
        String pem = TestAuthority.pem(authority.issue("dc1.corp.example.com").own());
        setup.chosenFile = Files.writeString(folder.resolve("dc1.pem"), pem);
        setup.press("setup-ldaps-choose");
        setup.until(
                "it was read", () -> setup.text("setup-ldaps-what").contains("Example Corp CA"));
        setup.picture("setup-domain-ldaps-zh");
        setup.press("setup-next");
        network("setup-network-v2-zh");
        setup.until(
                "free addresses are told",
                () ->
                        setup.scene().getRoot().lookupAll(".label").stream()
                                .anyMatch(n ->
                                        n.getId() != null
                                                && n.getId().startsWith("subnet-free-")
                                                && ((Label) n).getText().matches(".*[0-9].*")));
        setup.press("setup-next");
        setup.press("setup-check-run");
        setup.until("the service answered", () -> setup.text("setup-check-verdict").contains("成功"));
        setup.picture("setup-check-zh");
        setup.press("setup-next");
        setup.picture("setup-review-zh");
        setup.press("setup-next");
        setup.appears("setup-finished");

        JsonNode sent = body().path("ad_domains");
        assertThat(sent.path("active_domain_name").asText()).isEqualTo("dc1.corp.example.com");
        assertThat(sent.path("use_ldaps").asBoolean()).isTrue();
        // The simulator masks the certificate in its log as everything of that name.
        assertThat(sent.path("tls_config").path("cert_pem").asText()).isNotEmpty();
        assertThat(sent.path("tls_config").path("cert_end_time").asText()).hasSize(19);
    }

    @Test
    void theKeyboardAloneLeadsThroughTheDomain() throws IOException {
        open(Generation.V1);
        setup.press("setup-begin");
        setup.press("setup-kind-COMPANY");
        setup.alt(KeyCode.N);
        setup.appears("setup-NAME");
        for (String[] each :
                new String[][] {
                    {"A", "ACCOUNT"},
                    {"P", "PASSWORD"},
                    {"R", "ACTIVE_IP"},
                    {"S", "ACTIVE_DNS"},
                    {"E", "STANDBY_IP"},
                    {"V", "STANDBY_DNS"},
                    {"D", "NAME"}
                }) {
            setup.alt(KeyCode.valueOf(each[0]));
            setup.until(
                    each[1] + " has the focus", () -> setup.node("setup-" + each[1]).isFocused());
        }
        setup.alt(KeyCode.B);
        setup.appears("setup-kind-COMPANY");
    }

    private void network(String picture) {
        setup.choose("setup-vpc", 0);
        setup.chooseFirstSubnet();
        setup.press("setup-access-INTERNET");
        setup.picture(picture);
    }

    private JsonNode body() throws IOException {
        List<JsonNode> applied =
                setup.bench.writes().stream()
                        .filter(w -> w.path("path").asText().endsWith("/workspaces"))
                        .toList();
        assertThat(applied).hasSize(1);
        return new ObjectMapper().readTree(applied.getFirst().path("body").asText());
    }
}
