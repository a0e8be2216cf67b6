package org.workspaceadmin.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.welcome.WelcomeActions.Answer;

@ExtendWith(ApplicationExtension.class)
class WelcomeViewTest {
    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final Program program = new Program();
    private Skin skin;
    private Scene scene;

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
        WelcomeViewModel model = new WelcomeViewModel(program, new FxUiExecutor());
        WelcomeView view = new WelcomeView(model, context);
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
    void nothingIsJudgedBeforeItWasLeft(FxRobot robot) {
        robot.clickOn("#access-key");
        assertThat(robot.lookup("#fault-ACCESS_KEY").query().isVisible()).isFalse();
        robot.clickOn("#secret-key");
        assertThat(fault(robot, "ACCESS_KEY")).isEqualTo("Enter the access key ID (AK).");
        assertThat(robot.lookup("#fault-SECRET_KEY").query().isVisible()).isFalse();
        robot.clickOn("#access-key").write("AKIA");
        assertThat(robot.lookup("#fault-ACCESS_KEY").query().isVisible()).isFalse();
    }

    @Test
    void connectingWithNothingTypedNamesEveryFaultAndSendsNothing(FxRobot robot) {
        robot.clickOn("#connect");
        assertThat(fault(robot, "REGION")).startsWith("Choose a region");
        assertThat(fault(robot, "ACCESS_KEY")).isEqualTo("Enter the access key ID (AK).");
        assertThat(fault(robot, "SECRET_KEY")).isEqualTo("Enter the secret key (SK).");
        assertThat(robot.lookup("#region").query().isFocused()).isTrue();
        assertThat(program.heard).isEmpty();
        robot.interact(() -> Pictures.save(scene, "welcome-faults"));
    }

    @Test
    void anEndpointOfOnesOwnIsCheckedAsItIsTyped(FxRobot robot) {
        chooseOther(robot);
        robot.clickOn("#endpoint").write("http://workspace.example.com").clickOn("#project");
        assertThat(fault(robot, "ENDPOINT")).contains("Use https://");
        robot.clickOn("#access-key");
        assertThat(fault(robot, "PROJECT")).startsWith("Enter the project ID");
        robot.interact(() ->
                robot.lookup("#endpoint")
                        .queryAs(TextField.class)
                        .setText("https://workspace.example.com"));
        assertThat(robot.lookup("#fault-ENDPOINT").query().isVisible()).isFalse();
    }

    @Test
    void aGoodFormIsSentAndItsSecretForgotten(FxRobot robot) {
        fillIn(robot);
        robot.clickOn("#connect");
        assertThat(program.heard)
                .containsExactly("connect ap-southeast-3 [] AKIAEXAMPLE sk=verysecret");
        program.answer(new Answer.Opened());
        waitFor(robot);
        assertThat(robot.lookup("#secret-key").queryAs(TextField.class).getText()).isEmpty();
        assertThat(robot.lookup("#fault-SECRET_KEY").query().isVisible()).isFalse();
    }

    @Test
    void aRefusedSignInIsExplainedInPlaceAndMayBeTriedAgain(FxRobot robot) {
        fillIn(robot);
        robot.clickOn("#connect");
        assertThat(robot.lookup("#connect").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#cancel").query().isVisible()).isTrue();
        program.fail(
                new Problem(
                        Problem.Kind.UNAUTHENTICATED,
                        "GET /v2/{project_id}/desktops/detail",
                        401,
                        "APIGW.0301",
                        "Incorrect IAM authentication information: verify aksk signature fail",
                        "",
                        "",
                        "req-1",
                        "",
                        null,
                        Instant.EPOCH));
        waitFor(robot);
        assertThat(robot.lookup("#connect-problem").query().isVisible()).isTrue();
        assertThat(robot.lookup(".problem-title").queryAs(Label.class).getText())
                .isEqualTo("The secret key does not fit the access key");
        assertThat(robot.lookup("#connect").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#secret-key").queryAs(TextField.class).getText())
                .isEqualTo("verysecret");
        robot.interact(() -> Pictures.save(scene, "welcome-refused"));
    }

    @Test
    void cancellingEndsTheWork(FxRobot robot) {
        fillIn(robot);
        robot.clickOn("#connect").clickOn("#cancel");
        assertThat(program.work.isCancelled()).isTrue();
        assertThat(robot.lookup("#connect").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#connect-problem").query().isVisible()).isFalse();
    }

    @Test
    void projectsAreOfferedWhenTheRegionsNameDoesNotSettleIt(FxRobot robot) {
        fillIn(robot);
        robot.clickOn("#connect");
        program.answer(
                new Answer.WhichProject(
                        List.of(
                                new Project("p1", "ap-southeast-3_lab", "a", "", true, ""),
                                new Project("p2", "ap-southeast-3_ops", "a", "", true, ""))));
        waitFor(robot);
        ComboBox<Project> choice = robot.lookup("#project-choice").queryComboBox();
        assertThat(choice.isVisible()).isTrue();
        robot.interact(() -> choice.getSelectionModel().select(1));
        assertThat(robot.lookup("#project").queryAs(TextField.class).getText()).isEqualTo("p2");
        robot.clickOn("#connect");
        assertThat(program.heard).last().asString().contains("[p2]");
    }

    private void fillIn(FxRobot robot) {
        ComboBox<?> regions = robot.lookup("#region").queryComboBox();
        robot.interact(() -> {
            for (int i = 0; i < regions.getItems().size(); i++) {
                if (regions.getItems().get(i).toString().contains("ap-southeast-3")) {
                    regions.getSelectionModel().select(i);
                }
            }
        });
        robot.clickOn("#access-key")
                .write("AKIAEXAMPLE")
                .clickOn("#secret-key")
                .write("verysecret");
    }

    private void chooseOther(FxRobot robot) {
        ComboBox<?> regions = robot.lookup("#region").queryComboBox();
        robot.interact(() -> regions.getSelectionModel().selectLast());
    }

    private static String fault(FxRobot robot, String field) {
        Label label = robot.lookup("#fault-" + field).queryAs(Label.class);
        assertThat(label.isVisible()).isTrue();
        return label.getText();
    }

    private static void waitFor(FxRobot robot) {
        robot.interact(() -> {});
    }

    /** A program that answers when the test says so. */
    private static final class Program implements WelcomeActions {
        final List<String> heard = new ArrayList<>();
        private final CountDownLatch latch = new CountDownLatch(1);
        private volatile Optional<Answer> answer = Optional.empty();
        private volatile Optional<Problem> problem = Optional.empty();
        Work<Answer> work = Work.of(new Answer.Opened());

        @Override
        public Work<Boolean> openDemo() {
            heard.add("demo");
            return Work.of(true);
        }

        @Override
        public Work<Answer> connect(ConnectionDraft draft, SignIn signIn) {
            SignIn.AccessKey key = (SignIn.AccessKey) signIn;
            heard.add(
                    "connect %s [%s] %s sk=%s"
                            .formatted(
                                    draft.region(),
                                    draft.projectId(),
                                    key.accessKey(),
                                    key.secretKey().text()));
            work =
                    Workers.virtual("test")
                            .start(() -> {
                                latch.await();
                                if (problem.isPresent()) {
                                    throw new ProblemException(problem.get());
                                }
                                return answer.orElseThrow();
                            });
            return work;
        }

        void answer(Answer given) {
            answer = Optional.of(given);
            end();
        }

        void fail(Problem given) {
            problem = Optional.of(given);
            end();
        }

        private void end() {
            CountDownLatch ended = new CountDownLatch(1);
            work.atEnd(ended::countDown);
            latch.countDown();
            try {
                assertThat(ended.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
