package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.simulator.SimulatorOptions;

/**
 * The samples of the vendor page Apply, typed into the wizard where no list can be had, come out as
 * the same JSON: on screen with the password masked, in the request with it.
 */
@ExtendWith(ApplicationExtension.class)
class SampleRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASK = "•••";

    @TempDir Path folder;

    private Stage stage;
    private SetupFixture setup;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @BeforeEach
    void open() throws IOException {
        setup = new SetupFixture(folder, UnaryOperator.<SimulatorOptions>identity());
        // Without lists everything is typed, as in the sample.
        setup.bench.fault("{\"kind\":\"deny\",\"path\":\"/vpcs\",\"times\":99}");
        setup.bench.fault("{\"kind\":\"deny\",\"path\":\"/subnets\",\"times\":99}");
        setup.bench.fault("{\"kind\":\"deny\",\"path\":\"availability-zones\",\"times\":99}");
        setup.interact(() -> setup.open(stage, Generation.V1));
        setup.press("setup-begin");
    }

    @AfterEach
    void stop() {
        setup.close();
    }

    @Test
    void theCloudsDirectory() throws IOException {
        JsonNode sample = sample("apply-lite.json");
        setup.press("setup-kind-CLOUD");
        setup.press("setup-next");
        setup.type("setup-NAME", "testapi.litead.com");
        setup.type("setup-ACCOUNT", "vdsadmin");
        setup.type("setup-PASSWORD", "Testabc!23");
        setup.press("setup-next");
        network(sample);

        assertThat(shown()).isEqualTo(masked(sample));
        assertThat(leaving()).isEqualTo(sample);
    }

    @Test
    void theCompanysDirectory() throws IOException {
        JsonNode sample = sample("apply-local.json");
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "devdesktop.test.com");
        setup.type("setup-ACCOUNT", "vdsadmin");
        setup.type("setup-PASSWORD", "Testabc123!");
        setup.type("setup-ACTIVE_IP", "10.0.0.9");
        setup.type("setup-ACTIVE_DNS", "10.0.0.9");
        setup.press("setup-next");
        network(sample);
        setup.press("setup-next");

        assertThat(shown()).isEqualTo(masked(sample));
        assertThat(leaving()).isEqualTo(sample);
    }

    private void network(JsonNode sample) {
        setup.type("setup-VPC", sample.path("vpc_id").asText());
        setup.interact(() -> setup.node("setup-access-INTERNET").requestFocus());
        StringBuilder ids = new StringBuilder();
        sample.path("subnet_ids")
                .forEach(s -> ids.append(s.path("subnet_id").asText()).append(", "));
        setup.type("setup-SUBNETS", ids.toString());
        setup.press("setup-access-" + sample.path("access_mode").asText());
        setup.interact(() -> {
            ComboBox<?> zone = (ComboBox<?>) setup.node("setup-zone");
            zone.getEditor().requestFocus();
            zone.getEditor().setText(sample.path("availability_zone").asText());
            setup.node("setup-access-INTERNET").requestFocus();
        });
        setup.press("setup-next");
    }

    private JsonNode shown() throws IOException {
        setup.appears("setup-request");
        String text = setup.text("setup-request");
        assertThat(text).startsWith("POST /v1.0/" + setup.project.id() + "/workspaces\n");
        return JSON.readTree(text.substring(text.indexOf('{')));
    }

    /** What the engine would send of the form as it is typed now. */
    private JsonNode leaving() throws IOException {
        ApplyOrder order = Objects.requireNonNull(setup.wizard().form().order());
        return JSON.readTree(
                setup.bench
                        .engine
                        .plan(
                                SetupFixture.CONNECTION,
                                new org.workspaceadmin.operation.Draft.Apply(order))
                        .requests()
                        .getFirst()
                        .request()
                        .body());
    }

    private static JsonNode masked(JsonNode sample) {
        ObjectNode copy = sample.deepCopy();
        ((ObjectNode) copy.get("ad_domains")).put("domain_password", MASK);
        return copy;
    }

    private static JsonNode sample(String name) throws IOException {
        try (InputStream in = SampleRequestsTest.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }
}
