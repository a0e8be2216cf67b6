package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class DesktopsScreenTest {
    private static final int COUNT = 1204;

    @TempDir Path folder;

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer(SampleFleet.NOW);
    private final FakeFleet fleet = new FakeFleet();
    private final List<String> copied = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final KeptLayout store = new KeptLayout();
    private Skin skin;
    private Scene scene;
    private UiContext context;
    private DesktopsScreen screen;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        FxUiExecutor ui = new FxUiExecutor();
        context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.sameThread(),
                        ui,
                        copied::add,
                        new Folder(),
                        page -> {});
        fleet.with(SampleFleet.rows(COUNT, 1));
        screen = new DesktopsScreen(fleet, new Opened(), context, store);
        scene = new Scene(new StackPane(screen.root()), 832, 620);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
        frame();
    }

    @AfterEach
    void nothingWasComplainedAbout(FxRobot robot) {
        robot.interact(screen::close);
        css.assertEmpty();
        css.close();
    }

    @Test
    void looksLikeAnInstrument(FxRobot robot) {
        robot.interact(() -> Pictures.save(scene, "desktops-light"));
        robot.interact(() -> table().getSelectionModel().selectRange(2, 14));
        robot.interact(() -> Pictures.save(scene, "desktops-selected"));
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        robot.interact(() -> Pictures.save(scene, "desktops-dark"));
        robot.interact(() -> texts.setLanguage(Language.CHINESE));
        robot.interact(() -> Pictures.save(scene, "desktops-dark-zh"));
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
        robot.interact(() -> Pictures.save(scene, "desktops-light-zh"));
        robot.interact(() -> texts.setLanguage(Language.ENGLISH));
        robot.interact(() -> table().getSelectionModel().clearAndSelect(4));
        robot.clickOn("#desktops-details-toggle");
        robot.interact(() -> Pictures.save(scene, "desktops-details-loading"));
        pass(Duration.ofSeconds(1));
        robot.interact(() -> Pictures.save(scene, "desktops-details"));
        robot.interact(() -> {
            scene.getWindow().setWidth(1000);
            scene.getWindow().setHeight(700);
        });
        robot.interact(() -> Pictures.save(scene, "desktops-1000x700"));

        assertThat(label(robot, "#desktops-count")).isEqualTo("1,204 · 1 selected");
    }

    private TableView<DesktopItem> table() {
        return ((TableView<?>) scene.lookup("#desktops-table")).getId() == null
                ? new TableView<>()
                : uncheckedTable();
    }

    @SuppressWarnings("unchecked") // the one table of the screen
    private TableView<DesktopItem> uncheckedTable() {
        return (TableView<DesktopItem>) scene.lookup("#desktops-table");
    }

    private static String label(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private void pass(Duration time) {
        timer.advance(time);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void frame() {
        timer.advance(Duration.ofMillis(16));
    }

    private static final class KeptLayout implements TableLayout.Store {
        @Nullable TableLayout kept;

        @Override
        public Optional<TableLayout> load() {
            return Optional.ofNullable(kept);
        }

        @Override
        public void save(TableLayout layout) {
            kept = layout;
        }
    }

    private final class Folder implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }

    private final class Opened implements OperationDialogs {
        @Override
        public void rejoin(List<Desktop> desktops) {
            opened.add("rejoin " + desktops.size());
        }

        @Override
        public void updateSids(List<Desktop> desktops) {
            opened.add("sids " + desktops.size());
        }

        @Override
        public void changeUserName(@Nullable Desktop desktop) {
            opened.add("user " + (desktop == null ? "" : desktop.userName()));
        }

        @Override
        public void rebuild(List<Desktop> desktops) {
            opened.add("rebuild " + desktops.size());
        }

        @Override
        public void power(List<Desktop> desktops, Draft.PowerAction action) {
            opened.add("power " + desktops.size() + " " + action);
        }
    }
}
