package org.workspaceadmin.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.operation.TestContext;

@ExtendWith(ApplicationExtension.class)
class AboutDialogTest {
    private static final Path HOME = Path.of("/home/lin/.local/share/workspace-admin");
    private static final List<String> LICENCES =
            IntStream.rangeClosed(1, 20_000).mapToObj(i -> "Line " + i + " of a licence").toList();

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final Overlay overlay = new Overlay();
    private final List<String> copied = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private UiContext context;
    private Skin skin;
    private Scene scene;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        ManualTimer timer = new ManualTimer();
        FilePort noFiles = new TestContext().ui.files();
        context =
                new UiContext(
                        texts,
                        new Now(timer, UiExecutor.sameThread()),
                        timer,
                        Workers.sameThread(),
                        UiExecutor.sameThread(),
                        copied::add,
                        noFiles,
                        opened::add);
        scene = new Scene(new StackPane(new StackPane(), overlay), 1000, 700);
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
    void saysWhichProgramThisIsAndCopiesItForSupport(FxRobot robot) {
        open(robot, facts("abc1234"));

        assertThat(words(robot)).contains("2.5.1", "abc1234", "25.0.3, Acme", "26.0.2");
        assertThat(words(robot)).contains("by software, at 150%", HOME.toString());
        robot.clickOn("#about-copy");
        assertThat(copied).hasSize(1);
        assertThat(copied.getFirst())
                .startsWith("Workspace Admin\nVersion: 2.5.1\nCommit: abc1234\n")
                .contains("Log folder: " + HOME.resolve("logs"));
    }

    @Test
    void opensTheFoldersAndClosesByKey(FxRobot robot) {
        open(robot, facts(""));
        assertThat(words(robot)).contains("not known: built outside of version control");

        robot.clickOn("#about-home").clickOn("#about-logs");
        assertThat(opened).containsExactly(HOME.toUri(), HOME.resolve("logs").toUri());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#about").tryQuery()).isEmpty();
    }

    @Test
    void showsEveryLicenceWithoutDrawingAllLines(FxRobot robot) {
        open(robot, facts("abc1234"));
        ListView<String> list = robot.lookup("#about-licences").queryListView();

        assertThat(list.getItems()).hasSize(20_000);
        assertThat(list.lookupAll(".list-cell")).hasSizeLessThan(60);
    }

    @Test
    void picturesOfIt(FxRobot robot) {
        open(robot, facts("abc1234"));
        robot.interact(() -> Pictures.save(scene, "about"));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            texts.setLanguage(Language.CHINESE);
            Pictures.save(scene, "about-dark-zh");
        });
        assertThat(words(robot)).contains("版本", "提交");
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
    }

    private void open(FxRobot robot, ProgramFacts facts) {
        robot.interact(() -> AboutDialog.open(overlay, facts, context));
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup("#about-facts").lookup(".label").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }

    private static ProgramFacts facts(String commit) {
        return new ProgramFacts(
                "2.5.1",
                commit,
                "25.0.3, Acme",
                "26.0.2",
                "Linux 6.1, amd64",
                false,
                1.5,
                HOME,
                HOME.resolve("logs"),
                () -> Work.of(LICENCES));
    }
}
