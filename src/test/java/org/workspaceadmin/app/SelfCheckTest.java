package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.Launcher;

/** In a process of its own, since it starts and ends the toolkit. */
class SelfCheckTest {
    @Test
    void everyPartIsTriedAndToldOnALineOfItsOwn() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "--self-check");
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines =
                new String(
                                process.getInputStream().readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines)
                .extracting(line -> line.split("\\s+")[1])
                .containsExactly(
                        "program",
                        "java",
                        "modules",
                        "start-cache",
                        "journal",
                        "chinese",
                        "kerberos",
                        "key-store",
                        "trust",
                        "graphics");
        assertThat(lines).filteredOn(line -> line.startsWith("failed")).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(word(lines, "journal")).contains("SQLite 3");
        assertThat(word(lines, "graphics")).contains("in software");
    }

    private static String word(List<String> lines, String part) {
        Optional<String> found = lines.stream().filter(line -> line.contains(part)).findFirst();
        return found.orElseThrow();
    }
}
