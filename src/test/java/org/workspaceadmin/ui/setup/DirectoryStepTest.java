package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.simulator.SimulatorOptions;

/** The wizard's Check step: what is found from here, beside what the service found. */
@ExtendWith(ApplicationExtension.class)
class DirectoryStepTest {
    private static final String CONTROLLER = "10.0.0.9";

    /** The simulated service reaches none of these addresses. */
    private static final String UNREACHABLE = "192.0.2.9";

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
        setup.interact(() -> setup.open(stage, Generation.V2));
        setup.directory.script = Findings::healthy;
    }

    @AfterEach
    void stop() {
        setup.close();
    }

    private void toCheck(String controller, String password) {
        setup.press("setup-begin");
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");
        setup.type("setup-ACCOUNT", "svc.join");
        setup.type("setup-PASSWORD", password);
        setup.type("setup-ACTIVE_NAME", "dc1.corp.example.com");
        setup.type("setup-ACTIVE_IP", controller);
        setup.type("setup-ACTIVE_DNS", controller);
        setup.press("setup-next");
        setup.choose("setup-vpc", 0);
        setup.chooseFirstSubnet();
        setup.press("setup-access-INTERNET");
        setup.press("setup-next");
        setup.appears("setup-directory-start");
    }

    private void both() {
        setup.press("setup-directory-start");
        ended();
        setup.press("setup-check-run");
        setup.until("the service answered", () -> !setup.text("setup-check-verdict").contains("…"));
    }

    private void ended() {
        setup.until(
                "the check is over",
                () ->
                        setup.wizard().directory().stateProperty().get()
                                == DirectoryViewModel.State.DONE);
    }

    @Test
    void bothGetThrough() {
        toCheck(CONTROLLER, "Testabc!23");
        assertThat(setup.directory.orders).as("never by itself").isEmpty();
        assertThat(setup.text("setup-vantage-title")).isEqualTo("Nothing is known yet");
        both();

        assertThat(setup.text("setup-vantage-title")).isEqualTo("Both get through");
        assertThat(setup.text("setup-directory-state")).isEqualTo("Everything works");
        setup.picture("setup-directory-both");
    }

    @Test
    void onlyThisComputerGetsThrough() {
        toCheck(UNREACHABLE, "Testabc!23");
        both();

        assertThat(setup.text("setup-vantage-title"))
                .isEqualTo("This computer gets through, the service does not");
        assertThat(setup.text("setup-vantage-text")).contains("VPN", "security group");
        setup.picture("setup-directory-only-ours");
    }

    @Test
    void onlyTheServiceGetsThrough() {
        setup.directory.script =
                order ->
                        Findings.with(
                                Findings.healthy(order),
                                Findings.ports(
                                        CONTROLLER,
                                        Verdict.BAD,
                                        "NOTHING",
                                        "53, 88, 123, 135, 139, 389, 445, 464, 593, 636, 3268,"
                                                + " 3269"),
                                Findings.of(
                                        CheckKind.IDENTITY,
                                        CONTROLLER,
                                        Verdict.BAD,
                                        "NO_ANSWER",
                                        List.of("connect timed out")),
                                Findings.of(
                                        CheckKind.ACCOUNT,
                                        CONTROLLER,
                                        Verdict.UNKNOWN,
                                        "NO_SAFE_WAY",
                                        List.of("connect timed out")));
        toCheck(CONTROLLER, "Testabc!23");
        both();

        assertThat(setup.text("setup-vantage-title"))
                .isEqualTo("The service gets through, this computer does not");
        setup.picture("setup-directory-only-cloud");
    }
}
