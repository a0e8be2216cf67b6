package org.workspaceadmin.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.directory.AccountFault;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.SignInResult;
import org.workspaceadmin.directory.SignInResult.Way;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.directory.SignInTrial.Certificate;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.ScriptedHealth;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.directory.DirectoryActions.Kind;
import org.workspaceadmin.ui.directory.DirectoryActions.Proposal;
import org.workspaceadmin.ui.operation.TestContext;

@ExtendWith(ApplicationExtension.class)
class DirectoryAccessDialogTest {
    private static final DirectoryData SERVICE =
            new DirectoryData(
                    "corp.example.com",
                    List.of(
                            new DirectoryData.Controller("10.1.0.10", "dc1.corp.example.com"),
                            new DirectoryData.Controller("10.1.0.11", "dc2.corp.example.com")),
                    List.of("10.1.0.10", "10.1.0.11"),
                    "svc-workspace",
                    List.of());

    @TempDir static Path folder;

    private final CssLog css = new CssLog();
    private final TestContext test = new TestContext(UiExecutor.sameThread());
    private final ScriptedActions actions = new ScriptedActions();
    private final ScriptedHealth health = new ScriptedHealth();
    private final Overlay overlay = new Overlay();
    private Skin skin;
    private Scene scene;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        scene = new Scene(new StackPane(new StackPane(), overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void nothingWasComplainedAbout(FxRobot robot) {
        robot.interact(overlay::close);
        assertThat(health.listening()).as("nobody listens to a closed dialog's directory").isZero();
        css.assertEmpty();
        css.close();
    }

    @Test
    void fillsInWhatTheServiceKnows(FxRobot robot) {
        actions.proposal = new Proposal(Kind.COMPANY, SERVICE);
        open(robot);

        assertThat(field(robot, "#access-DOMAIN")).isEqualTo("corp.example.com");
        assertThat(field(robot, "#access-ACTIVE")).isEqualTo("10.1.0.10");
        assertThat(field(robot, "#access-STANDBY_NAME")).isEqualTo("dc2.corp.example.com");
        assertThat(field(robot, "#access-DNS")).isEqualTo("10.1.0.10, 10.1.0.11");
        assertThat(text(robot, "#access-filled")).contains("service");
        picture(robot, "directory-access");
    }

    @Test
    void whatWasEnteredIsNotReplaced(FxRobot robot) {
        actions.data = SERVICE.withAccount("reader");
        actions.proposal = new Proposal(Kind.COMPANY, SERVICE.withAccount("svc-other"));
        open(robot);

        assertThat(field(robot, "#access-ACCOUNT")).isEqualTo("reader");
    }

    @Test
    void offersNothingWhereTheServiceHasADirectoryOfItsOwn(FxRobot robot) {
        actions.proposal = new Proposal(Kind.CLOUD, DirectoryData.NONE);
        open(robot);

        assertThat(text(robot, "#access-standing-text")).contains("directory of its own");
        assertThat(node(robot, "#access-connect").isDisabled()).isTrue();
        assertThat(node(robot, "#access-test").isDisabled()).isTrue();
    }

    @Test
    void complainsOnlyOnceAnInputWasLeftOrSent(FxRobot robot) {
        open(robot);
        assertThat(shown(robot, "Fill this in.")).isZero();

        robot.clickOn("#access-connect");

        assertThat(shown(robot, "Fill this in.")).isEqualTo(4);
        assertThat(scene.getFocusOwner()).isEqualTo(node(robot, "#access-DOMAIN"));
        assertThat(actions.asked).as("nobody signed in").isEmpty();
        robot.write("corp");
        assertThat(shown(robot, "A DNS name with a dot, such as corp.example.com.")).isEqualTo(1);
        robot.write(".example.com");
        assertThat(shown(robot, "Fill this in.")).isEqualTo(3);
        picture(robot, "directory-access-wrong");
    }

    @Test
    void aTrialIsOneSignInAndKeepsNothing(FxRobot robot) {
        filled(robot);
        actions.trial = () -> Work.of(signedIn(Way.LDAPS, Certificate.TRUSTED));

        robot.clickOn("#access-test");

        assertThat(actions.asked).containsExactly("test svc-workspace Summer-2026");
        assertThat(text(robot, "#access-verdict")).contains("CORP\\svc-workspace", "10.1.0.10");
        assertThat(text(robot, "#access-means")).contains("LDAPS", "41 ms");
        assertThat(overlay.isOpen()).isTrue();
        picture(robot, "directory-access-tried");
    }

    @Test
    void connectingSignsInOnceThenKeepsAndReads(FxRobot robot) {
        filled(robot);
        actions.trial = () -> Work.of(signedIn(Way.KERBEROS, Certificate.NONE));
        robot.clickOn("#remember");

        robot.clickOn("#access-connect");

        assertThat(actions.asked)
                .containsExactly("test svc-workspace Summer-2026", "open Summer-2026 remember");
        assertThat(actions.opened).containsExactly(SERVICE);
        assertThat(overlay.isOpen()).isFalse();
    }

    @Test
    void aRefusedAccountIsNotKeptAndNotTriedAgain(FxRobot robot) {
        filled(robot);
        actions.trial = () -> Work.of(refused(AccountFault.WRONG_PASSWORD));

        robot.clickOn("#access-connect");

        assertThat(actions.asked).hasSize(1);
        assertThat(actions.opened).isEmpty();
        assertThat(text(robot, "#access-means"))
                .contains("wrong, or the account does not exist")
                .contains("one attempt");
        picture(robot, "directory-access-refused");
    }

    @ParameterizedTest
    @EnumSource(AccountFault.class)
    void saysEveryFaultInWordsOfBothLanguages(AccountFault fault, FxRobot robot) {
        filled(robot);
        actions.trial = () -> Work.of(refused(fault));
        robot.clickOn("#access-test");
        String english = text(robot, "#access-means");
        robot.interact(() -> test.texts.setLanguage(Language.CHINESE));

        assertThat(english).hasSizeGreaterThan(40).doesNotContain(fault.name());
        assertThat(text(robot, "#access-means")).hasSizeGreaterThan(15).isNotEqualTo(english);
    }

    @Test
    void offersToTrustTheCompanysAuthorityOnlyOnceItWasCompared(FxRobot robot) {
        filled(robot);
        TestAuthority authority = new TestAuthority("Example Corp Issuing CA");
        List<X509Certificate> chain = authority.issue("dc1.corp.example.com").chain();
        actions.trial =
                () ->
                        Work.of(
                                result(
                                        new SignInResult.NotPossible(
                                                Way.KERBEROS, "certificate: UNTRUSTED"),
                                        Certificate.UNTRUSTED,
                                        chain));
        robot.clickOn("#access-test");
        assertThat(text(robot, "#access-means")).contains("your company’s own authority");
        Button take = robot.lookup("#access-take").queryAs(Button.class);
        assertThat(take.isDisabled()).isTrue();
        picture(robot, "directory-access-trust");

        robot.interact(() -> node(robot, "#access-compared").requestFocus());
        robot.clickOn("#access-compared");
        robot.clickOn("#access-take");
        actions.trial = () -> Work.of(signedIn(Way.LDAPS, Certificate.TRUSTED));
        robot.clickOn("#access-connect");

        assertThat(actions.opened.getFirst().authorities())
                .singleElement()
                .asString()
                .startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void takesAnAuthorityFromAFile(FxRobot robot) throws Exception {
        filled(robot);
        Path none = Files.writeString(folder.resolve("none.pem"), "text");
        test.files.open = none;
        robot.interact(() -> robot.lookup("#access-file").queryAs(Button.class).fire());
        assertThat(text(robot, "#access-verdict")).contains("none.pem");

        Path file = folder.resolve("ca.pem");
        Files.writeString(
                file,
                TestAuthority.pem(new TestAuthority("Example Corp Issuing CA").certificate()));
        test.files.open = file;
        robot.interact(() -> robot.lookup("#access-file").queryAs(Button.class).fire());

        assertThat(node(robot, "#access-offer").isVisible()).isTrue();
    }

    @Test
    void showsSinceWhenAndWhyTheDirectoryIsUnknown(FxRobot robot) {
        actions.data = SERVICE;
        actions.passwordKnown = true;
        Instant since = test.timer.instant().minus(Duration.ofMinutes(12));
        health.standing(ScriptedHealth.unknown(since, DirectoryProblem.Kind.UNREACHABLE));
        open(robot);

        assertThat(text(robot, "#access-standing")).startsWith("Unknown since");
        assertThat(text(robot, "#access-standing-text"))
                .contains("corp.example", "company network");
        robot.clickOn("#access-disconnect");
        assertThat(actions.asked).containsExactly("shut");
    }

    @Test
    void thePasswordIsWipedWithTheDialog(FxRobot robot) {
        filled(robot);
        TextField password = robot.lookup("#access-password").queryAs(TextField.class);
        assertThat(password.getLength()).isPositive();

        robot.interact(overlay::close);

        assertThat(password.getText()).isEmpty();
    }

    private void filled(FxRobot robot) {
        actions.data = SERVICE;
        open(robot);
        robot.clickOn("#access-password").write("Summer-2026");
    }

    private void open(FxRobot robot) {
        robot.interact(() -> DirectoryAccessDialog.open(overlay, actions, health, test.ui));
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
        robot.interact(() -> test.texts.setLanguage(Language.CHINESE));
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        robot.interact(() -> Pictures.save(scene, name + "-zh-dark"));
        robot.interact(() -> test.texts.setLanguage(Language.ENGLISH));
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
    }

    private static SignInTrial.Result signedIn(Way way, Certificate certificate) {
        return result(
                new SignInResult.SignedIn(way, "CORP\\svc-workspace"), certificate, List.of());
    }

    private static SignInTrial.Result refused(AccountFault fault) {
        return result(
                new SignInResult.Refused(
                        Way.LDAPS, fault, "80090308: LdapErr: DSID-0C090447, data 52e, v4563"),
                Certificate.TRUSTED,
                List.of());
    }

    private static SignInTrial.Result result(
            @Nullable SignInResult last, Certificate certificate, List<X509Certificate> chain) {
        return new SignInTrial.Result(
                new CheckOrder.Controller("10.1.0.10", "dc1.corp.example.com"),
                last == null ? List.of() : List.of(last),
                certificate,
                chain,
                "",
                Duration.ofMillis(41));
    }

    private static long shown(FxRobot robot, String text) {
        return robot.lookup(".field-message").queryAllAs(Labeled.class).stream()
                .filter(label -> label.isVisible() && label.getText().equals(text))
                .count();
    }

    private static String field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class).getText();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static Node node(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }
}
