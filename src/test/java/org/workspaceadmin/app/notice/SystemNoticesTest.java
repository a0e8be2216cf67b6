package org.workspaceadmin.app.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.task.Workers;

class SystemNoticesTest {
    private static final String NASTY =
            "FIN-1 <b>& \"x\"'; $(touch /tmp/never) `id` \\\" %PATH% 生产";

    @TempDir Path folder;

    /** What a notification service was asked to show. */
    private record Asked(
            String application, String title, String body, Map<String, Variant<?>> hints) {}

    /** A notification service as desktops have it, on a real bus. */
    public static final class Desktop implements Notifications {
        private final CompletableFuture<Asked> asked = new CompletableFuture<>();
        private final List<String> can;

        Desktop(List<String> can) {
            this.can = can;
        }

        @Override
        public List<String> GetCapabilities() {
            return can;
        }

        @Override
        public UInt32 Notify(
                String application,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int milliseconds) {
            asked.complete(new Asked(application, summary, body, hints));
            return new UInt32(1);
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/Notifications";
        }
    }

    @Test
    void reachesTheNotificationServiceOfALinuxDesktop() throws Exception {
        Asked asked = onARealBus(new Desktop(List.of("body")), true);

        assertThat(asked.application()).isEqualTo("Workspace Admin");
        assertThat(asked.title()).isEqualTo("Rebuild 500 desktops");
        assertThat(asked.body()).isEqualTo(NASTY);
        assertThat(asked.hints().get("suppress-sound").getValue()).isEqualTo(false);
        assertThat(asked.hints().get("sound-name").getValue()).isEqualTo("complete");
    }

    @Test
    void sendsNoMarkupToAServiceThatReadsIt() throws Exception {
        Asked asked = onARealBus(new Desktop(List.of("body", "body-markup")), false);

        assertThat(asked.body()).contains("FIN-1 &lt;b&gt;&amp; \"x\"");
        assertThat(asked.hints().get("suppress-sound").getValue()).isEqualTo(true);
        assertThat(asked.hints()).doesNotContainKey("sound-name");
    }

    private static Asked onARealBus(Desktop desktop, boolean sound) throws Exception {
        Peer.require("dbus", "dbus-daemon");
        Process daemon =
                new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(daemon.getInputStream(), UTF_8))) {
            String address = lines.readLine();
            try (DBusConnection bus =
                    DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
                bus.requestBusName("org.freedesktop.Notifications");
                bus.exportObject(desktop);
                new LinuxNotices(address)
                        .show("Workspace Admin", "Rebuild 500 desktops", NASTY, sound);
                return desktop.asked.get(10, TimeUnit.SECONDS);
            }
        } finally {
            daemon.destroy();
        }
    }

    @Test
    void saysThatThereIsNoServiceWhereNobodyAnswers() {
        assertThatThrownBy(() ->
                        new LinuxNotices("unix:path=" + folder.resolve("none"))
                                .show("a", "b", "c", false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no notification service");
    }

    @Test
    void givesTextsToScriptsOnlyAsArguments() {
        List<String> words = CommandNotices.mac().command("-e", NASTY, false);
        int argument = words.indexOf("notice");
        assertThat(words.subList(argument, words.size()))
                .containsExactly("notice", "-e", NASTY, "silent");
        assertThat(words.subList(0, argument)).noneMatch(word -> word.contains("FIN-1"));

        CommandNotices windows = CommandNotices.windows();
        assertThat(windows.command("title", NASTY, true))
                .isEqualTo(windows.command("other", "text", false));
        assertThat(windows.environment("title", NASTY, true))
                .containsEntry("WORKSPACE_ADMIN_TEXT", NASTY)
                .containsEntry("WORKSPACE_ADMIN_SOUND", "sound");
    }

    @Test
    void aScriptReallyGetsItsTextsUnchanged() throws Exception {
        // The shape of the macOS command, with the shell's printf in place of osascript.
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>(CommandNotices.mac().command("T", NASTY, false));
        List<String> arguments = words.subList(words.indexOf("notice") + 1, words.size());
        List<String> command = new ArrayList<>(List.of("printf", "%s\n"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readAllLines(out)).containsExactly("T", NASTY, "silent");
    }

    @Test
    void cutsWhatIsTooLongAndKeepsToOneLine() {
        assertThat(SystemNotices.line("a\nb\tc", 10)).isEqualTo("a b c");
        assertThat(SystemNotices.line("x".repeat(20), 10)).isEqualTo("x".repeat(9) + "…");
    }

    @Test
    void aSystemWithoutNoticesIsNoFailure() {
        List<String> tried = new ArrayList<>();
        SystemNotices notices =
                new SystemNotices(
                        Workers.sameThread(),
                        "W",
                        (application, title, text, sound) -> {
                            tried.add(title);
                            throw new IOException("nobody");
                        });

        notices.show("one", "", false);
        notices.show("two", "", false);

        assertThat(tried).containsExactly("one", "two");
    }

    @Test
    void knowsTheWayOfEachSystem() {
        assertThat(SystemNotices.way("Linux")).isInstanceOf(LinuxNotices.class);
        assertThat(SystemNotices.way("Mac OS X")).isInstanceOf(CommandNotices.class);
        assertThat(SystemNotices.way("Windows 11")).isInstanceOf(CommandNotices.class);
        assertThat(SystemNotices.way("AIX")).isNull();
    }
}
