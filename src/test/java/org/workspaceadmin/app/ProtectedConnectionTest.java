package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connected;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.journal.UnlockRow;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxClipboard;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.shell.WindowBounds;

/**
 * The whole program on a protected connection with temporary keys: what was chosen and typed lives
 * through unlocking and through the end of the sign-in, and nothing is sent that must not be.
 */
@ExtendWith(ApplicationExtension.class)
class ProtectedConnectionTest {
    private static final int FLEET = 60;
    private static final Marking PRODUCTION = new Marking(Marking.Colour.RED, "PROD", true);

    @TempDir static Path folder;

    private final CssLog css = new CssLog();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private Simulator simulator;
    private Foundations below;
    private Program program;
    private CloudConnection service;

    @Start
    void start(Stage stage) throws Exception {
        simulator =
                Simulator.start(
                        Watched.options()
                                .withDesktops(FLEET)
                                .withJobTime(Duration.ofMillis(500))
                                .withObserver(Watched.and(exchanges::add)));
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
                        new Demo(Watched.options(), below.timer().instant()),
                        Wiring.screens(below, context));
        stage.show();
        connect();
    }

    /**
     * Opens the connection with a key that does not end, so that the test decides when one does.
     */
    private void connect() throws IOException {
        Connection connection =
                new Connection(
                        "c-1",
                        "Frankfurt",
                        Endpoints.single(simulator.endpoint()),
                        simulator.region(),
                        simulator.projectId(),
                        simulator.projectName(),
                        Generation.V2,
                        Identity.key(SignInKind.TEMPORARY_KEY, simulator.accessKey()),
                        "",
                        PRODUCTION,
                        false);
        below.connections().add(connection);
        try (SignIn keys =
                new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray())) {
            Connected answer = below.connector().connect(connection, keys).await();
            Connected.To to = (Connected.To) answer;
            service = to.service();
            program.adopt(connection, service);
        }
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(program::close);
        below.engine().close();
        program.closeConnections();
        below.close();
        simulator.close();
        css.assertEmpty();
        css.close();
    }

    private TemporaryKey freshKey() {
        try (SignIn user =
                        new SignIn.Password(
                                simulator.account(),
                                simulator.user(),
                                simulator.password().toCharArray());
                CloudConnection issuer =
                        ((Connected.To)
                                        below.connector()
                                                .connect(
                                                        below.connections()
                                                                .find("c-1")
                                                                .orElseThrow(),
                                                        user)
                                                .await())
                                .service()) {
            return issuer.temporaryKey(900).await();
        }
    }

    /** From now on the connection lives on keys that end in a moment. */
    private void letTheSignInEnd() {
        TemporaryKey key = freshKey();
        try (SignIn soonOver =
                new SignIn.TemporaryKey(
                        key.access(), key.secret(), key.token(), Instant.now().plusSeconds(10))) {
            below.connector().signInAgain(service, soonOver).await();
        }
        until(() -> service.health().signInNeeded());
    }

    @Test
    void aPlanLivesThroughUnlockingAndANewSignIn(FxRobot robot) {
        until(() -> robot.lookup("#desktops-table").tryQuery().isPresent());
        until(() -> robot.lookup("#desktops-table").queryTableView().getItems().size() == FLEET);
        assertThat(robot.lookup("#guard").queryButton().getText()).isEqualTo("Read-only");
        robot.clickOn("#desktops-filter").write("status:active type:dedicated os:windows");
        robot.interact(() ->
                robot.lookup("#desktops-table").queryTableView().getSelectionModel().select(0));
        robot.clickOn("#desktops-action-update_sids");
        until(() -> robot.lookup(".operation-submit").tryQuery().isPresent());
        robot.clickOn(".operation-reason").write("after the move");
        assertThat(submit(robot).isDisabled()).as("read-only").isTrue();

        robot.clickOn("#guard-begin").write("CHG-4711");
        picture("protected-dialog");
        robot.clickOn("#unlock-send");
        until(() -> !submit(robot).isDisabled());
        letTheSignInEnd();
        until(() -> robot.lookup(".overlay .sign-in-band").query().isVisible());
        picture("protected-sign-in-over");
        long before = exchanges.size();

        robot.clickOn(robot.lookup(".overlay #sign-in-again").queryAs(Button.class));
        TemporaryKey key = freshKey();
        long forTheKey = exchanges.size() - before;
        robot.interact(() -> copy(asIamPrintsIt(key)));
        robot.clickOn("#sign-in-paste");
        picture("protected-sign-in-again");
        robot.clickOn("#sign-in-again-send");
        until(() -> robot.lookup("#sign-in-again-dialog").tryQuery().isEmpty());
        until(() -> !robot.lookup(".overlay .sign-in-band").<Node>query().isVisible());

        assertThat(forTheKey).as("the program itself sent nothing meanwhile").isLessThan(5);
        assertThat(robot.lookup(".operation-reason").queryAs(TextField.class).getText())
                .isEqualTo("after the move");
        robot.clickOn(".operation-submit");
        until(() -> !below.engine().all().isEmpty());
        until(() -> !below.engine().all().getFirst().open());
        OperationState end = below.engine().all().getFirst();
        assertThat(end.reason()).isEqualTo("after the move");
        assertThat(below.journal().unlocksOf(end.id()))
                .extracting(UnlockRow::reason)
                .containsExactly("CHG-4711");
        assertThat(exchanges).noneMatch(e -> e.status() == 401);
        assertThat(below.connections().find("c-1").orElseThrow().identity().accessKey())
                .as("the key it signs in with now")
                .isEqualTo(key.access());
        assertThat(robot.lookup("#guard").queryAs(Labeled.class).getText()).startsWith("Unlocked");
        robot.clickOn("#guard");
        until(() -> robot.lookup("#guard").queryButton().getText().equals("Read-only"));
    }

    private static String asIamPrintsIt(TemporaryKey key) {
        return """
        {"credential":{"access":"%s","secret":"%s","securitytoken":"%s","expires_at":"%s"}}\
        """
                .formatted(key.access(), key.secret().text(), key.token().text(), key.expires());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button submit(FxRobot robot) {
        return robot.lookup(".operation-submit").queryButton();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Pictures.save(program.stage().getScene(), name));
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in time", e);
        }
    }
}
