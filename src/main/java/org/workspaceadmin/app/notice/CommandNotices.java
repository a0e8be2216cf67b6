package org.workspaceadmin.app.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Notices by a script of the system. The script is a constant; the texts reach it as arguments or
 * in its environment and are never a part of a command line that a shell reads.
 */
final class CommandNotices implements SystemNotices.Way {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final List<String> MAC =
            List.of(
                    "on run argv",
                    "if item 4 of argv is \"sound\" then",
                    "display notification (item 3 of argv) with title (item 2 of argv) sound name"
                            + " \"Glass\"",
                    "else",
                    "display notification (item 3 of argv) with title (item 2 of argv)",
                    "end if",
                    "end run");

    /** The toast belongs to PowerShell, the one program every Windows has registered for them. */
    private static final String WINDOWS =
            """
            $ErrorActionPreference = 'Stop'
            $null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $null = [Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom, ContentType = WindowsRuntime]
            $x = New-Object Windows.Data.Xml.Dom.XmlDocument
            $x.LoadXml('<toast><visual><binding template="ToastGeneric"><text/><text/></binding></visual><audio silent="true"/></toast>')
            $t = $x.GetElementsByTagName('text')
            $null = $t.Item(0).AppendChild($x.CreateTextNode($env:WORKSPACE_ADMIN_TITLE))
            $null = $t.Item(1).AppendChild($x.CreateTextNode($env:WORKSPACE_ADMIN_TEXT))
            if ($env:WORKSPACE_ADMIN_SOUND -eq 'sound') { $x.GetElementsByTagName('audio').Item(0).SetAttribute('silent', 'false') }
            $n = New-Object Windows.UI.Notifications.ToastNotification $x
            $id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show($n)
            """;

    private final boolean mac;

    private CommandNotices(boolean mac) {
        this.mac = mac;
    }

    /** By AppleScript. */
    static CommandNotices mac() {
        return new CommandNotices(true);
    }

    /** By PowerShell. */
    static CommandNotices windows() {
        return new CommandNotices(false);
    }

    @Override
    public void show(String application, String title, String text, boolean sound)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(title, text, sound));
        builder.environment().putAll(environment(title, text, sound));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the system's script did not end in time");
            }
            if (process.exitValue() != 0) {
                throw new IOException("the system's script ended with " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** The command, word by word. */
    List<String> command(String title, String text, boolean sound) {
        if (!mac) {
            String script =
                    Base64.getEncoder().encodeToString(WINDOWS.getBytes(StandardCharsets.UTF_16LE));
            return List.of(
                    "powershell.exe",
                    "-NoProfile",
                    "-NonInteractive",
                    "-WindowStyle",
                    "Hidden",
                    "-EncodedCommand",
                    script);
        }
        List<String> words = new java.util.ArrayList<>();
        words.add("osascript");
        for (String line : MAC) {
            words.add("-e");
            words.add(line);
        }
        // The first one is no option, so none of those after it is taken for one.
        words.addAll(List.of("notice", title, text, sound ? "sound" : "silent"));
        return words;
    }

    /** What the script finds in its environment. */
    Map<String, String> environment(String title, String text, boolean sound) {
        return mac
                ? Map.of()
                : Map.of(
                        "WORKSPACE_ADMIN_TITLE", title,
                        "WORKSPACE_ADMIN_TEXT", text,
                        "WORKSPACE_ADMIN_SOUND", sound ? "sound" : "silent");
    }
}
