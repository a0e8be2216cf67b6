package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;

/** The directory's check at any time, also where there is no service. */
@ExtendWith(ApplicationExtension.class)
class CheckDirectoryTest {
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

    @Test
    void aDirectoryIsCheckedWithoutAServiceAndThePasswordForgotten() throws IOException {
        setup = new SetupFixture(folder, UnaryOperator.<SimulatorOptions>identity());
        SimulatedDirectory company = setup.bench.simulator.directory();
        setup.directory.real =
                new SimulatedPort(
                        (host, service) -> company.at(host, service.port()),
                        Anchors.of(List.of(company.authority())));
        setup.interact(() -> setup.open(stage, Generation.V2));
        setup.press("setup-check-directory");
        setup.appears("setup-directory-start");
        assertThat(setup.node("setup-directory-start").isDisabled()).isTrue();
        setup.picture("setup-later-empty");
        setup.type("setup-NAME", company.domain());
        setup.type("setup-ACTIVE_IP", "10.16.0.9");
        setup.type("setup-ACTIVE_NAME", company.name("10.16.0.9"));
        setup.type("setup-ACTIVE_DNS", "10.16.0.9");
        setup.type("setup-ACCOUNT", company.account());
        setup.type("setup-PASSWORD", company.password());
        setup.press("setup-directory-start");
        setup.until(
                "it works", () -> setup.text("setup-directory-state").equals("Everything works"));
        setup.picture("setup-later-done");

        setup.press("setup-directory-back");
        setup.press("setup-check-directory");

        assertThat(setup.text("setup-PASSWORD")).isEmpty();
        assertThat(setup.remembered.values()).doesNotContain(company.password());
    }
}
