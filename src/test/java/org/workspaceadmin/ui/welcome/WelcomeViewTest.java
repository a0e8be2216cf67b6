package org.workspaceadmin.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
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
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class WelcomeViewTest {
    private static final Instant NOW = new ManualTimer().instant();

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final Program program = new Program();
    private Skin skin;
    private Scene scene;
    private WelcomeViewModel model;
    private WelcomeView view;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        ManualTimer timer = new ManualTimer();
        UiContext context =
                new UiContext(
                        texts,
                        new Now(timer, UiExecutor.sameThread()),
                        timer,
                        Workers.sameThread(),
                        UiExecutor.sameThread(),
                        text -> {},
                        new FxFiles(() -> stage),
                        page -> {});
        model = new WelcomeViewModel(program, UiExecutor.sameThread());
        view = new WelcomeView(model, program, context);
        scene = new Scene(new StackPane(view.root()), 1000, 652);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.shown();
        view.focus();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void theDemoIsOneClickAway(FxRobot robot) {
        robot.interact(() -> Pictures.save(scene, "welcome-light"));
        robot.clickOn("#demo");
        assertThat(program.heard).containsExactly("demo");
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "welcome-dark-zh"));
    }

    @Test
    void whoHasNoConnectionIsLedToMakeOneOrTakeOneOver(FxRobot robot) {
        assertThat(robot.lookup("#kept-connections").query().isVisible()).isTrue();
        assertThat(robot.lookup(".welcome-kept").query().isVisible()).isFalse();
        assertThat(robot.lookup("#connect").query().isFocused()).isTrue();
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        robot.clickOn("#welcome-import");
        assertThat(program.heard).containsExactly("new", "import");
    }

    @Test
    void keptConnectionsComeFirstAndTheLastUsedOneIsPreselected(FxRobot robot) {
        keep(robot);
        ListView<ConnectionEntry> rows = robot.lookup("#kept-connections").queryListView();
        assertThat(rows.isFocused()).isTrue();
        assertThat(rows.getSelectionModel().getSelectedItem().id()).isEqualTo("a");
        robot.interact(() -> Pictures.save(scene, "welcome-kept-light"));
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "welcome-kept-dark-zh"));
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(program.heard).containsExactly("open b");
        robot.clickOn("#welcome-manage").clickOn("#welcome-add");
        assertThat(program.heard).containsExactly("open b", "manage", "new");
    }

    @Test
    void oneClickOpensAndWhatIsMissingIsAskedFor(FxRobot robot) {
        keep(robot);
        program.answer = Work.of(new Opening.SignInNeeded(connection("b", "Lab")));
        robot.clickOn("Lab");
        assertThat(program.heard).containsExactly("open b", "ask b");
    }

    @Test
    void aFailureIsSaidInPlace(FxRobot robot) {
        keep(robot);
        program.answer =
                Work.failed(
                        new ProblemException(
                                Problem.without(
                                        Problem.Kind.UNAUTHENTICATED, "GET /", "", Instant.EPOCH)));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(robot.lookup("#welcome-problem").query().isVisible()).isTrue();
        robot.interact(() -> Pictures.save(scene, "welcome-kept-problem"));
    }

    @Test
    void openingCanBeStopped(FxRobot robot) {
        keep(robot);
        CountDownLatch never = new CountDownLatch(1);
        Work<Opening> hanging =
                Workers.virtual("test")
                        .start(() -> {
                            never.await();
                            return new Opening.Opened("a", Kept.NOT);
                        });
        program.answer = hanging;
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(robot.lookup("#kept-connections").query().isDisabled()).isTrue();
        robot.clickOn("#welcome-cancel");
        assertThat(hanging.isCancelled()).isTrue();
        assertThat(robot.lookup("#kept-connections").query().isDisabled()).isFalse();
    }

    private void keep(FxRobot robot) {
        Connection production = connection("a", "Production");
        Connection marked =
                new Connection(
                        "a",
                        production.name(),
                        production.endpoints(),
                        production.region(),
                        "p",
                        "",
                        Generation.V2,
                        production.identity(),
                        "",
                        new Marking(Marking.Colour.RED, "production", true),
                        false);
        program.kept.add(
                new ConnectionEntry(marked, false, true, false, NOW.minus(Duration.ofHours(3)), 0));
        program.kept.add(
                new ConnectionEntry(
                        connection("b", "Lab"),
                        false,
                        false,
                        false,
                        NOW.minus(Duration.ofDays(9)),
                        0));
        program.kept.add(
                new ConnectionEntry(
                        connection(
                                "c",
                                "A partner cloud with a name that is far too long for its row"),
                        true,
                        false,
                        true,
                        null,
                        2));
        robot.interact(() -> {
            view.shown();
            view.focus();
        });
    }

    private static Connection connection(String id, String name) {
        return new Connection(
                id,
                name,
                Endpoints.around(URI.create("https://workspace.ap-southeast-3.myhuaweicloud.com")),
                "ap-southeast-3",
                "p",
                "",
                Generation.V2,
                Identity.key(SignInKind.ACCESS_KEY, "AKIAEXAMPLE"),
                "",
                Marking.NONE,
                false);
    }

    /** A program that writes down what it is asked. */
    private static final class Program implements WelcomeActions {
        final List<String> heard = new ArrayList<>();
        final List<ConnectionEntry> kept = new ArrayList<>();
        Work<Opening> answer = Work.of(new Opening.Opened("a", Kept.NOT));

        @Override
        public Work<Boolean> openDemo() {
            heard.add("demo");
            return Work.of(true);
        }

        @Override
        public List<ConnectionEntry> connections() {
            return List.copyOf(kept);
        }

        @Override
        public Work<Opening> open(String connectionId) {
            heard.add("open " + connectionId);
            return answer;
        }

        @Override
        public void askSignIn(Connection connection) {
            heard.add("ask " + connection.id());
        }

        @Override
        public void complete(Opening opening) {
            heard.add("complete");
        }

        @Override
        public void newConnection() {
            heard.add("new");
        }

        @Override
        public void manageConnections() {
            heard.add("manage");
        }

        @Override
        public void importConnections() {
            heard.add("import");
        }
    }
}
