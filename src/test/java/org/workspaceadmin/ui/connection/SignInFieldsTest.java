package org.workspaceadmin.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.ClipboardPort;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class SignInFieldsTest {
    private static final String ANSWER =
            "{\"credential\":{\"access\":\"HSTA0001\",\"secret\":\"temp-sk\","
                    + "\"securitytoken\":\"temp-token\",\"expires_at\":\"%s\"}}";

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer();
    private String clipboard = "";
    private Skin skin;
    private Scene scene;
    private UiContext context;
    private SignInViewModel model;
    private SignInFields fields;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        context =
                new UiContext(
                        texts,
                        new Now(timer, UiExecutor.sameThread()),
                        timer,
                        Workers.sameThread(),
                        UiExecutor.sameThread(),
                        new ClipboardPort() {
                            @Override
                            public void copy(String text) {
                                clipboard = text;
                            }

                            @Override
                            public Optional<String> text() {
                                return Optional.of(clipboard);
                            }
                        },
                        new FxFiles(() -> stage),
                        page -> {});
        scene = new Scene(new StackPane(), 480, 560);
        Skin.dress(scene);
        stage.setScene(scene);
        show(new SignInViewModel(timer));
        stage.show();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void nothingIsJudgedBeforeItWasLeft(FxRobot robot) {
        robot.clickOn("#access-key");
        assertThat(faults(robot)).isEmpty();
        robot.clickOn("#secret-key");
        assertThat(faults(robot)).isEqualTo("Enter the access key ID (AK).");
        robot.clickOn("#access-key").write("AKEXAMPLE");
        assertThat(faults(robot)).isEqualTo("Enter the secret key (SK).");
        robot.clickOn("#secret-key").write("s");
        assertThat(faults(robot)).isEmpty();
    }

    @Test
    void eachKindYieldsItsSignIn(FxRobot robot) {
        robot.interact(() -> Pictures.save(scene, "sign-in-key"));
        robot.clickOn("#access-key").write(" AKEXAMPLE ").clickOn("#secret-key").write("sk1 ");
        SignIn.AccessKey key = (SignIn.AccessKey) read(robot);
        assertThat(key.accessKey()).isEqualTo("AKEXAMPLE");
        assertThat(key.secretKey().text()).isEqualTo("sk1");

        robot.clickOn("#kind-PASSWORD").clickOn("#account").write("example");
        robot.clickOn("#user").write("it.admin").clickOn("#password").write(" with blank ");
        SignIn.Password password = (SignIn.Password) read(robot);
        assertThat(password.password().text()).isEqualTo(" with blank ");
        assertThat(password.passcode().isEmpty()).isTrue();

        robot.clickOn("#one-time-code").clickOn("#user-id").write("0123abcd");
        robot.clickOn("#passcode").write("12345").clickOn("#account");
        assertThat(faults(robot)).isEqualTo("A one-time code has exactly 6 digits.");
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "sign-in-code-dark-zh"));
        robot.clickOn("#passcode").write("6");
        password = (SignIn.Password) read(robot);
        assertThat(password.passcode().text()).isEqualTo("123456");
        assertThat(password.identity().oneTimeCode()).isTrue();

        robot.clickOn("#kind-TEMPORARY_KEY").clickOn("#token").write("tok");
        SignIn.TemporaryKey temporary = (SignIn.TemporaryKey) read(robot);
        assertThat(temporary.token().text()).isEqualTo("tok");
        assertThat(temporary.expires()).isEqualTo(timer.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void aWholeAnswerOfIamFillsEveryInput(FxRobot robot) {
        robot.clickOn("#sign-in-paste");
        assertThat(robot.lookup("#sign-in-paste-message").queryAs(Label.class).getText())
                .startsWith("The clipboard holds no key pair");
        clipboard = ANSWER.formatted(timer.instant().plus(Duration.ofMinutes(15)));
        robot.clickOn("#sign-in-paste");
        assertThat(model.kindProperty().get()).isEqualTo(SignInKind.TEMPORARY_KEY);
        robot.interact(() -> Pictures.save(scene, "sign-in-temporary"));
        SignIn.TemporaryKey key = (SignIn.TemporaryKey) read(robot);
        assertThat(key.accessKey()).isEqualTo("HSTA0001");
        assertThat(key.secretKey().text()).isEqualTo("temp-sk");
        assertThat(key.token().text()).isEqualTo("temp-token");
        assertThat(Duration.between(timer.instant(), key.expires()))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void keysThatEndedAreNotTaken(FxRobot robot) {
        clipboard = ANSWER.formatted(timer.instant().minusSeconds(60));
        robot.clickOn("#sign-in-paste");
        assertThat(readNothing(robot)).isTrue();
        assertThat(faults(robot)).startsWith("These keys have ended already");
        robot.interact(() -> robot.lookup("#expires").queryAs(TextField.class).setText("soon"));
        assertThat(faults(robot)).startsWith("Write the end like");
    }

    @Test
    void theEyeShowsWhatWasTyped(FxRobot robot) {
        robot.clickOn("#secret-key").write("visible1");
        assertThat(drawn(robot, "#secret-key")).isEqualTo("\u25cf".repeat(8));
        robot.clickOn("#block-SECRET_KEY .secret-eye");
        assertThat(drawn(robot, "#secret-key")).isEqualTo("visible1");
        robot.interact(() -> Pictures.save(scene, "sign-in-eye"));
        robot.clickOn("#block-SECRET_KEY .secret-eye");
        assertThat(drawn(robot, "#secret-key")).isEqualTo("\u25cf".repeat(8));
        assertThat(((SignIn.AccessKey) model.signIn()).secretKey().text()).isEqualTo("visible1");
    }

    @Test
    void wipingEmptiesTheControlsToo(FxRobot robot) {
        robot.clickOn("#access-key").write("AK").clickOn("#secret-key").write("verysecret");
        robot.interact(fields::wipe);
        assertThat(robot.lookup("#secret-key").queryAs(PasswordField.class).getText()).isEmpty();
        assertThat(model.noSecretTyped()).isTrue();
        assertThat(robot.lookup("#access-key").queryAs(TextField.class).getText()).isEqualTo("AK");
        assertThat(faults(robot)).isEmpty();
    }

    @Test
    void whoIsKnownIsAskedOnlyForWhatIsMissing(FxRobot robot) {
        robot.interact(() ->
                show(
                        SignInViewModel.again(
                                Identity.password("example", "it.admin", "0123abcd", true),
                                timer)));
        assertThat(shown(robot)).containsExactly("password", "passcode");
        assertThat(robot.lookup("#sign-in-who").queryAs(Label.class).getText())
                .isEqualTo("it.admin · example");
        robot.interact(() -> fields.focusFirst());
        robot.write("pw");
        assertThat(readNothing(robot)).isTrue();
        assertThat(faults(robot)).startsWith("Enter the code");
        robot.write("000111");
        assertThat(((SignIn.Password) read(robot)).userId()).isEqualTo("0123abcd");
        robot.interact(() -> Pictures.save(scene, "sign-in-again-password"));

        robot.interact(() ->
                show(
                        SignInViewModel.again(
                                Identity.key(SignInKind.ACCESS_KEY, "AKIAEXAMPLE12345"), timer)));
        assertThat(shown(robot)).containsExactly("secret-key");
        assertThat(robot.lookup("#sign-in-who").queryAs(Label.class).getText())
                .isEqualTo("AKIA…2345");

        robot.interact(() ->
                show(
                        SignInViewModel.again(
                                Identity.key(SignInKind.TEMPORARY_KEY, "HSTAOLD"), timer)));
        assertThat(shown(robot)).containsExactly("access-key", "secret-key", "token", "expires");
        clipboard = ANSWER.formatted(timer.instant().plusSeconds(900));
        robot.clickOn("#sign-in-paste");
        assertThat(read(robot).accessKey()).isEqualTo("HSTA0001");
    }

    @Test
    void whatIsRememberedNeedNotBeTypedAgain(FxRobot robot) {
        robot.interact(() -> {
            model.show(Identity.key(SignInKind.ACCESS_KEY, "AKEXAMPLE"));
            model.keptProperty().set(true);
        });
        assertThat(model.judgeAll()).isEmpty();
        assertThat(model.meansKept()).isTrue();
        robot.clickOn("#secret-key").write("new");
        assertThat(model.meansKept()).isFalse();
    }

    private void show(SignInViewModel shown) {
        model = shown;
        fields = new SignInFields(model, context);
        VBox page = new VBox(fields);
        page.getStyleClass().add("pad-16");
        scene.setRoot(page);
    }

    private SignIn read(FxRobot robot) {
        Optional<SignIn>[] read = holder();
        robot.interact(() -> read[0] = fields.read());
        return read[0].orElseThrow();
    }

    private boolean readNothing(FxRobot robot) {
        Optional<SignIn>[] read = holder();
        robot.interact(() -> read[0] = fields.read());
        return read[0].isEmpty();
    }

    @SuppressWarnings("unchecked") // an array of one generic type cannot be made otherwise
    private static Optional<SignIn>[] holder() {
        return (Optional<SignIn>[]) new Optional<?>[1];
    }

    private static List<String> shown(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof TextInputControl)
                .queryAllAs(TextInputControl.class)
                .stream()
                .filter(SignInFieldsTest::visible)
                .map(TextInputControl::getId)
                .toList();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String faults(FxRobot robot) {
        return robot.lookup(".field-message").queryAllAs(Label.class).stream()
                .filter(SignInFieldsTest::visible)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    private static String drawn(FxRobot robot, String field) {
        return robot
                .from(robot.lookup(field).queryAs(PasswordField.class))
                .lookup((Node node) -> node instanceof Text)
                .queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
