package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
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
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.WriteKind;
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
class MonitorScreenTest {
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
        RunTimes times =
                new RunTimes(
                        List.of(
                                new RunTimes.Run(30, java.time.Duration.ofMinutes(14)),
                                new RunTimes.Run(40, java.time.Duration.ofMinutes(18)),
                                new RunTimes.Run(60, java.time.Duration.ofMinutes(22))),
                        List.of(java.time.Duration.ofMinutes(6)));
        model =
                new JobsViewModel(
                        operations, TestJobs.remembering(kind -> times), test.ui, words::sentence);
        model.onRetry("c1", opened::add);
        screen = new JobsScreen(model, words, test.ui);
        model.start();
        scene = new Scene(new StackPane(screen.root()), 820, 620);
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
    void opensAnOperationDownToItsTargetsByKeyboardAndMouse(FxRobot robot) {
        publish(robot, mixed(1));
        robot.interact(() -> model.select("op-00001"));
        robot.interact(() -> screen.focus());
        robot.type(KeyCode.RIGHT);
        assertThat(lines(robot)).hasSize(1 + 3);
        robot.clickOn("Request 1").type(KeyCode.RIGHT);
        assertThat(lines(robot)).hasSize(1 + 3 + 1 + 20);
        picture(robot, "monitor-tree");
        dark(robot);
        picture(robot, "monitor-tree-zh-dark");
        robot.type(KeyCode.LEFT);
        assertThat(lines(robot)).hasSize(1 + 3);
    }

    @Test
    void groupsWhatFailedByCauseAndRetriesJustThese(FxRobot robot) {
        Draft draft = new Draft.Rejoin(TestDesktops.many(2));
        operations.failed = id -> Work.of(Optional.of(draft));
        OperationState state = mixed(1);
        state = TestJobs.with(state, 3, "APIG.0308", "Too many requests.");
        publish(robot, state);
        robot.interact(() -> model.select("op-00001"));

        assertThat(robot.lookup(".cause-chip").queryAll()).hasSize(2);
        robot.clickOn(robot.lookup(".cause-chip").nth(1).<javafx.scene.Node>query());
        assertThat(text(robot, "#cause-retry")).isEqualTo("Retry this desktop");
        assertThat(targets(robot).getItems()).hasSize(1);
        picture(robot, "monitor-causes");
        robot.clickOn("#cause-retry");
        assertThat(operations.retried).containsExactly(Set.of("%08x-id".formatted(4)));
        assertThat(opened).containsExactly(draft);
        robot.clickOn("#cause-copy");
        assertThat(test.copied.getLast()).contains("FIN-0004").contains("APIG.0308");
        dark(robot);
        picture(robot, "monitor-causes-zh-dark");
    }

    @Test
    void showsTheEvidenceOfAnUnansweredRequestAndAdoptsAJob(FxRobot robot) {
        operations.evidence.add(
                evidence(
                        SearchEvidence.State.NOT_FOUND,
                        List.of(
                                new SearchEvidence.Candidate(
                                        "8ab3f00d",
                                        "desktopRejoinDomain",
                                        TestJobs.START.plusSeconds(70),
                                        12,
                                        2,
                                        SearchEvidence.Why.FITS))));
        publish(robot, unknown());
        robot.interact(() -> model.select("op-00004"));

        assertThat(robot.lookup("Request 1 · 2 desktops · sent 07:44:01").queryAll()).isNotEmpty();
        picture(robot, "monitor-unknown");
        dark(robot);
        picture(robot, "monitor-unknown-zh-dark");
        robot.clickOn("#job-adopt");
        assertThat(operations.commands).containsExactly("adopt op-00004 0 8ab3f00d");
    }

    @Test
    void sendsWhatWasNotFoundAgainOnlyAfterSayingWhatCouldHappen(FxRobot robot) {
        operations.evidence.add(evidence(SearchEvidence.State.NOT_FOUND, List.of()));
        publish(robot, unknown());
        robot.interact(() -> model.select("op-00004"));

        robot.clickOn("#job-again");
        assertThat(operations.commands).isEmpty();
        assertThat(text(robot, "#job-again-risk"))
                .contains("the service does it twice")
                .contains("join the domain once more");
        picture(robot, "monitor-again");
        robot.clickOn("#job-again-leave");
        assertThat(robot.lookup("#job-again-send").queryAll()).isEmpty();
        robot.clickOn("#job-again").clickOn("#job-again-send");
        assertThat(operations.commands).containsExactly("sendAgain op-00004 0");
    }

    @Test
    void offersNothingToSendWhileTheSearchGoesOn(FxRobot robot) {
        operations.evidence.add(evidence(SearchEvidence.State.SEARCHING, List.of()));
        publish(robot, unknown());
        robot.interact(() -> model.select("op-00004"));

        assertThat(robot.lookup("#job-evidence").query().isVisible()).isTrue();
        assertThat(robot.lookup("#job-again").queryAll()).isEmpty();
    }

    @Test
    void showsAJobStartedElsewhereToReadOnly(FxRobot robot) {
        publish(robot, mixed(1));
        operations.publishForeign(List.of(foreign()));
        robot.interact(() -> test.timer.advance(FrameBatch.FRAME));

        assertThat(text(robot, "#job-chip-ELSEWHERE")).isEqualTo("Elsewhere 1");
        robot.clickOn("#job-chip-ELSEWHERE");
        assertThat(lines(robot)).hasSize(1);
        robot.clickOn("Rejoin to the domain, 3 desktops on Production");
        assertThat(text(robot, "#job-meta")).startsWith("Started elsewhere: can be watched");
        assertThat(targets(robot).getItems()).hasSize(3);
        for (String button : List.of("#job-retry", "#job-check", "#job-copy")) {
            assertThat(robot.lookup(button).queryButton().isVisible()).isFalse();
        }
        picture(robot, "monitor-foreign");
    }

    @Test
    void looksBackIntoTheHistory(FxRobot robot) {
        publish(robot, mixed(1));
        robot.clickOn("#jobs-history");
        assertThat(robot.lookup("#history").query().isVisible()).isTrue();
        assertThat(robot.lookup("#jobs-table").query().isVisible()).isFalse();
        assertThat(text(robot, "#history-count")).isEqualTo("0 of 0 shown");
        picture(robot, "monitor-history");
        robot.clickOn("#jobs-history");
        assertThat(robot.lookup("#jobs-table").query().isVisible()).isTrue();
    }

    private static OperationState mixed(int number) {
        List<Outcome> outcomes =
                IntStream.range(0, 50)
                        .mapToObj(i ->
                                i % 7 == 3
                                        ? Outcome.FAILED
                                        : i < 20
                                                ? Outcome.SUCCEEDED
                                                : i < 40 ? Outcome.RUNNING : Outcome.WAITING)
                        .toList();
        return TestJobs.inRequests(number, Phase.RUNNING, 20, outcomes);
    }

    private static OperationState unknown() {
        return TestJobs.job(
                4,
                OperationKind.REJOIN_DOMAIN,
                Phase.UNKNOWN,
                Outcome.SUCCEEDED,
                Outcome.UNKNOWN,
                Outcome.UNKNOWN);
    }

    private static SearchEvidence evidence(
            SearchEvidence.State state, List<SearchEvidence.Candidate> candidates) {
        return new SearchEvidence(
                "op-00004",
                0,
                WriteKind.REJOIN_BATCH,
                unknown().targets().stream().skip(1).map(t -> t.target()).toList(),
                true,
                TestJobs.START.plusSeconds(241),
                TestJobs.START.plusSeconds(271),
                TestJobs.throttled(),
                state,
                "desktopRejoinDomain",
                TestJobs.START.plusSeconds(272),
                TestJobs.START.plusSeconds(392),
                24,
                1,
                candidates,
                -1);
    }

    private static ForeignJob foreign() {
        return new ForeignJob(
                "c1",
                "Production",
                "9f3c1a22",
                "desktopRejoinDomain",
                JobState.RUNNING,
                TestJobs.START,
                null,
                TestJobs.START.plusSeconds(20),
                TestJobs.START.plusSeconds(60),
                List.of(
                        TestJobs.target(9, 1, Outcome.SUCCEEDED),
                        TestJobs.target(9, 2, Outcome.RUNNING),
                        TestJobs.target(9, 3, Outcome.RUNNING)));
    }

    private void publish(FxRobot robot, OperationState state) {
        operations.publish(state);
        robot.interact(() -> test.timer.advance(FrameBatch.FRAME));
    }

    private void dark(FxRobot robot) {
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            test.texts.setLanguage(Language.CHINESE);
        });
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    private static List<JobRow> lines(FxRobot robot) {
        return robot.lookup("#jobs-table").<JobRow>queryTableView().getItems();
    }

    private static TableView<TargetEntry> targets(FxRobot robot) {
        return robot.lookup("#targets-table").queryTableView();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
