package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.SimulatedBench;
import org.workspaceadmin.operation.Way;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.operation.TestContext;

/** Waves of a real engine against the simulator, as the operator sees and steers them. */
@ExtendWith(ApplicationExtension.class)
class WavesOnScreenTest {
    @TempDir Path folder;
    private final CssLog css = new CssLog();
    private SimulatedBench bench;
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private JobsViewModel model;

    @Start
    void start(Stage stage) throws IOException {
        bench = new SimulatedBench(folder, UnaryOperator.identity());
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        JobTexts words = new JobTexts(test.texts);
        model = new JobsViewModel(bench.engine, test.ui, words::sentence);
        JobsScreen screen = new JobsScreen(model, words, test.ui);
        model.start();
        scene = new Scene(new StackPane(screen.root()), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void end() {
        model.close();
        bench.close();
        css.assertEmpty();
        css.close();
    }

    private void until(FxRobot robot, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (true) {
            boolean[] holds = new boolean[1];
            robot.interact(() -> {
                test.timer.advance(Duration.ofMillis(100));
                holds[0] = condition.getAsBoolean();
            });
            if (holds[0]) {
                return;
            }
            assertThat(Instant.now()).as("in time").isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private String text(String selector) {
        return scene.lookup(selector) instanceof Labeled label ? label.getText() : "";
    }

    @Test
    void aWaveStoppedByItsBudgetGoesOnWhenTheOperatorSaysSo(FxRobot robot) {
        List<Desktop> desktops = bench.outOfDomain(6, "succeed");
        bench.edit(desktops.getFirst(), "{\"outcome\":\"fail\"}");
        Plan plan =
                bench.engine.plan(
                        SimulatedBench.CONNECTION,
                        new Draft.Rejoin(desktops),
                        Way.USUAL.with(Pacing.waves(2, 2).with(Budget.targets(0)).ready(true)));
        assertThat(plan.waves()).hasSize(3);
        String id = bench.engine.submit(plan, "trial").await();
        until(robot, () -> model.rows().size() == 1);
        robot.interact(() -> model.select(id));

        until(robot, () -> text("#job-waves-title").contains("Stopped at the failure budget"));
        assertThat(text("#job-waves-title"))
                .isEqualTo(
                        "Wave 1 of 3  ·  Stopped at the failure budget  ·  4 desktops not sent yet");
        assertThat(text("#job-waves-text"))
                .contains("1 failed, 0 allowed.", "the service cannot cancel a job");
        assertThat(scene.lookup("#job-band").isVisible()).as("said once").isFalse();
        robot.interact(() -> Pictures.save(scene, "waves-budget"));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            test.texts.setLanguage(Language.CHINESE);
        });
        robot.interact(() -> Pictures.save(scene, "waves-budget-dark-zh"));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            test.texts.setLanguage(Language.ENGLISH);
        });

        robot.clickOn("#job-continue");
        bench.ended(id);

        assertThat(bench.state(id).count(Outcome.SUCCEEDED)).isEqualTo(5);
        assertThat(bench.state(id).count(Outcome.FAILED)).isEqualTo(1);
        until(robot, () -> !scene.lookup("#job-waves").isVisible());
    }

    @Test
    void whatWasNotSentCanBeDropped(FxRobot robot) {
        List<Desktop> desktops = bench.outOfDomain(5, "succeed");
        Plan plan =
                bench.engine.plan(
                        SimulatedBench.CONNECTION,
                        new Draft.Rejoin(desktops),
                        Way.USUAL.with(Pacing.waves(2, 0).ask(true)));
        String id = bench.engine.submit(plan, "").await();
        until(robot, () -> model.rows().size() == 1);
        robot.interact(() -> model.select(id));
        until(robot, () -> text("#job-waves-title").contains("First wave ended"));

        robot.clickOn("#job-drop");

        assertThat(bench.ended(id).count(Outcome.SKIPPED)).isEqualTo(3);
        assertThat(bench.state(id).count(Outcome.SUCCEEDED)).isEqualTo(2);
    }
}
