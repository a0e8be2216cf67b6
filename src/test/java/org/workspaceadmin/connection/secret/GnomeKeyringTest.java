package org.workspaceadmin.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.secret.KeyRingSession.Child;
import org.workspaceadmin.peer.Peer;

/** Our programs with a real GNOME keyring, each test in a D-Bus session of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GnomeKeyringTest {
    private static final String NAME = "connection/1/sk";
    private static final String SECRET = "marker-secret-4711 密钥 🔑 \"\\\n\t'ß";

    @TempDir Path folder;

    @BeforeEach
    void needed() {
        Peer.require(
                "dbus gnome-keyring libsecret-tools",
                "dbus-run-session",
                "dbus-send",
                "gnome-keyring-daemon",
                "secret-tool");
    }

    @Test
    void storesReadsUpdatesAndDeletes() throws IOException {
        try (KeyRingSession session = open()) {
            Child program = session.child();
            assertThat(program.ask("state")).startsWith("UNTRIED");
            assertThat(program.ask("try")).startsWith("READY");
            assertThat(items(session)).as("the trial leaves nothing").isZero();

            assertThat(program.read(NAME)).isEqualTo("none");
            assertThat(program.store(NAME, SECRET)).isEqualTo("LASTING");
            assertThat(program.read(NAME)).isEqualTo(SECRET);
            assertThat(lookup(session, NAME)).startsWith("WA1 ").endsWith("\n" + SECRET);
            assertThat(session.child().read(NAME)).as("another start").isEqualTo(SECRET);

            String token = longToken(5_000);
            assertThat(program.store(NAME, token)).isEqualTo("LASTING");
            assertThat(program.read(NAME)).isEqualTo(token);
            assertThat(items(session)).isEqualTo(5);

            String emoji = "🗝".repeat(1_500);
            assertThat(program.store(NAME, emoji)).isEqualTo("LASTING");
            assertThat(program.read(NAME)).isEqualTo(emoji);

            assertThat(program.ask("delete", NAME)).isEqualTo("true");
            assertThat(program.read(NAME)).isEqualTo("none");
            assertThat(program.ask("delete", NAME)).isEqualTo("true");
            assertThat(items(session)).isZero();
            assertThat(program.ask("state")).startsWith("READY");
        }
    }

    @Test
    void leavesNoSecretInAnyFile() throws IOException {
        try (KeyRingSession session = open()) {
            Path home = folder.resolve("program");
            String marker = "marker-secret-0815";

            String[] answer =
                    session.child()
                            .ask(
                                    "remember",
                                    KeyRingChild.encoded(home.toString()),
                                    KeyRingChild.encoded(marker))
                            .split(" ");

            assertThat(answer).containsSubsequence("LASTING", "true");
            assertThat(lookup(session, "connection/" + answer[0] + "/sk")).endsWith(marker);
            assertThat(lookup(session, "connection/" + answer[0] + "/token")).contains(marker);
            assertThat(Files.readString(home.resolve("remembered.json"))).contains(answer[0]);
            List<Path> files;
            try (var walk = Files.walk(folder)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            assertThat(files).anyMatch(file -> file.endsWith("login.keyring"));
            for (Path file : files) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("marker-secret")
                        .doesNotContain("bWFya2VyLXNlY3JldC0wODE1");
            }
        }
    }

    @Test
    void doesNotHangOnALockedStore() throws IOException {
        try (KeyRingSession session = open()) {
            Child program = session.child();
            assertThat(program.store(NAME, SECRET)).isEqualTo("LASTING");
            session.lock();

            assertThat(program.ask("try")).startsWith("LOCKED");
            assertThat(program.store("connection/2/sk", SECRET)).isEqualTo("NOT");
            assertThat(program.read(NAME)).isEqualTo("none");
            assertThat(program.ask("delete", NAME)).isEqualTo("false");
            assertThat(program.ask("state")).startsWith("LOCKED");
            assertThat(session.child().ask("try")).startsWith("LOCKED");

            session.unlock();
            assertThat(program.ask("try")).startsWith("READY");
            assertThat(program.read(NAME)).isEqualTo(SECRET);
        }
    }

    @Test
    void doesNotWaitForAPromptThatNobodyAnswers() throws IOException {
        try (KeyRingSession session = open()) {
            Child program = session.child();
            session.lock();

            assertThat(program.ask("unlock")).matches("(LOCKED|NOT_ANSWERING).*");
            assertThat(program.store(NAME, SECRET)).isEqualTo("NOT");
        }
    }

    @Test
    void survivesTheKeyringsEnd() throws IOException {
        try (KeyRingSession session = open()) {
            Child program = session.child();
            assertThat(program.store(NAME, SECRET)).isEqualTo("LASTING");
            session.killKeyring();

            assertThat(program.read(NAME)).isEqualTo("none");
            assertThat(program.ask("state")).doesNotStartWith("READY");
            assertThat(program.store(NAME, "other")).isEqualTo("NOT");
            assertThat(program.ask("delete", NAME)).isEqualTo("false");
            assertThat(program.ask("try")).doesNotStartWith("READY");
        }
    }

    @Test
    void survivesTheEndOfTheBus() throws IOException {
        try (KeyRingSession session = open()) {
            Child program = session.child();
            assertThat(program.store(NAME, SECRET)).isEqualTo("LASTING");
            session.killBus();

            assertThat(program.read(NAME)).isEqualTo("none");
            assertThat(program.ask("state")).startsWith("MISSING");
            assertThat(program.store(NAME, "other")).isEqualTo("NOT");
            assertThat(program.ask("try")).startsWith("MISSING");
        }
    }

    @Test
    void saysThatThereIsNoStore() throws IOException {
        try (KeyRingSession session = KeyRingSession.open(folder)) {
            Map<String, String> nowhere =
                    Map.of(
                            "DBUS_SESSION_BUS_ADDRESS",
                            "",
                            "XDG_RUNTIME_DIR",
                            folder.resolve("nothing").toString());
            Child program = session.child(nowhere);
            assertThat(program.ask("try")).startsWith("MISSING");
            assertThat(program.store(NAME, SECRET)).isEqualTo("NOT");
            assertThat(program.read(NAME)).isEqualTo("none");

            Child misled =
                    session.child(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder + "/x"));
            assertThat(misled.ask("try")).startsWith("MISSING");
        }
    }

    @Test
    void doesNotDisturbAnotherProgram() throws IOException {
        try (KeyRingSession session = open()) {
            Child first = session.child();
            Child second = session.child();
            CompletableFuture<String> firsts = trials(first, "first");
            CompletableFuture<String> seconds = trials(second, "second");

            assertThat(firsts.join()).isEqualTo("held");
            assertThat(seconds.join()).isEqualTo("held");
            assertThat(items(session)).isZero();
        }
    }

    private KeyRingSession open() throws IOException {
        KeyRingSession session = KeyRingSession.open(folder);
        session.startKeyring();
        return session;
    }

    private static CompletableFuture<String> trials(Child program, String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return program.ask("trials", "5", name);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private static String lookup(KeyRingSession session, String account) throws IOException {
        return session.run(
                "secret-tool", "lookup", "service", "Workspace Admin", "account", account);
    }

    private static long items(KeyRingSession session) throws IOException {
        return session.run("secret-tool", "search", "--all", "service", "Workspace Admin")
                .lines()
                .filter(line -> line.startsWith("[/"))
                .count();
    }

    private static String longToken(int length) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; token.length() < length; i++) {
            token.append(Integer.toString(i * 7_919 + 46_655, 36));
        }
        return token.substring(0, length);
    }
}
