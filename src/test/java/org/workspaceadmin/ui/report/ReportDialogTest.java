package org.workspaceadmin.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.report.FakeSources;
import org.workspaceadmin.report.Report;
import org.workspaceadmin.report.SupportReports;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class ReportDialogTest {
    @TempDir static Path folder;

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final List<String> proposed = new ArrayList<>();
    private Optional<Path> choice = Optional.empty();
    private Skin skin;
    private Scene scene;
    private Overlay overlay;
    private Button beneath;
    private ReportLayer layer;

    @Start
    void start(Stage stage) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            log.append(
                            "2026-11-21T07:%02d:%02d.123Z INFO  o.w.app.Program [work-%d] "
                                    .formatted(i / 60, i % 60, i))
                    .append("password=hunter2 for a.lin on FIN-0012\n");
        }
        Files.writeString(folder.resolve("logs/workspace-admin.log"), log);
        Files.writeString(
                folder.resolve("settings.json"), "{\"theme\":\"light\",\"refreshSeconds\":60}");
        FxUiExecutor executor = new FxUiExecutor();
        ManualTimer timer = new ManualTimer();
        UiContext ui =
                new UiContext(
                        texts,
                        new Now(timer, executor),
                        timer,
                        Workers.sameThread(),
                        executor,
                        text -> {},
                        new Chooser(),
                        page -> {});
        skin = new Skin(Theme.LIGHT);
        overlay = new Overlay();
        layer =
                new ReportLayer(
                        new SupportReports(new FakeSources(folder), new Redactor()), overlay, ui);
        beneath = new Button("beneath");
        scene = new Scene(new StackPane(new VBox(beneath), overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void showsEveryFileBeforeAnythingIsSaved(FxRobot robot) {
        open(robot);
        List<Report.Part> parts = parts(robot).getItems();
        assertThat(parts).extracting(Report.Part::file).contains("README.txt", "log.txt");
        assertThat(status(robot)).startsWith(parts.size() + " files, ");
        assertThat(lines(robot).getItems()).isEqualTo(parts.getFirst().text().lines().toList());
        picture(robot, "report");

        robot.clickOn("Log");
        assertThat(lines(robot).getItems().getFirst())
                .contains("password=••• for user-1 on desktop-1");
        picture(robot, "report-log");
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        picture(robot, "report-dark");
        robot.interact(() -> texts.setLanguage(Language.CHINESE));
        assertThat(lines(robot).getItems().getFirst()).isEqualTo("Workspace Admin：支持报告");
        picture(robot, "report-dark-zh");
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
        picture(robot, "report-zh");
    }

    @Test
    void namesStayOnlyWhenTheSwitchIsTakenOff(FxRobot robot) {
        open(robot);
        CheckBox names = robot.lookup(".report-names").queryAs(CheckBox.class);
        assertThat(names.isSelected()).isTrue();
        assertThat(all(robot)).contains("user-1").doesNotContain("FIN-0012");

        robot.clickOn(names);

        assertThat(all(robot)).contains("a.lin", "FIN-0012").contains("password=•••");
        robot.clickOn(names);
        assertThat(all(robot)).doesNotContain("a.lin");
    }

    @Test
    void savesWhereTheOperatorSaysAndTellsSo(FxRobot robot) throws IOException {
        open(robot);
        robot.clickOn(".report-save");
        assertThat(proposed).containsExactly("workspace-admin-report-20261121-080000.zip");
        assertThat(status(robot)).as("cancelled in the file dialog").contains("before packing");

        choice = Optional.of(folder.resolve("mine"));
        robot.clickOn(".report-save");

        Path saved = folder.resolve("mine.zip");
        assertThat(status(robot)).isEqualTo("Saved as " + saved);
        assertThat(robot.lookup(".report-cancel").queryButton().getText()).isEqualTo("Close");
        try (ZipFile zip = new ZipFile(saved.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .isEqualTo(parts(robot).getItems().stream().map(Report.Part::file).toList());
        }
        picture(robot, "report-saved");
    }

    @Test
    void whatCannotBeSavedIsSaidAndCanBeTriedElsewhere(FxRobot robot) {
        open(robot);
        choice = Optional.of(folder.resolve("gone/r.zip"));
        robot.clickOn(".report-save");
        assertThat(status(robot))
                .contains(folder.resolve("gone/r.zip").toString(), "does not exist any more");
        picture(robot, "report-fault");

        choice = Optional.of(folder.resolve("elsewhere.zip"));
        robot.clickOn(".report-save");
        assertThat(status(robot)).startsWith("Saved as ");
    }

    @Test
    void isUsedByKeyboardAloneAndGivesTheFocusBack(FxRobot robot) {
        robot.interact(beneath::requestFocus);
        open(robot);
        assertThat(scene.getFocusOwner()).isEqualTo(parts(robot));
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        assertThat(parts(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(proposed).as("Enter saves").hasSize(1);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(overlay.isOpen()).isFalse();
        assertThat(scene.getFocusOwner()).isEqualTo(beneath);
    }

    @Test
    void aDialogBeneathStaysAsItWasAndGetsTheFocusBack(FxRobot robot) {
        TextField typed = new TextField();
        robot.interact(() ->
                overlay.open(
                        new VBox(typed, new Button("other")), typed, overlay::close, () -> {}));
        robot.write("half a plan");
        open(robot);
        assertThat(scene.getFocusOwner()).isEqualTo(parts(robot));
        for (int i = 0; i < 12; i++) {
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
            assertThat(scene.getFocusOwner()).isNotEqualTo(typed);
        }
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        assertThat(robot.lookup(".report-dialog").tryQuery()).isEmpty();
        assertThat(overlay.isOpen()).isTrue();
        assertThat(typed.getText()).isEqualTo("half a plan");
        assertThat(scene.getFocusOwner()).isEqualTo(typed);
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    private void open(FxRobot robot) {
        robot.interact(() -> layer.open(null));
    }

    @SuppressWarnings("unchecked") // the list's own type
    private static ListView<Report.Part> parts(FxRobot robot) {
        return robot.lookup(".report-parts").queryAs(ListView.class);
    }

    @SuppressWarnings("unchecked") // the list's own type
    private static ListView<String> lines(FxRobot robot) {
        return robot.lookup(".report-lines").queryAs(ListView.class);
    }

    private static String all(FxRobot robot) {
        StringBuilder all = new StringBuilder();
        parts(robot).getItems().forEach(part -> all.append(part.text()));
        return all.toString();
    }

    private static String status(FxRobot robot) {
        return robot.lookup(".report-status").queryAs(Label.class).getText();
    }

    private final class Chooser implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            proposed.add(name);
            return choice;
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }
}
