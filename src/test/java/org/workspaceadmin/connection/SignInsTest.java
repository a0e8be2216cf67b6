package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.secret.FakeStore;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.LayeredSecretStore;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class SignInsTest {
    private static final String MARKER = "marker-secret-8251";

    @TempDir Path folder;
    private final FakeStore lasting = new FakeStore();
    private final Redactor redactor = new Redactor();
    private SignIns signIns;

    @BeforeEach
    void begin() {
        signIns = open();
    }

    /** As after a new start: memory is empty. */
    private SignIns open() {
        return new SignIns(
                new LayeredSecretStore(lasting), ledger(), redactor, Workers.sameThread());
    }

    private SecretLedger ledger() {
        return SecretLedger.open(folder.resolve("remembered.json"), new ManualTimer());
    }

    @Test
    void givesBackEachKind() {
        for (SignIn signIn : each()) {
            Connection connection = connection(signIn);
            assertThat(signIns.recall(connection).await()).isEmpty();

            assertThat(signIns.remember(connection, signIn).await()).isEqualTo(Kept.LASTING);
            assertThat(signIns.recall(connection).await()).contains(signIn);
            assertThat(signIns.isRemembered(connection.id())).isTrue();

            assertThat(signIns.forget(connection.id()).await()).isTrue();
            assertThat(signIns.recall(connection).await()).isEmpty();
            assertThat(signIns.isRemembered(connection.id())).isFalse();
        }
        assertThat(lasting.names()).isEmpty();
    }

    @Test
    void keepsACopyThatOutlivesTheOriginal() {
        SignIn signIn = new SignIn.Password("account", "user", MARKER.toCharArray());
        Connection connection = connection(signIn);
        signIns.remember(connection, signIn).await();

        signIn.close();

        assertThat(signIns.recall(connection).await())
                .contains(new SignIn.Password("account", "user", MARKER.toCharArray()));
    }

    @Test
    void neverKeepsAOneTimeCode() {
        SignIn signIn =
                new SignIn.Password(
                        "account", "user", Secret.of(MARKER), "user-id", Secret.of("135790"));
        Connection connection = connection(signIn);

        signIns.remember(connection, signIn).await();

        assertThat(lasting.values()).containsExactly(MARKER);
        SignIn.Password back = (SignIn.Password) signIns.recall(connection).await().orElseThrow();
        assertThat(back.passcode().isEmpty()).isTrue();
        assertThat(back.userId()).isEqualTo("user-id");
    }

    @Test
    void forgetsTheOldKindWhenANewOneIsKept() {
        SignIn key = new SignIn.AccessKey("AK", MARKER.toCharArray());
        Connection byKey = connection(key);
        signIns.remember(byKey, key).await();

        signIns.remember(byKey, new SignIn.Password("account", "user", "other".toCharArray()))
                .await();

        assertThat(signIns.recall(byKey).await()).isEmpty();
    }

    @Test
    void keepsForTheSessionWhatTheStoreDoesNotTake() {
        SignIn signIn = new SignIn.AccessKey("AK", MARKER.toCharArray());
        Connection connection = connection(signIn);
        lasting.kind(Kind.LOCKED);

        assertThat(signIns.tryOut().await().kind()).isEqualTo(Kind.LOCKED);
        assertThat(signIns.remember(connection, signIn).await()).isEqualTo(Kept.SESSION);

        assertThat(signIns.recall(connection).await()).contains(signIn);
        assertThat(signIns.isRemembered(connection.id())).isFalse();
        assertThat(open().recall(connection).await()).isEmpty();
    }

    @Test
    void takesNothingOldFromTheStoreOnceSomethingNewerWasOnlyInMemory() {
        SignIn old = new SignIn.AccessKey("AK", "old-secret".toCharArray());
        SignIn fresh = new SignIn.AccessKey("AK", "new-secret".toCharArray());
        Connection connection = connection(old);
        signIns.remember(connection, old).await();
        lasting.kind(Kind.LOCKED);

        assertThat(signIns.remember(connection, fresh).await()).isEqualTo(Kept.SESSION);

        assertThat(signIns.recall(connection).await()).contains(fresh);
        lasting.kind(Kind.READY);
        SignIns later = open();
        assertThat(later.recall(connection).await()).isEmpty();
        later.tryOut().await();
        assertThat(lasting.names()).isEmpty();
    }

    @Test
    void keepsNothingHalf() {
        SignIn signIn =
                new SignIn.TemporaryKey(
                        "AK", MARKER.toCharArray(), (MARKER + "2").toCharArray(), Instant.EPOCH);
        Connection connection = connection(signIn);
        lasting.refuse("/token");

        assertThat(signIns.remember(connection, signIn).await()).isEqualTo(Kept.SESSION);
        assertThat(signIns.recall(connection).await()).contains(signIn);

        SignIns later = open();
        assertThat(later.recall(connection).await()).isEmpty();
        later.tryOut().await();
        assertThat(lasting.names()).isEmpty();
    }

    @Test
    void deletesLaterWhatItCouldNotDeleteAtOnce() {
        SignIn signIn = new SignIn.AccessKey("AK", MARKER.toCharArray());
        Connection connection = connection(signIn);
        signIns.remember(connection, signIn).await();
        lasting.kind(Kind.NOT_ANSWERING);

        assertThat(signIns.forget(connection.id()).await()).isFalse();
        assertThat(signIns.isRemembered(connection.id())).isFalse();

        lasting.kind(Kind.READY);
        SignIns later = open();
        assertThat(lasting.names()).hasSize(1);
        assertThat(later.recall(connection).await()).isEmpty();
        later.tryOut().await();
        assertThat(lasting.names()).isEmpty();
    }

    @Test
    void forgetsEverything() {
        for (SignIn signIn : each()) {
            signIns.remember(connection(signIn), signIn).await();
        }
        signIns.rememberProxyPassword(MARKER.toCharArray()).await();
        assertThat(signIns.remembered()).isEqualTo(3);
        assertThat(signIns.recallProxyPassword().await()).contains(Secret.of(MARKER));

        assertThat(signIns.forgetAll().await()).isTrue();

        assertThat(lasting.names()).isEmpty();
        assertThat(signIns.remembered()).isZero();
        assertThat(signIns.recallProxyPassword().await()).isEmpty();
    }

    @Test
    void tellsTheRedactorWhatComesOut() {
        SignIn signIn = new SignIn.AccessKey("AK", MARKER.toCharArray());
        Connection connection = connection(signIn);
        signIns.remember(connection, signIn).await();
        assertThat(redactor.text("x " + MARKER)).doesNotContain(MARKER);

        Redactor fresh = new Redactor();
        new SignIns(new LayeredSecretStore(lasting), ledger(), fresh, Workers.sameThread())
                .recall(connection)
                .await();
        assertThat(fresh.text("x " + MARKER)).doesNotContain(MARKER);
    }

    @Test
    void noFileOfTheHomeHoldsASecret() throws Exception {
        ManualTimer timer = new ManualTimer();
        Home home = Home.open(folder);
        Connections connections = Connections.open(home.connections(), timer);
        try (Settings settings =
                Settings.open(home.settings(), "1.0.0", Workers.sameThread(), timer)) {
            for (SignIn signIn : each()) {
                Connection connection = connection(signIn);
                connections.add(connection);
                signIns.remember(connection, signIn).await();
                settings.change(v -> v.withLastConnection(connection.id()));
            }
        }

        List<Path> files;
        try (var walk = Files.walk(home.folder())) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).contains(home.connections(), home.settings(), home.remembered());
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(content).as(file.toString()).doesNotContain("marker").doesNotContain("8251");
        }
        assertThat(Files.readString(home.connections())).contains("AK-VISIBLE", "account");
    }

    private static List<SignIn> each() {
        return List.of(
                new SignIn.AccessKey("AK-VISIBLE", MARKER.toCharArray()),
                new SignIn.TemporaryKey(
                        "AK-VISIBLE",
                        MARKER.toCharArray(),
                        (MARKER + "-token").toCharArray(),
                        Instant.parse("2026-11-22T00:00:00Z")),
                new SignIn.Password("account", "user", MARKER.toCharArray()));
    }

    private static Connection connection(SignIn signIn) {
        return new ConnectionDraft("", "cn-north-4", "", "", Generation.V2).connection(signIn);
    }
}
