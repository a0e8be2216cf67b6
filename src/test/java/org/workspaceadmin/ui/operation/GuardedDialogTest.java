package org.workspaceadmin.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

/** Confirm dialogs on a read-only connection: they stay, explain, and unlock in place. */
@ExtendWith(ApplicationExtension.class)
class GuardedDialogTest {
    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final FakeFleet fleet = new FakeFleet();
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private DialogLayer dialogs;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        Overlay overlay = new Overlay();
        dialogs =
                new DialogLayer(
                        new DialogContext(operations, fleet, "c1", test.ui), overlay, id -> {});
        scene = new Scene(new StackPane(new Label("beneath"), overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        operations.guard(GuardState.locked("c1"));
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    private static Button submit(FxRobot robot) {
        return robot.lookup(".operation-submit").queryButton();
    }

    private static boolean bandShows(FxRobot robot) {
        return robot.lookup("#guard-band").query().isVisible();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, "guarded-" + name));
    }

    @Test
    void aLockedConnectionIsExplainedAndUnlockedInsideTheDialog(FxRobot robot) {
        List<Desktop> chosen = TestDesktops.many(12);
        robot.interact(() -> dialogs.updateSids(chosen));
        robot.clickOn(".operation-reason").write("kept");

        assertThat(bandShows(robot)).isTrue();
        assertThat(submit(robot).isDisabled()).isTrue();
        assertThat(robot.lookup(".operation-blocker").queryLabeled().getText())
                .isEqualTo("Unlock the connection first");
        picture(robot, "light-en");

        robot.clickOn("#guard-begin").write("CHG-4711");
        picture(robot, "unlock-light-en");
        robot.clickOn("#unlock-send");

        assertThat(operations.unlocks).containsExactly("CHG-4711");
        assertThat(bandShows(robot)).isFalse();
        assertThat(submit(robot).isDisabled()).isFalse();
        assertThat(robot.lookup(".operation-reason").queryAs(TextField.class).getText())
                .as("what was typed before")
                .isEqualTo("kept");
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted).hasSize(1);
    }

    @Test
    void enterInTheReasonUnlocksAndSendsNothing(FxRobot robot) {
        robot.interact(() -> dialogs.rejoin(TestDesktops.many(2)));
        robot.clickOn("#guard-begin").write("CHG-1").type(KeyCode.ENTER);

        assertThat(operations.unlocks).containsExactly("CHG-1");
        assertThat(operations.submitted).isEmpty();
    }

    @Test
    void theEndOfTheTimeStopsADialogThatIsOpen(FxRobot robot) {
        robot.interact(() -> operations.guard(GuardState.open("c1")));
        robot.interact(() -> dialogs.power(TestDesktops.many(3), PowerAction.START));
        assertThat(bandShows(robot)).isFalse();

        robot.interact(() -> operations.guard(GuardState.locked("c1")));
        robot.interact(() -> {});

        assertThat(bandShows(robot)).isTrue();
        assertThat(submit(robot).isDisabled()).isTrue();
    }

    @Test
    void aClosedDialogHearsNoMoreOfTheGuard(FxRobot robot) {
        robot.interact(() -> dialogs.rejoin(TestDesktops.many(2)));
        assertThat(operations.guards).hasSize(1);
        robot.interact(() -> dialogs.close());
        assertThat(operations.guards).isEmpty();
    }

    @Test
    void itIsReadableInTheDarkAndInChinese(FxRobot robot) {
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            test.texts.setLanguage(Language.CHINESE);
            dialogs.rejoin(TestDesktops.many(120));
        });
        robot.clickOn("#guard-begin");
        picture(robot, "unlock-dark-zh");
        assertThat(robot.lookup("#unlock-send").queryButton().getText()).isEqualTo("解锁 15 分钟");
    }
}
