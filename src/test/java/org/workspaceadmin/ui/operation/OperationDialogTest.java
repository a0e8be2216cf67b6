package org.workspaceadmin.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class OperationDialogTest {
    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final FakeFleet fleet = new FakeFleet();
    private final List<String> submitted = new ArrayList<>();
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private Overlay overlay;
    private DialogLayer dialogs;
    private Button beneath;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        overlay = new Overlay();
        dialogs =
                new DialogLayer(
                        new DialogContext(operations, fleet, "c1", test.ui),
                        overlay,
                        submitted::add);
        beneath = new Button("beneath");
        scene = new Scene(new StackPane(new VBox(beneath), overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        fleet.images.put(
                "gold",
                List.of(
                        OperationViewModelTest.image(
                                "i-1", "Windows 10 Enterprise LTSC", "gold", ""),
                        OperationViewModelTest.image("i-2", "Windows 11 23H2", "gold", ""),
                        OperationViewModelTest.image("i-3", "Windows 11 24H2", "gold", ""),
                        OperationViewModelTest.image("i-4", "Windows Server 2022", "gold", "")));
        fleet.images.put(
                "market",
                List.of(
                        OperationViewModelTest.image(
                                "m-1", "Windows 11 with Office", "market", "prod-1")));
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void rejoinShowsWhoIsAffectedAndSubmitsExactlyWhatItShowed(FxRobot robot) {
        List<Desktop> chosen = new ArrayList<>(TestDesktops.many(250));
        chosen.add(TestDesktops.linux(251));
        chosen.add(TestDesktops.linux(252));
        chosen.add(TestDesktops.busy(253, "rebuilding"));
        open(robot, () -> dialogs.rejoin(chosen));

        assertThat(text(robot, ".dialog-title")).isEqualTo("Rejoin 250 desktops to the domain");
        assertThat(text(robot, ".operation-submit")).isEqualTo("Rejoin 250 desktops");
        assertThat(text(robot, ".who-count")).isEqualTo("250 desktops affected");
        assertThat(text(robot, ".left-out-count")).isEqualTo("3 left out");
        assertThat(robot.lookup("50 with open sessions").tryQuery()).isPresent();
        robot.clickOn("Not Windows (2)");
        assertThat(robot.lookup("FIN-0251").tryQuery()).isPresent();
        picture(robot, "rejoin");

        robot.clickOn(".tab-requests");
        assertThat(text(robot, ".tab-requests")).isEqualTo("3 requests");
        robot.clickOn(".request-next");
        Plan plan = operations.plan("c1", new Draft.Rejoin(chosen));
        TextArea area = robot.lookup(".request-text").query();
        assertThat(area.getText()).isEqualTo(RequestsPane.textOf(plan.requests().get(1)));
        assertThat(area.getText().replaceAll("\\s", ""))
                .isEqualTo(
                        "POST"
                                + plan.requests().get(1).request().path()
                                + plan.requests().get(1).request().body());
        robot.clickOn(".request-copy-curl");
        assertThat(test.copied).containsExactly(plan.requests().get(1).curl());
        picture(robot, "rejoin-requests");

        robot.clickOn(".operation-reason").write("after the backup");
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted).containsExactly(plan);
        assertThat(operations.reasons).containsExactly("after the backup");
        assertThat(submitted).containsExactly("op-new");
        assertThat(overlay.isOpen()).isFalse();
    }

    @Test
    void updateSidsExplainsItsOutcomes(FxRobot robot) {
        open(robot, () -> dialogs.updateSids(TestDesktops.many(12)));

        assertThat(text(robot, ".dialog-title")).isEqualTo("Update the SIDs of 12 desktops");
        assertThat(robot.lookup(".consequence .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(t -> t.contains("four ways"));
        robot.type(KeyCode.ENTER);
        assertThat(operations.submitted).as("Enter does what is safe to do").hasSize(1);
    }

    @Test
    void rebuildAsksForTheNumberBeforeItsButtonWorks(FxRobot robot) {
        fleet.current =
                TestDesktops.many(11).stream()
                        .map(d ->
                                new CurrentImage(d.id(), "i-2", "gold", Term.of(OsFamily.WINDOWS)))
                        .toList();
        open(robot, () -> dialogs.rebuild(TestDesktops.many(12)));
        assertThat(robot.lookup(".images-gone").query().isVisible())
                .as("one image is gone")
                .isTrue();
        Button submit = robot.lookup(".operation-submit").queryButton();
        assertThat(submit.isDefaultButton()).isFalse();
        assertThat(robot.lookup(".operation-cancel").queryButton().isDefaultButton()).isTrue();

        robot.clickOn(submit);
        assertThat(operations.submitted).isEmpty();
        assertThat(robot.lookup(".image-message").query().isVisible())
                .as("what is missing is said under the field")
                .isTrue();

        robot.clickOn(".image-search").write("23h2");
        ListView<?> images = robot.lookup(".image-list").queryListView();
        assertThat(images.getItems()).hasSize(1);
        robot.clickOn("Windows 11 23H2");
        assertThat(submit.isDisabled()).as("the number is not typed").isTrue();
        robot.clickOn(".rebuild-delay").write("15");
        robot.clickOn(".rebuild-message").write("Please save your work.");
        robot.clickOn(".operation-confirm").write("11");
        assertThat(submit.isDisabled()).isTrue();
        robot.eraseText(1).write("2").type(KeyCode.ENTER);
        assertThat(overlay.isOpen()).as("Enter in the field neither closes nor destroys").isTrue();
        assertThat(operations.submitted).isEmpty();
        assertThat(submit.isDisabled()).as("the reason is missing").isTrue();
        picture(robot, "rebuild-no-reason");
        robot.clickOn(".operation-reason").write("CHG-7 new image");
        assertThat(submit.isDisabled()).isFalse();
        picture(robot, "rebuild");
        darkAndChinese(robot, "rebuild");

        robot.clickOn(submit);
        Draft.Rebuild draft = (Draft.Rebuild) operations.submitted.getFirst().draft();
        assertThat(draft.order().imageId()).isEqualTo("i-2");
        assertThat(draft.order().delayMinutes()).isEqualTo(15);
        assertThat(draft.order().message()).isEqualTo("Please save your work.");
        assertThat(operations.submitted.getFirst().requests().getFirst().request().body())
                .contains("\"delay_time\":15", "Please save your work.");
    }

    @Test
    void rebuildCountsTheMessageAndShowsTheOrderFieldWhenItIsNeeded(FxRobot robot) {
        open(robot, () -> dialogs.rebuild(List.of(TestDesktops.prepaid(7))));
        assertThat(robot.lookup(".rebuild-order").query().getParent().isVisible()).isFalse();
        robot.clickOn(".source-market");
        robot.clickOn("Windows 11 with Office");
        assertThat(robot.lookup(".rebuild-order").query().getParent().isVisible()).isTrue();

        TextArea message = robot.lookup(".rebuild-message").query();
        robot.interact(() -> message.setText("x".repeat(401)));
        assertThat(text(robot, ".counter")).isEqualTo("401 / 400");
        assertThat(message.getAccessibleHelp()).isNotEmpty();
        picture(robot, "rebuild-order");
        assertThat(overlay.getChildren().getFirst().getLayoutY())
                .as("nothing is clipped in the smallest window, however much there is to say")
                .isGreaterThanOrEqualTo(24);
        robot.interact(() -> message.setText("x".repeat(400)));
        assertThat(message.getAccessibleHelp()).isNull();

        robot.clickOn(".operation-confirm").write("fin-0007");
        reason(robot);
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted).hasSize(1);
    }

    @Test
    void changeUserNameOffersToSplitAndListsEveryDesktopOfTheName(FxRobot robot) {
        Desktop chosen = TestDesktops.of(3, "a.lin", LoginState.REGISTERED);
        fleet.usersDesktops =
                name ->
                        Work.of(
                                List.of(
                                        TestDesktops.of(1, name, LoginState.CONNECTED),
                                        TestDesktops.of(3, name, LoginState.REGISTERED),
                                        TestDesktops.of(9, name, LoginState.DISCONNECTED)));
        open(robot, () -> dialogs.changeUserName(chosen));
        assertThat(text(robot, ".dialog-title"))
                .isEqualTo("Hand 3 desktops of a.lin to another user");
        assertThat(robot.lookup("FIN-0009").tryQuery()).as("a desktop nobody chose").isPresent();

        robot.write("CORP\\b.ortiz");
        robot.clickOn("Use “b.ortiz” as name and “CORP” as domain");
        TextField name = robot.lookup(".new-name").query();
        TextField domain = robot.lookup(".new-domain").query();
        assertThat(name.getText()).isEqualTo("b.ortiz");
        assertThat(domain.getText()).isEqualTo("CORP");
        Button submit = robot.lookup(".operation-submit").queryButton();
        assertThat(submit.isDisabled()).isFalse();

        robot.clickOn(".user-restart");
        assertThat(submit.isDisabled()).as("a restart has to be typed").isTrue();
        assertThat(robot.lookup(".consequence.danger .label").queryAs(Label.class).getText())
                .contains("2 open sessions end");
        picture(robot, "user");
        robot.clickOn(".operation-confirm").write("3");
        reason(robot);
        robot.clickOn(submit);
        Draft.ChangeUserName draft = (Draft.ChangeUserName) operations.submitted.getFirst().draft();
        assertThat(draft.change().newName()).isEqualTo("b.ortiz");
        assertThat(draft.change().newDomain()).isEqualTo("CORP");
        assertThat(draft.change().restart()).isTrue();
    }

    @Test
    void changeUserNameSaysWhenTheDesktopsCannotBeReadAndAsksAgain(FxRobot robot) {
        fleet.usersDesktops = name -> Work.failed(new ProblemException(problem("down")));
        open(robot, () -> dialogs.changeUserName(TestDesktops.one(8)));
        assertThat(robot.lookup(".who-pane .problem-pane").query().isVisible()).isTrue();
        picture(robot, "user-failed");

        fleet.usersDesktops = name -> Work.of(List.of(TestDesktops.one(8)));
        robot.clickOn(".list-again");
        assertThat(text(robot, ".who-count")).isEqualTo("1 desktop affected");
    }

    @Test
    void cuttingThePowerIsDestructiveAndStoppingIsNot(FxRobot robot) {
        open(robot, () -> dialogs.power(TestDesktops.many(6), PowerAction.STOP));
        Button submit = robot.lookup(".operation-submit").queryButton();
        assertThat(submit.getText()).isEqualTo("Stop 6 desktops");
        assertThat(submit.isDefaultButton()).isTrue();
        assertThat(robot.lookup(".operation-confirm").query().getParent().isVisible()).isFalse();

        robot.clickOn(".power-hard");
        assertThat(submit.isDisabled()).isTrue();
        assertThat(submit.getStyleClass()).contains("danger");
        robot.clickOn(".operation-confirm").write("6");
        reason(robot);
        picture(robot, "power");
        robot.clickOn(".power-restart");
        robot.clickOn(submit);
        Draft.Power draft = (Draft.Power) operations.submitted.getFirst().draft();
        assertThat(draft.action()).isEqualTo(PowerAction.RESTART);
        assertThat(draft.hard()).isTrue();
    }

    private static void reason(FxRobot robot) {
        TextField reason = robot.lookup(".operation-reason").query();
        robot.interact(() -> reason.setText("CHG-7"));
    }

    @Test
    void wavesBudgetAndTimeAreChosenBesideTheListAndSaidWhereItCounts(FxRobot robot) {
        open(robot, () -> dialogs.rejoin(TestDesktops.many(250)));
        robot.clickOn(".tab-send");
        picture(robot, "send-at-once");
        robot.clickOn(".send-in-waves");
        robot.clickOn(".send-trial").eraseText(1).write("10");
        robot.clickOn(".send-budget").eraseText(2).write("5");
        robot.clickOn(".send-ask");
        robot.clickOn(".send-later");
        robot.clickOn(".send-time").eraseText(5).write("23:59");
        picture(robot, "send");
        darkAndChinese(robot, "send");

        assertThat(robot.lookup(".consequence .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(t -> t.startsWith("4 waves: first 10 desktops, then 100 at a time"))
                .contains("It stops when more than 12 fail.")
                .anyMatch(t -> t.startsWith("It starts at "));
        robot.clickOn(".operation-submit");
        Pacing pacing = operations.submitted.getFirst().way().pacing();
        assertThat(pacing)
                .isEqualTo(
                        Pacing.waves(10, 100)
                                .with(Budget.percent(5))
                                .ready(true)
                                .ask(true)
                                .at(pacing.start()));
        assertThat(pacing.start()).isNotNull();
    }

    @Test
    void aWaveThatIsNoNumberStopsTheSubmissionAndIsSaid(FxRobot robot) {
        open(robot, () -> dialogs.rejoin(TestDesktops.many(20)));
        robot.clickOn(".tab-send").clickOn(".send-in-waves");
        robot.clickOn(".send-trial").eraseText(1).write("a few");

        assertThat(robot.lookup(".operation-submit").queryButton().isDisabled()).isTrue();
        assertThat(text(robot, ".send-mistake"))
                .isEqualTo("The size of a wave is a whole number of desktops.");
        assertThat(text(robot, ".operation-blocker")).isEqualTo("Correct “How to send”");
        picture(robot, "send-wrong");
    }

    @Test
    void aDesktopInAnotherOpenJobLeadsToThatJob(FxRobot robot) {
        List<String> shown = new ArrayList<>();
        dialogs.onShowJob(shown::add);
        operations.held.put(TestDesktops.id(3), "op-7");
        open(robot, () -> dialogs.rejoin(TestDesktops.many(5)));

        picture(robot, "in-open-job");
        robot.clickOn(".show-job");

        assertThat(shown).containsExactly("op-7");
        assertThat(overlay.isOpen()).isFalse();
    }

    @Test
    void aFailingSubmissionIsExplainedAndLosesNothing(FxRobot robot) {
        operations.submission = plan -> Work.failed(new ProblemException(problem("disk full")));
        open(robot, () -> dialogs.updateSids(TestDesktops.many(2)));
        robot.clickOn(".operation-reason").write("why");
        robot.clickOn(".operation-submit");

        assertThat(overlay.isOpen()).isTrue();
        assertThat(robot.lookup(".submit-problem").query().isVisible()).isTrue();
        assertThat(robot.lookup(".operation-reason").queryAs(TextField.class).getText())
                .isEqualTo("why");
        picture(robot, "submit-failed");
        operations.submission = plan -> Work.of("op-2");
        robot.clickOn(".operation-submit");
        assertThat(submitted).containsExactly("op-2");
    }

    @Test
    void escapeClosesAndGivesTheFocusBackAndTabStaysInside(FxRobot robot) {
        robot.clickOn(beneath);
        open(robot, () -> dialogs.power(TestDesktops.many(6), PowerAction.STOP));
        for (int i = 0; i < 24; i++) {
            robot.type(KeyCode.TAB);
            assertThat(inside(scene.getFocusOwner())).as("after %d tabs", i + 1).isTrue();
        }
        robot.type(KeyCode.ESCAPE);
        assertThat(overlay.isOpen()).isFalse();
        assertThat(scene.getFocusOwner()).isSameAs(beneath);
        assertThat(fleet.listening()).isZero();
        assertThat(operations.submitted).isEmpty();
    }

    @Test
    void retryFillsTheDialogInAsItWas(FxRobot robot) {
        open(
                robot,
                () ->
                        dialogs.retry(
                                new Draft.Power(TestDesktops.many(2), PowerAction.RESTART, true)));
        assertThat(text(robot, ".dialog-title")).isEqualTo("Restart 2 desktops");
        assertThat(robot.lookup(".operation-confirm").query().getParent().isVisible()).isTrue();
    }

    private void open(FxRobot robot, Runnable dialog) {
        robot.interact(dialog);
        assertThat(overlay.isOpen()).isTrue();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, "operation-" + name));
    }

    private void darkAndChinese(FxRobot robot, String name) {
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        picture(robot, name + "-dark");
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            test.texts.setLanguage(Language.CHINESE);
        });
        picture(robot, name + "-zh");
        robot.interact(() -> test.texts.setLanguage(Language.ENGLISH));
    }

    private boolean inside(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == overlay) {
                return true;
            }
        }
        return false;
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static Problem problem(String message) {
        return new Problem(
                Problem.Kind.SERVER,
                "GET /v2/{project_id}/desktops/detail",
                503,
                "APIGW.0202",
                message,
                "",
                "",
                "req-1",
                "",
                null,
                Instant.EPOCH);
    }
}
