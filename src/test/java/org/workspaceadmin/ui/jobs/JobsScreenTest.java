package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;
import org.workspaceadmin.ui.operation.TestDesktops;

@ExtendWith(ApplicationExtension.class)
class JobsScreenTest {
    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final List<Draft> opened = new ArrayList<>();
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private JobsViewModel model;
    private JobsScreen screen;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        JobTexts words = new JobTexts(test.texts);
        model = new JobsViewModel(operations, test.ui, words::sentence);
        model.onRetry("c1", opened::add);
        screen = new JobsScreen(model, words, test.ui);
        model.start();
        scene = new Scene(new StackPane(screen.root()), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void explainsWhyThereAreNoJobsUntilThereIsOne(FxRobot robot) {
        assertThat(robot.lookup("#jobs-empty").query().isVisible()).isTrue();
        publish(
                robot,
                TestJobs.job(1, OperationKind.REJOIN_DOMAIN, Phase.RUNNING, Outcome.RUNNING));
        assertThat(robot.lookup("#jobs-empty").query().isVisible()).isFalse();
        assertThat(jobs(robot).getItems()).hasSize(1);
    }

    @Test
    void showsEveryJobInWordsAndItsDesktopsWithTheirCauses(FxRobot robot) {
        fill(robot);
        assertThat(robot.lookup("Rebuild 4 desktops with Windows 11 23H2").queryAll()).isNotEmpty();
        assertThat(robot.lookup("Hand the desktops of a.lin to b.ortiz").queryAll()).isNotEmpty();
        assertThat(robot.lookup("Restart 2 desktops, power cut").queryAll()).isNotEmpty();

        robot.clickOn("Rebuild 4 desktops with Windows 11 23H2");
        assertThat(text(robot, "#job-state")).isEqualTo("With failures");
        assertThat(robot.lookup("The desktop’s present state forbids the operation.").queryAll())
                .as("our words for a code we know")
                .isNotEmpty();
        picture(robot, "jobs");
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        picture(robot, "jobs-dark");
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            test.texts.setLanguage(Language.CHINESE);
        });
        assertThat(robot.lookup("以 Windows 11 23H2 重建 4 个桌面").queryAll()).isNotEmpty();
        picture(robot, "jobs-zh");
    }

    @Test
    void aBusyServiceIsSentToOnceMoreOrLeft(FxRobot robot) {
        OperationState held =
                TestJobs.job(1, OperationKind.REJOIN_DOMAIN, Phase.HELD, Outcome.WAITING);
        publish(robot, busy(held, "wa.busy.waiting"));
        robot.interact(() -> model.select(held.id()));
        assertThat(robot.lookup("The service is busy with 1 desktop").queryAll()).isNotEmpty();

        publish(robot, busy(held, "wa.busy"));
        assertThat(robot.lookup("The service was busy with 1 desktop").queryAll()).isNotEmpty();
        picture(robot, "jobs-busy");
        robot.clickOn("#job-leave");
        assertThat(operations.commands).containsExactly("leave " + held.id());
    }

    private static OperationState busy(OperationState state, String code) {
        TargetState old = state.targets().getFirst();
        TargetState target =
                new TargetState(
                        old.target(), old.outcome(), null, "", null, null, code, "busy", true);
        return new OperationState(
                state.id(),
                state.connectionId(),
                state.connectionName(),
                state.kind(),
                state.parameters(),
                state.phase(),
                state.created(),
                null,
                state.lastRead(),
                "",
                "",
                List.of(target),
                null);
    }

    @Test
    void filtersJobsByStateAndWordsAndDesktopsByOutcome(FxRobot robot) {
        fill(robot);
        assertThat(text(robot, "#job-chip-ATTENTION")).isEqualTo("Needs you 2");
        robot.clickOn("#job-chip-FAILED");
        assertThat(jobs(robot).getItems())
                .extracting(row -> row.operation().id())
                .containsExactly("op-00002");
        robot.clickOn("#job-chip-ALL");
        robot.clickOn("#jobs-search").write("b.ortiz");
        assertThat(jobs(robot).getItems())
                .extracting(row -> row.operation().id())
                .containsExactly("op-00001");
        robot.write("xyz");
        robot.clickOn("Show all jobs");
        assertThat(jobs(robot).getItems()).hasSize(5);

        robot.clickOn("Rebuild 4 desktops with Windows 11 23H2");
        robot.clickOn(".target-chip-FAILED");
        assertThat(targets(robot).getItems()).hasSize(1);
        robot.clickOn(".target-chip-ALL");
        robot.clickOn("#target-search").write("0003");
        assertThat(targets(robot).getItems()).hasSize(1);
    }

    @Test
    void retriesWhatFailedAsANewOperation(FxRobot robot) {
        Draft draft = new Draft.Rejoin(TestDesktops.many(1));
        operations.failed = id -> Work.of(Optional.of(draft));
        fill(robot);
        robot.clickOn("Rebuild 4 desktops with Windows 11 23H2");
        assertThat(text(robot, "#job-retry")).isEqualTo("Retry 1 failed desktop");
        robot.clickOn("#job-retry");

        assertThat(operations.commands).containsExactly("draftOfFailed op-00002");
        assertThat(opened).containsExactly(draft);
    }

    @Test
    void explainsAHeldJobAndSendsTheRestWhenAsked(FxRobot robot) {
        fill(robot);
        robot.clickOn("Restart 2 desktops, power cut");
        assertThat(robot.lookup("#job-band").query().isVisible()).isTrue();
        assertThat(robot.lookup("The service asked to slow down").queryAll()).isNotEmpty();
        picture(robot, "jobs-held");
        robot.clickOn("#job-resume");
        assertThat(operations.commands).containsExactly("resume op-00003");

        publish(
                robot,
                TestJobs.job(
                        3, OperationKind.POWER, Phase.RUNNING, Outcome.SUCCEEDED, Outcome.RUNNING));
        assertThat(robot.lookup("#job-band").query().isVisible()).isFalse();
    }

    @Test
    void saysWhatStoppedAHeldJobWhenItWasNotTheServicesPace(FxRobot robot) {
        publish(
                robot,
                TestJobs.job(
                        3,
                        OperationKind.UPDATE_SIDS,
                        Phase.HELD,
                        TestJobs.notSignedIn(),
                        List.of(),
                        List.of(Outcome.FAILED, Outcome.WAITING)));
        robot.clickOn("Update the SIDs of 2 desktops");

        assertThat(robot.lookup("Sending has stopped").queryAll()).isNotEmpty();
        assertThat(robot.lookup("The secret key does not fit the access key").queryAll())
                .isNotEmpty();
        assertThat(robot.lookup("The service asked to slow down").queryAll()).isEmpty();
    }

    @Test
    void letsTheOperatorSettleWhatNobodyKnows(FxRobot robot) {
        fill(robot);
        robot.clickOn("Update the SIDs of 3 desktops");
        assertThat(robot.lookup("It is not known what became of 2 desktops").queryAll())
                .isNotEmpty();
        picture(robot, "jobs-unknown");
        robot.clickOn("#job-check");
        robot.clickOn("#job-settle-not");
        assertThat(operations.commands)
                .containsExactly("checkNow op-00004", "settleUnknown op-00004 false");
        Button done = robot.lookup("#job-settle-done").queryButton();
        assertThat(done.getAccessibleHelp()).isEqualTo("The open ones count as succeeded");
    }

    @Test
    void saysWhyACommandFailedAndLetsItBeDismissed(FxRobot robot) {
        operations.failed = id -> Work.failed(new IllegalStateException("disk full"));
        fill(robot);
        robot.clickOn("Rebuild 4 desktops with Windows 11 23H2");
        robot.clickOn("#job-retry");
        assertThat(robot.lookup(".command-problem").query().isVisible()).isTrue();
        robot.clickOn("#job-dismiss");
        assertThat(robot.lookup(".command-problem").query().isVisible()).isFalse();
    }

    @Test
    void followsInPlaceAndWorksByKeyboard(FxRobot robot) {
        fill(robot);
        robot.interact(() -> model.select("op-00005"));
        robot.interact(() -> screen.focus());
        TableView<JobRow> table = jobs(robot);
        JobRow selected = table.getSelectionModel().getSelectedItem();
        publish(
                robot,
                TestJobs.job(
                        5,
                        OperationKind.REJOIN_DOMAIN,
                        Phase.RUNNING,
                        Outcome.SUCCEEDED,
                        Outcome.SUCCEEDED,
                        Outcome.RUNNING));
        assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(selected);
        assertThat(robot.lookup("80 %").queryAll()).isNotEmpty();
        assertThat(robot.lookup("2 of 3").queryAll()).isNotEmpty();

        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(test.copied).hasSize(1);
        assertThat(test.copied.getFirst().lines()).hasSize(3);
        assertThat(test.copied.getFirst()).contains("FIN-0002\tSucceeded\t\t\tjob-5");
        robot.clickOn("#job-copy");
        assertThat(test.copied.getLast()).startsWith("Rejoin 3 desktops to the domain\nRunning, ");
    }

    private void fill(FxRobot robot) {
        operations.publish(
                TestJobs.job(
                        1,
                        OperationKind.CHANGE_USER_NAME,
                        Phase.SUCCEEDED,
                        null,
                        List.of(
                                new Field("old_username", "a.lin"),
                                new Field("new_username", "b.ortiz")),
                        List.of(Outcome.SUCCEEDED)));
        operations.publish(
                TestJobs.job(
                        2,
                        OperationKind.REBUILD,
                        Phase.ENDED_WITH_FAILURES,
                        null,
                        List.of(
                                new Field("image_id", "i-2"),
                                new Field("image_name", "Windows 11 23H2")),
                        List.of(
                                Outcome.SUCCEEDED,
                                Outcome.FAILED,
                                Outcome.SUCCEEDED,
                                Outcome.SUCCEEDED)));
        operations.publish(
                TestJobs.job(
                        3,
                        OperationKind.POWER,
                        Phase.HELD,
                        TestJobs.throttled(),
                        List.of(new Field("op_type", "reboot"), new Field("type", "HARD")),
                        List.of(Outcome.SUCCEEDED, Outcome.WAITING)));
        operations.publish(
                TestJobs.job(
                        4,
                        OperationKind.UPDATE_SIDS,
                        Phase.UNKNOWN,
                        Outcome.SUCCEEDED,
                        Outcome.UNKNOWN,
                        Outcome.UNKNOWN));
        publish(
                robot,
                TestJobs.job(
                        5,
                        OperationKind.REJOIN_DOMAIN,
                        Phase.RUNNING,
                        Outcome.SUCCEEDED,
                        Outcome.RUNNING,
                        Outcome.WAITING));
        assertThat(jobs(robot).getItems()).hasSize(5);
    }

    private void publish(FxRobot robot, OperationState state) {
        operations.publish(state);
        robot.interact(() -> test.timer.advance(FrameBatch.FRAME));
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    private static TableView<JobRow> jobs(FxRobot robot) {
        return robot.lookup("#jobs-table").queryTableView();
    }

    private static TableView<TargetEntry> targets(FxRobot robot) {
        return robot.lookup("#targets-table").queryTableView();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
