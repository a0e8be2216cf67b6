package org.workspaceadmin.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.network.CertificateFile;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.network.TrustFault;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.settings.SettingsViewModel.Input;

class SettingsViewModelTest {
    @TempDir Path folder;
    private FakeProgram program;

    @BeforeEach
    void begin() {
        program = new FakeProgram(folder);
    }

    private SettingsViewModel open() {
        SettingsViewModel model =
                new SettingsViewModel(
                        program, Workers.sameThread(), new ManualTimer(), UiExecutor.sameThread());
        model.start();
        return model;
    }

    @Test
    void savesNothingUntilItIsTold() {
        SettingsViewModel model = open();
        model.modeProperty().set(ProxyMode.NONE);
        model.themeProperty().set(SettingsValues.Theme.DARK);
        assertThat(program.values).isEqualTo(SettingsValues.DEFAULTS);

        assertThat(model.save()).isTrue();

        assertThat(program.values.network().mode()).isEqualTo(ProxyMode.NONE);
        assertThat(program.values.theme()).isEqualTo(SettingsValues.Theme.DARK);
    }

    @Test
    void offersIntervalsFromFifteenSecondsToTenMinutes() {
        assertThat(SettingsViewModel.INTERVALS)
                .startsWith(Duration.ofSeconds(15))
                .contains(SettingsValues.DEFAULTS.refresh())
                .endsWith(Duration.ofMinutes(10));
    }

    @Test
    void wantsHostAndPortOfAManualProxyOnly() {
        SettingsViewModel model = open();
        model.portProperty().set("99999");
        model.judge(Input.PORT);
        assertThat(model.faultProperty(Input.PORT).get()).isEmpty();

        model.modeProperty().set(ProxyMode.MANUAL);
        for (String host : List.of("", "http://proxy", "two words")) {
            model.hostProperty().set(host);
            assertThat(model.save()).isFalse();
            assertThat(model.faultProperty(Input.HOST).get()).isNotEmpty();
        }
        assertThat(model.faultProperty(Input.PORT).get()).isNotEmpty();
        assertThat(program.values).isEqualTo(SettingsValues.DEFAULTS);

        model.hostProperty().set(" proxy.example.com ");
        model.portProperty().set("3128");
        model.exceptionsProperty().set("10.0.0.0/8, .example.com  host");
        assertThat(model.save()).isTrue();
        assertThat(program.values.network())
                .isEqualTo(
                        new NetworkSettings(
                                ProxyMode.MANUAL,
                                "proxy.example.com",
                                3128,
                                "",
                                List.of("10.0.0.0/8", ".example.com", "host"),
                                ""));
    }

    @Test
    void keepsTheProxyPasswordInTheKeyStoreAndForgetsItWithItsUser() {
        SettingsViewModel model = open();
        model.userProperty().set("u");
        model.typePassword("marker-secret");
        assertThat(model.save()).isTrue();
        assertThat(program.store.names()).containsExactly("network/proxy");
        assertThat(program.passwordChanges).isEqualTo(1);

        model = open();
        assertThat(model.userProperty().get()).isEqualTo("u");
        model.save();
        assertThat(program.store.names()).as("not typed again").hasSize(1);

        model.userProperty().set("");
        model.save();
        assertThat(program.store.names()).isEmpty();
    }

    @Test
    void keepsTheProxyPasswordForTheSessionWhenTheKeyStoreIsLocked() {
        program.store.kind(Kind.LOCKED);
        SettingsViewModel model = open();
        model.userProperty().set("u");
        model.typePassword("marker-secret");
        model.save();

        assertThat(program.store.names()).isEmpty();
        assertThat(program.signIns.recallProxyPassword().await())
                .contains(Secret.of("marker-secret"));
    }

    @Test
    void refusesAFileThatIsBroken() throws Exception {
        SettingsViewModel model = open();
        Path broken = Files.writeString(folder.resolve("ca.pem"), "not a certificate");

        model.choosePem(broken.toString());

        assertThat(model.pemProperty().get()).isEmpty();
        assertThat(model.faultProperty(Input.PEM).get()).isNotEmpty();
        assertThat(model.certificatesProperty().get().faults()).hasSize(1);

        model.removePem();
        assertThat(model.faultProperty(Input.PEM).get()).isEmpty();
        assertThat(model.save()).isTrue();
    }

    @Test
    void takesASoundFileAndRefusesAnExpiredOne() throws Exception {
        Instant now = new ManualTimer().instant();
        TestAuthority authority = new TestAuthority("Example Root");
        Duration day = Duration.ofDays(1);
        X509Certificate sound = authority.issue(now.minus(day), now.plus(day), "a.example").own();
        X509Certificate old =
                authority.issue(now.minus(day.multipliedBy(2)), now.minus(day), "b.example").own();
        Path good = Files.writeString(folder.resolve("good.pem"), TestAuthority.pem(sound));
        Path expired = Files.writeString(folder.resolve("old.pem"), TestAuthority.pem(old));
        SettingsViewModel model = open();

        model.choosePem(good.toString());
        assertThat(model.pemProperty().get()).isEqualTo(good.toString());
        CertificateFile.Shown shown = model.certificatesProperty().get().certificates().getFirst();
        assertThat(shown.issuer()).contains("Example Root");
        assertThat(shown.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");

        model.choosePem(expired.toString());
        assertThat(model.pemProperty().get()).as("the good one stays").isEqualTo(good.toString());
        assertThat(model.faultProperty(Input.PEM).get()).isNotEmpty();
        assertThat(model.certificatesProperty().get().faults())
                .extracting(TrustFault::kind)
                .containsExactly(TrustFault.Kind.EXPIRED);

        assertThat(model.save()).isTrue();
        assertThat(program.values.network().pem()).isEqualTo(good.toString());
    }

    @Test
    void tellsWhatTheSystemHas() {
        assertThat(open().systemProperty().get()).isEqualTo(program.route);
    }

    @Test
    void asksForgetsAndUnlocks() {
        program.store.kind(Kind.LOCKED);
        SecretsViewModel secrets = new SecretsViewModel(program.signIns, UiExecutor.sameThread());
        secrets.tryOut();
        assertThat(secrets.stateProperty().get().kind()).isEqualTo(Kind.LOCKED);

        secrets.unlock();
        assertThat(secrets.stateProperty().get().kind()).isEqualTo(Kind.READY);

        program.signIns.rememberProxyPassword("secret".toCharArray()).await();
        secrets.forgetAll();
        assertThat(secrets.noteProperty().get()).isEqualTo("settings.secrets.forgotten");
        assertThat(program.store.names()).isEmpty();
        assertThat(secrets.askingProperty().get()).isFalse();

        program.signIns.rememberProxyPassword("secret".toCharArray()).await();
        program.store.kind(Kind.NOT_ANSWERING);
        secrets.forgetAll();
        assertThat(secrets.noteProperty().get()).isEqualTo("settings.secrets.owed");
    }
}
