package org.workspaceadmin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.shell.ShellActions.Choice;

/** The connection at the top of the window: its mark, its guard, its sign-in. */
@ExtendWith(ApplicationExtension.class)
class ConnectionGuardTest {
    private static final Marking PRODUCTION = new Marking(Marking.Colour.RED, "PROD", true);

    private final CssLog css = new CssLog();
    private ShellFixture fixture;
    private Stage stage;
    private Skin skin;
    private ShellView view;

    @Start
    void start(Stage primary) {
        stage = primary;
        skin = new Skin(Theme.LIGHT);
        fixture = new ShellFixture();
        fixture.memory.bounds = Optional.of(new WindowBounds(0, 0, 1000, 700, false));
        fixture.face.marking = PRODUCTION;
        fixture.operations.guard = GuardState.locked("c1");
        fixture.actions.choices =
                List.of(
                        new Choice("c1", "Production", false, PRODUCTION, true),
                        new Choice("demo", "Demo", true),
                        new Choice(
                                "c2",
                                "Team Süd",
                                false,
                                new Marking(Marking.Colour.GREEN, "test", false),
                                false));
        view =
                new ShellView(
                        fixture.model,
                        fixture.actions,
                        fixture.context,
                        skin,
                        fixture.memory,
                        fixture.welcome);
        new ShellWindow(stage, view, fixture.model, fixture.texts, fixture.memory);
        stage.show();
        fixture.model.connected(fixture.face, fixture.places());
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    private Button guard(FxRobot robot) {
        return robot.lookup("#guard").queryButton();
    }

    private boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().map(ConnectionGuardTest::isOnScreen).orElse(false);
    }

    private static boolean isOnScreen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void pass(FxRobot robot, Duration time) {
        robot.interact(() -> fixture.timer.advance(time));
    }

    private void endSignIn(FxRobot robot) {
        fixture.face.signInUntil = fixture.timer.instant();
        fixture.face.signInNeeded = true;
        fixture.actions.form = Optional.of(new Form());
        pass(robot, Duration.ofSeconds(1));
    }

    /** One field, which is what the frame knows of a sign-in. */
    private static final class Form implements SignInForm {
        private final TextField secret = new TextField();
        private final VBox box = new VBox(new Label("Secret key"), secret);
        private boolean wiped;

        Form() {
            secret.setId("fake-secret");
        }

        @Override
        public Region node() {
            return box;
        }

        @Override
        public void focusFirst() {
            secret.requestFocus();
        }

        @Override
        public Optional<SignIn> read() {
            return secret.getText().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SignIn.AccessKey("AK1", secret.getText().toCharArray()));
        }

        @Override
        public void wipe() {
            wiped = true;
        }
    }

    @Test
    void theSwitcherSaysWhichConnectionByColourNameAndLabel(FxRobot robot) {
        MenuButton switcher = robot.lookup("#connection").queryAs(MenuButton.class);

        assertThat(switcher.getAccessibleText())
                .isEqualTo("Connection: Production · ap-southeast-3, PROD");
        assertThat(robot.from(switcher).lookup(".mark-bar").query().getStyleClass())
                .contains("mark-red");
        assertThat(robot.from(switcher).lookup(".mark-chip").queryAs(Label.class).getText())
                .isEqualTo("PROD");
    }

    @Test
    void theSwitcherListsWhatIsOpenAndWhatIsKept(FxRobot robot) {
        MenuButton switcher = robot.lookup("#connection").queryAs(MenuButton.class);
        robot.clickOn(switcher);

        assertThat(switcher.getItems())
                .extracting(MenuItem::getText)
                .containsSubsequence("Production · PROD", "Demo", "Team Süd · test");
        assertThat(switcher.getItems())
                .extracting(MenuItem::getText)
                .contains("Manage connections…");
        item(switcher, "connection-c2").fire();
        item(switcher, "manage-connections").fire();
        assertThat(fixture.actions.heard).containsExactly("open c2", "manage");
    }

    private static MenuItem item(MenuButton button, String id) {
        return button.getItems().stream()
                .filter(i -> id.equals(i.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReasonUnlocksForTheChosenTimeAndTheButtonCountsDown(FxRobot robot) {
        assertThat(guard(robot).getText()).isEqualTo("Read-only");
        robot.clickOn("#guard");
        assertThat(robot.lookup("#unlock-send").queryButton().getText())
                .isEqualTo("Unlock for 15 minutes");
        assertThat(robot.lookup("#unlock-send").queryButton().isDefaultButton()).isTrue();

        robot.clickOn("#unlock-30").clickOn("#unlock-reason").write("  CHG-4711 ");
        assertThat(robot.lookup("#unlock-send").queryButton().getText())
                .isEqualTo("Unlock for 30 minutes");
        robot.clickOn("#unlock-send");

        assertThat(fixture.operations.unlocks).containsExactly("CHG-4711 30");
        assertThat(shows(robot, "#unlock-dialog")).isFalse();
        assertThat(guard(robot).getText()).isEqualTo("Unlocked · 30 min left");
        pass(robot, Duration.ofMinutes(16));
        assertThat(guard(robot).getText()).isEqualTo("Unlocked · 14 min left");
        assertThat(guard(robot).getAccessibleText()).contains("CHG-4711");

        robot.clickOn("#guard");
        assertThat(guard(robot).getText()).isEqualTo("Read-only");
    }

    @Test
    void withoutAReasonItStaysLocked(FxRobot robot) {
        robot.clickOn("#guard");
        assertThat(robot.lookup("#unlock-dialog .field-message").query().isVisible()).isFalse();
        robot.clickOn("#unlock-send");

        assertThat(fixture.operations.unlocks).isEmpty();
        Labeled fault = robot.lookup("#unlock-dialog .field-message").queryLabeled();
        assertThat(fault.isVisible()).isTrue();
        assertThat(fault.getText()).isEqualTo("Say why, in a few words");
        robot.type(KeyCode.ESCAPE);
        assertThat(shows(robot, "#unlock-dialog")).isFalse();
    }

    @Test
    void anUnguardedConnectionHasNoLock(FxRobot robot) {
        robot.interact(() -> {
            fixture.operations.guard = GuardState.open("c1");
            fixture.model.connected(fixture.face, fixture.places());
        });
        assertThat(guard(robot).isVisible()).isFalse();
        assertThat(guard(robot).isManaged()).isFalse();
    }

    @Test
    void anEndedSignInIsToldAboveTheScreenAndGivenAgainOverIt(FxRobot robot) {
        assertThat(shows(robot, ".sign-in-band")).isFalse();
        endSignIn(robot);
        assertThat(shows(robot, ".sign-in-band")).isTrue();
        assertThat(robot.lookup("#link").queryLabeled().getText()).isEqualTo("Signed out");

        robot.clickOn("#sign-in-again");
        assertThat(shows(robot, "#sign-in-again-dialog")).isTrue();
        assertThat(fixture.desktops.root().getScene()).as("the screen stays").isNotNull();
        fixture.actions.answer =
                Work.failed(
                        new ProblemException(
                                Problem.without(
                                        Problem.Kind.UNAUTHENTICATED,
                                        "",
                                        "",
                                        fixture.timer.instant())));
        robot.write("wrong").clickOn("#sign-in-again-send");
        assertThat(shows(robot, "#sign-in-again-problem")).isTrue();
        assertThat(fixture.actions.heard).as("one press, one attempt").hasSize(1);

        fixture.actions.answer = Work.of(true);
        fixture.face.signInNeeded = false;
        robot.clickOn("#sign-in-again-send");
        assertThat(shows(robot, "#sign-in-again-dialog")).isFalse();
        assertThat(shows(robot, ".sign-in-band")).isFalse();
        assertThat(fixture.desktops.heard).contains("refresh");
        assertThat(((Form) fixture.actions.form.orElseThrow()).wiped).isTrue();
    }

    @Test
    void anOpenDialogStaysBeneathTheNewSignIn(FxRobot robot) {
        TextField typed = new TextField();
        robot.interact(() -> {
            VBox dialog = new VBox(new Label("A plan"), typed);
            dialog.getStyleClass().add("sheet");
            dialog.setMaxSize(400, 300);
            view.overlay().open(dialog, typed, () -> {}, () -> {});
        });
        robot.write("kept");
        endSignIn(robot);

        robot.clickOn(robot.from(view.overlay()).lookup("#sign-in-again").queryAs(Button.class));
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("fake-secret");
        robot.write("secret").type(KeyCode.ESCAPE);

        assertThat(shows(robot, "#sign-in-again-dialog")).isFalse();
        assertThat(isOnScreen(typed)).isTrue();
        assertThat(typed.getText()).isEqualTo("kept");
    }

    @Test
    void pictures(FxRobot robot) {
        robot.interact(() -> Pictures.save(stage.getScene(), "guard-readonly-light-en"));
        robot.clickOn("#guard");
        robot.interact(() -> Pictures.save(stage.getScene(), "guard-unlock-light-en"));
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        robot.interact(() -> fixture.texts.setLanguage(Language.CHINESE));
        robot.interact(() -> Pictures.save(stage.getScene(), "guard-unlock-dark-zh"));
        robot.clickOn("#unlock-reason").write("CHG-4711").clickOn("#unlock-send");
        endSignIn(robot);
        robot.interact(() -> Pictures.save(stage.getScene(), "sign-in-band-dark-zh"));
        robot.clickOn("#sign-in-again");
        robot.interact(() -> Pictures.save(stage.getScene(), "sign-in-again-dark-zh"));
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
        robot.interact(() -> fixture.texts.setLanguage(Language.ENGLISH));
        robot.clickOn("#connection");
        robot.interact(() -> Pictures.save(stage.getScene(), "sign-in-band-light-en"));
        robot.interact(() -> {
            Node menu =
                    robot.listWindows().stream()
                            .filter(w -> !w.equals(stage))
                            .findFirst()
                            .orElseThrow()
                            .getScene()
                            .getRoot();
            Pictures.save(menu.getScene(), "switcher-menu-light-en");
        });
    }
}
