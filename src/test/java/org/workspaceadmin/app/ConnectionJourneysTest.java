package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.ui.common.ConnectionEntry;
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

/** From "I have an account" to "I see my fleet", each kind of sign-in against a live service. */
@ExtendWith(ApplicationExtension.class)
class ConnectionJourneysTest {
    private static final int DESKTOPS = 40;

    @TempDir Path folder;

    private final CssLog css = new CssLog();
    private final LastingStore store = new LastingStore();
    private Simulator service;
    private Foundations below;
    private Program program;

    @Start
    void start(Stage stage) throws Exception {
        service = Simulator.start(Watched.options().withDesktops(DESKTOPS));
        open(stage);
    }

    @AfterEach
    void end(FxRobot robot) {
        shut(robot);
        service.close();
        css.assertEmpty();
        css.close();
    }

    @Test
    void aKeyPairLeadsToTheFleetAndItsProjectIsFound(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        type(robot, "#access-key", service.accessKey());
        type(robot, "#secret-key", service.secretKey());
        picture("journey-editor");
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
        Connection kept = only().connection();
        assertThat(kept.projectId()).isEqualTo(service.projectId());
        assertThat(kept.name()).isEqualTo(service.region());
        assertThat(everythingWritten()).doesNotContain(service.secretKey());
    }

    @Test
    void aPasswordLeadsToTheFleet(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        password(robot);
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
        Connection kept = only().connection();
        assertThat(kept.signIn()).isEqualTo(SignInKind.PASSWORD);
        assertThat(kept.identity().userId()).isEqualTo(service.userId());
        assertThat(everythingWritten()).doesNotContain(service.password());
    }

    @Test
    void aPasswordWithAOneTimeCodeLeadsToTheFleetAndIsAskedForAgain(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        password(robot);
        fire(robot, "#one-time-code");
        type(robot, "#user-id", service.userId());
        type(robot, "#passcode", "123456");
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
        assertThat(only().connection().identity().oneTimeCode()).isTrue();
    }

    @Test
    void temporaryKeysArePastedAsIamAnswersThem(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        robot.interact(() ->
                new FxClipboard()
                        .copy(
                                "{\"credential\":{\"access\":\""
                                        + service.accessKey()
                                        + "\",\"secret\":\""
                                        + service.secretKey()
                                        + "\",\"securitytoken\":\"token-of-the-keys\","
                                        + "\"expires_at\":\"2099-01-01T00:00:00.000000Z\"}}"));
        fire(robot, "#sign-in-paste");
        assertThat(text(robot, "#access-key")).isEqualTo(service.accessKey());
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
        assertThat(only().connection().signIn()).isEqualTo(SignInKind.TEMPORARY_KEY);
        assertThat(everythingWritten()).doesNotContain("token-of-the-keys");
    }

    @Test
    void aProjectIsPickedWhenTheNameDoesNotSettleIt(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        type(robot, "#region", "private-cloud-1");
        type(robot, "#access-key", service.accessKey());
        type(robot, "#secret-key", service.secretKey());
        fire(robot, "#save-and-connect");
        until(() -> robot.lookup("#project-choice").query().isVisible());
        ComboBox<Project> choice = robot.lookup("#project-choice").queryComboBox();
        robot.interact(() ->
                choice.getItems().stream()
                        .filter(project -> project.id().equals(service.projectId()))
                        .forEach(project -> choice.getSelectionModel().select(project)));
        assertThat(text(robot, "#project")).isEqualTo(service.projectId());
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
    }

    @Test
    void aRefusedKeyIsTriedOnceAndMayBeCorrected(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        type(robot, "#access-key", service.accessKey());
        type(robot, "#secret-key", "wrong-secret");
        fire(robot, "#save-and-connect");
        until(() -> robot.lookup("#editor-problem").query().isVisible());
        picture("journey-refused");
        assertThat(text(robot, "#secret-key")).isEqualTo("wrong-secret");
        assertThat(text(robot, "#endpoint-WORKSPACE")).isEqualTo(service.endpoint().toString());
        assertThat(below.connections().list()).isEmpty();
        type(robot, "#secret-key", service.secretKey());
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
    }

    @Test
    void aKeptConnectionOpensByKeyboardAloneAndAsksOnlyForTheSecret(FxRobot robot)
            throws Exception {
        aKeyPairLeadsToTheFleetAndItsProjectIsFound(robot);
        Stage stage = program.stage();
        shut(robot);
        robot.interact(() -> openAgain(stage));
        ListView<ConnectionEntry> rows = robot.lookup("#kept-connections").queryListView();
        assertThat(rows.getItems()).hasSize(1);
        until(rows::isFocused);
        picture("journey-welcome-kept");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> robot.lookup("#sign-in-send").tryQuery().isPresent());
        robot.interact(() -> {});
        picture("journey-sign-in");
        robot.write(service.secretKey());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        fleetIsSeen(robot);
    }

    @Test
    void aRememberedSignInOpensAtOnce(FxRobot robot) {
        remembered(robot);
        Stage stage = program.stage();
        shut(robot);
        robot.interact(() -> openAgain(stage));
        assertThat(everythingWritten()).doesNotContain(service.secretKey());
        until(() -> robot.lookup("#kept-connections").query().isFocused());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        fleetIsSeen(robot);
    }

    @Test
    void removingAConnectionRemovesItsSecrets(FxRobot robot) {
        remembered(robot);
        assertThat(store.secrets).isNotEmpty();
        robot.interact(program::connectElsewhere);
        fire(robot, "#welcome-manage");
        ListView<ConnectionEntry> rows = robot.lookup("#connections-list").queryListView();
        robot.interact(() -> rows.getSelectionModel().selectFirst());
        robot.interact(rows::requestFocus);
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        picture("journey-remove");
        fire(robot, "#question-do");
        until(() -> below.connections().list().isEmpty());
        until(() -> robot.lookup("#connections-add-first").query().isVisible());
        assertThat(store.secrets).isEmpty();
        assertThat(program.connections()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsSaidAndADuplicateGetsAFreeOne(FxRobot robot) {
        aKeyPairLeadsToTheFleetAndItsProjectIsFound(robot);
        robot.interact(program::connectElsewhere);
        fire(robot, "#welcome-manage");
        String id = only().id();
        Labeled more = robot.lookup(".connection-more").queryAs(Labeled.class);
        robot.clickOn(more);
        robot.clickOn("Duplicate…");
        until(() -> robot.lookup("#connection-name").tryQuery().isPresent());
        assertThat(text(robot, "#connection-name")).isEqualTo(service.region() + " (2)");
        type(robot, "#connection-name", service.region());
        fire(robot, "#save");
        assertThat(
                        robot.from(robot.lookup("#block-NAME").queryAll())
                                .lookup(".field-message")
                                .queryAs(Label.class)
                                .getText())
                .contains(service.region());
        type(robot, "#connection-name", "Lab");
        fire(robot, "#colour-GREEN");
        fire(robot, "#guarded");
        type(robot, "#connection-label", "test");
        fire(robot, "#save");
        until(() -> below.connections().list().size() == 2);
        Connection lab =
                below.connections().list().stream()
                        .filter(c -> !c.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(lab.name()).isEqualTo("Lab");
        assertThat(lab.marking().guarded()).isTrue();
        until(() -> robot.lookup(".entry-badge").tryQuery().isPresent());
        picture("journey-list");
    }

    private void remembered(FxRobot robot) {
        fire(robot, "#connect");
        where(robot);
        type(robot, "#access-key", service.accessKey());
        type(robot, "#secret-key", service.secretKey());
        until(() -> !robot.lookup("#remember").query().isDisabled());
        fire(robot, "#remember");
        fire(robot, "#save-and-connect");
        fleetIsSeen(robot);
    }

    private void where(FxRobot robot) {
        until(() -> robot.lookup("#save-and-connect").tryQuery().isPresent());
        type(robot, "#region", service.region());
        fire(robot, "#unfold-endpoints");
        type(robot, "#endpoint-WORKSPACE", service.endpoint().toString());
    }

    private void password(FxRobot robot) {
        fire(robot, "#kind-PASSWORD");
        type(robot, "#account", service.account());
        type(robot, "#user", service.user());
        type(robot, "#password", service.password());
    }

    private void fleetIsSeen(FxRobot robot) {
        until(() ->
                robot.lookup("#desktops-table")
                        .tryQueryAs(TableView.class)
                        .map(table -> table.getItems().size() == DESKTOPS)
                        .orElse(false));
    }

    private ConnectionEntry only() {
        assertThat(below.connections().list()).hasSize(1);
        Connection connection = below.connections().list().getFirst();
        return new ConnectionEntry(connection, false, false, false, null, 0);
    }

    private void open(Stage stage) throws Exception {
        below = Foundations.open(Home.open(folder.resolve("home")), store, settings -> {});
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

    private void openAgain(Stage stage) {
        try {
            open(stage);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void shut(FxRobot robot) {
        robot.interact(program::close);
        below.engine().close();
        program.closeConnections();
        below.close();
    }

    private String everythingWritten() {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Pictures.save(program.stage().getScene(), name));
    }

    private static void type(FxRobot robot, String field, String text) {
        TextInputControl input = robot.lookup(field).queryAs(TextInputControl.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText(text);
        });
    }

    private static String text(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextInputControl.class).getText();
    }

    private static void fire(FxRobot robot, String button) {
        ButtonBase control = robot.lookup(button).queryAs(ButtonBase.class);
        robot.interact(control::fire);
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

    /** A key store that outlives the program, as the system's does. */
    private static final class LastingStore implements SecretStore {
        final Map<String, char[]> secrets = new ConcurrentHashMap<>();

        @Override
        public StoreState state() {
            return StoreState.ready(StoreState.Store.SECRET_SERVICE);
        }

        @Override
        public StoreState tryOut() {
            return state();
        }

        @Override
        public StoreState unlock() {
            return state();
        }

        @Override
        public Kept store(String name, char[] secret) {
            secrets.put(name, secret.clone());
            return Kept.LASTING;
        }

        @Override
        public Optional<char[]> read(String name) {
            return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
        }

        @Override
        public boolean delete(String name) {
            secrets.remove(name);
            return true;
        }

        @Override
        public void close() {
            // it outlives the program
        }
    }
}
