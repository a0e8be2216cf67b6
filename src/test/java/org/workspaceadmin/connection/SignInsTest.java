package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class SignInsTest {
    private static final String MARKER = "marker-secret-8251";

    @TempDir Path folder;
    private final SessionSecretStore store = new SessionSecretStore();
    private final SignIns signIns = new SignIns(store);

    @Test
    void givesBackEachKind() {
        for (SignIn signIn : each()) {
            Connection connection = connection(signIn);
            assertThat(signIns.recall(connection)).isEmpty();

            assertThat(signIns.keep(connection, signIn)).isTrue();
            assertThat(signIns.recall(connection)).contains(signIn);

            signIns.forget(connection.id());
            assertThat(signIns.recall(connection)).isEmpty();
        }
    }

    @Test
    void keepsACopyThatOutlivesTheOriginal() {
        SignIn signIn = new SignIn.Password("account", "user", MARKER.toCharArray());
        Connection connection = connection(signIn);
        signIns.keep(connection, signIn);

        signIn.close();

        assertThat(signIns.recall(connection))
                .contains(new SignIn.Password("account", "user", MARKER.toCharArray()));
    }

    @Test
    void forgetsTheOldKindWhenANewOneIsKept() {
        SignIn key = new SignIn.AccessKey("AK", MARKER.toCharArray());
        Connection byKey = connection(key);
        signIns.keep(byKey, key);

        signIns.keep(byKey, new SignIn.Password("account", "user", "other".toCharArray()));

        assertThat(signIns.recall(byKey)).isEmpty();
    }

    @Test
    void keepsNothingWhenTheStoreTakesOnlyAPart() {
        SecretStore narrow =
                new SecretStore() {
                    @Override
                    public boolean isAvailable() {
                        return true;
                    }

                    @Override
                    public boolean store(String name, char[] secret) {
                        return !name.endsWith("/token") && store.store(name, secret);
                    }

                    @Override
                    public Optional<char[]> read(String name) {
                        return store.read(name);
                    }

                    @Override
                    public void delete(String name) {
                        store.delete(name);
                    }

                    @Override
                    public void close() {
                        store.close();
                    }
                };
        SignIn signIn =
                new SignIn.TemporaryKey(
                        "AK", MARKER.toCharArray(), MARKER.toCharArray(), Instant.EPOCH);
        Connection connection = connection(signIn);

        assertThat(new SignIns(narrow).keep(connection, signIn)).isFalse();

        assertThat(store.read("connection/" + connection.id() + "/sk")).isEmpty();
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
                signIns.keep(connection, signIn);
                settings.change(v -> v.withLastConnection(connection.id()));
            }
        }

        List<Path> files;
        try (var walk = Files.walk(home.folder())) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).contains(home.connections(), home.settings());
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
