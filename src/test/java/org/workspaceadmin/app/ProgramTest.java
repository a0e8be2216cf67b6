package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxClipboard;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.shell.ShellActions;
import org.workspaceadmin.ui.shell.WindowBounds;

/** The whole program against the embedded service. */
@ExtendWith(ApplicationExtension.class)
class ProgramTest {
    @TempDir static Path folder;

    private final CssLog css = new CssLog();
    private Foundations below;
    private Program program;

    @Start
    void start(Stage stage) throws Exception {
        below =
                Foundations.open(
                        Home.open(folder.resolve("home")),
                        new SessionSecretStore(),
                        settings -> {});
        SettingsMemory memory = new SettingsMemory(below.settings());
        memory.bounds(new WindowBounds(0, 0, 1000, 700, false));
        memory.theme(Theme.LIGHT);
        FxUiExecutor ui = new FxUiExecutor();
        UiContext context =
                new UiContext(
                        new Texts(Language.ENGLISH),
                        new Now(below.timer(), ui),
                        below.timer(),
                        below.workers(),
                        ui,
                        new FxClipboard(),
                        new FxFiles(() -> stage),
                        page -> {});
        program =
                new Program(
                        stage,
                        below,
                        context,
                        memory,
                        new Demo(
                                Watched.options().withJobTime(Duration.ofSeconds(1)),
                                below.timer().instant()),
                        Wiring.screens(below, context));
        stage.show();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(program::close);
        below.engine().close();
        program.closeConnections();
        below.close();
        css.assertEmpty();
        css.close();
    }

    @Test
    void theDemoOpensAtItsDesktops(FxRobot robot) {
        robot.clickOn("#demo");
        until(() -> program.shell().connectionProperty().get() != null);
        until(() -> robot.lookup(".table-view").tryQueryAs(TableView.class).isPresent());
        until(() -> robot.lookup(".table-view").queryTableView().getItems().size() == 1200);
        assertThat(robot.lookup("#connection").queryAs(Labeled.class).getText()).startsWith("Demo");
        until(() -> robot.lookup("#link").queryAs(Labeled.class).getText().startsWith("Connected"));
        robot.interact(() -> Pictures.save(program.stage().getScene(), "program-desktops"));
        robot.clickOn("#place-jobs");
        robot.interact(() -> Pictures.save(program.stage().getScene(), "program-jobs"));
        robot.interact(() -> program.context().texts().setLanguage(Language.CHINESE));
        robot.interact(() -> program.skin().themeProperty().set(Theme.DARK));
        robot.clickOn("#place-desktops");
        robot.interact(() -> Pictures.save(program.stage().getScene(), "program-dark-zh"));
        robot.interact(program::connectElsewhere);
        assertThat(robot.lookup("#demo").tryQuery()).isPresent();
        // The second project stands beside it, once for each generation, and was not opened.
        assertThat(program.connections())
                .extracting(ShellActions.Choice::open)
                .containsExactly(true, false, false);
        robot.clickOn("#connection").clickOn("Demo");
        until(() -> robot.lookup(".table-view").queryTableView().getItems().size() == 1200);
    }

    @Test
    void theLedgerIsAPlaceAndProvesItself(FxRobot robot) {
        robot.clickOn("#demo");
        until(() -> program.shell().connectionProperty().get() != null);
        until(() -> robot.lookup("#place-activity").tryQuery().isPresent());
        robot.clickOn("#place-activity");
        until(() -> robot.lookup("#activity-table").tryQuery().isPresent());
        until(() -> !robot.lookup("#activity-table").queryTableView().getItems().isEmpty());
        robot.clickOn("#activity-table .table-row-cell");
        until(() -> robot.lookup("#activity-title").tryQuery().isPresent());
        robot.clickOn("#activity-verify");
        until(() -> robot.lookup("#activity-band").query().getStyleClass().contains("good"));
        robot.interact(() -> Pictures.save(program.stage().getScene(), "program-activity"));
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not happen in time", e);
        }
    }
}
