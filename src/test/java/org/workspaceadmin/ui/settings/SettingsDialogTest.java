package org.workspaceadmin.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
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
import org.workspaceadmin.ui.settings.SettingsDialog.Section;

@ExtendWith(ApplicationExtension.class)
class SettingsDialogTest {
    @TempDir static Path folder;

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final FakeProgram program = new FakeProgram(folder);
    private final Overlay overlay = new Overlay();
    private Optional<Path> chosen = Optional.empty();
    private UiContext context;
    private Skin skin;
    private Scene scene;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        ManualTimer timer = new ManualTimer();
        context =
                new UiContext(
                        texts,
                        new Now(timer, UiExecutor.sameThread()),
                        timer,
                        Workers.sameThread(),
                        UiExecutor.sameThread(),
                        text -> {},
                        new ChosenFile(),
                        page -> {});
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
    void setsAManualProxy(FxRobot robot) {
        open(robot, Section.NETWORK);
        assertThat(text(robot, "#system-proxy")).contains("proxy.example:3128", "https_proxy");
        robot.clickOn("#proxy-MANUAL");
        robot.clickOn("#settings-save");
        assertThat(overlay.isOpen()).as("host and port are missing").isTrue();

        robot.clickOn("#proxy-host").write("proxy.example.com");
        robot.clickOn("#proxy-port").write("8080");
        robot.clickOn("#proxy-user").write("carol");
        robot.clickOn("#proxy-password").write("pw-1234");
        assertThat(text(robot, "#proxy-password-where")).contains("kept in the key store");
        robot.clickOn("#settings-save");

        assertThat(overlay.isOpen()).isFalse();
        NetworkSettings saved = program.values.network();
        assertThat(saved.mode()).isEqualTo(ProxyMode.MANUAL);
        assertThat(saved.host()).isEqualTo("proxy.example.com");
        assertThat(saved.port()).isEqualTo(8080);
        assertThat(program.store.names()).containsExactly("network/proxy");
    }

    @Test
    void saysThatAFileIsNoCertificate(FxRobot robot) throws IOException {
        chosen = Optional.of(Files.writeString(folder.resolve("no.pem"), "text"));
        open(robot, Section.NETWORK);
        robot.interact(() -> robot.lookup("#pem-choose").queryAs(Button.class).fire());

        assertThat(text(robot, "#pem-fault")).contains("no certificate");
        assertThat(text(robot, "#pem-file")).isEqualTo("No file");
    }

    @Test
    void showsACertificateBeforeItIsTaken(FxRobot robot) throws IOException {
        Instant now = context.timer().instant();
        String pem =
                TestAuthority.pem(
                        new TestAuthority("Example Company Root CA")
                                .issue(now, now.plus(Duration.ofDays(365)), "inspect.example")
                                .own());
        chosen = Optional.of(Files.writeString(folder.resolve("ca.pem"), pem));
        open(robot, Section.NETWORK);
        robot.interact(() -> robot.lookup("#pem-choose").queryAs(Button.class).fire());

        assertThat(text(robot, "#pem-file")).endsWith("ca.pem");
        assertThat(text(robot, ".settings-certificate .text-small"))
                .contains("Issued by", "Example Company Root CA", "SHA-256", "Valid from");
        take(robot, "settings-certificate-en-light");
    }

    @Test
    void showsWhatTheAdministratorHoldsAsReadOnly(FxRobot robot) {
        program.locked.add(SettingKey.PROXY);
        program.locked.add(SettingKey.THEME);
        program.values =
                program.values.withNetwork(
                        NetworkSettings.DEFAULTS.withProxy("proxy.corp.example", 3128));
        open(robot, Section.NETWORK);

        assertThat(robot.lookup("#proxy-NONE").queryAs(ToggleButton.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#proxy-host").queryAs(TextField.class).isDisabled()).isTrue();
        assertThat(robot.lookup(".settings-lock").queryAll()).hasSize(1);
        take(robot, "settings-locked-en-light");
    }

    @Test
    void tellsWhatToDoWithALockedKeyStore(FxRobot robot) {
        program.store.kind(Kind.LOCKED);
        open(robot, Section.SECRETS);
        assertThat(text(robot, "#settings-store-means")).contains("Unlock");
        take(robot, "settings-secrets-locked-en-light");

        robot.clickOn("#settings-unlock");

        assertThat(text(robot, "#settings-store-means")).contains("never written to a file");
        robot.clickOn("#settings-forget");
        assertThat(text(robot, "#settings-forget-note")).contains("deleted");
    }

    @Test
    void looksRight(FxRobot robot) {
        program.values =
                program.values.withNetwork(
                        NetworkSettings.DEFAULTS
                                .withProxy("proxy.example.com", 3128)
                                .withUser("carol")
                                .withNoProxy(List.of("10.0.0.0/8", ".example.com")));
        for (Language language : Language.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                robot.interact(() -> {
                    texts.setLanguage(language);
                    skin.themeProperty().set(theme);
                });
                for (Section section : Section.values()) {
                    open(robot, section);
                    take(robot, "settings-" + section + "-" + language + "-" + theme);
                }
            }
        }
        assertThat(overlay.isOpen()).isTrue();
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
    }

    private void open(FxRobot robot, Section section) {
        robot.interact(() -> SettingsDialog.open(overlay, program, context, section));
    }

    private void take(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private final class ChosenFile implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return chosen;
        }
    }
}
