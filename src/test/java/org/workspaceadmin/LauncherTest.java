package org.workspaceadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program as a process of its own. */
class LauncherTest {
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void theSimulatorPrintsOneLineOfJsonAndServesUntilItIsEnded() throws Exception {
        Process process = start("--simulator", "--desktops", "20", "--seed", "3");
        try (BufferedReader out = reader(process)) {
            JsonNode line = new ObjectMapper().readTree(out.readLine());
            assertThat(line.properties().stream().map(e -> e.getKey()))
                    .containsExactly(
                            "endpoint",
                            "projectId",
                            "accessKey",
                            "secretKey",
                            "account",
                            "user",
                            "password");
            assertThat(line.properties())
                    .allSatisfy(e -> assertThat(e.getValue().asText()).isNotBlank());
            URI endpoint = URI.create(line.path("endpoint").asText());
            try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
            process.toHandle().destroy(); // Process.destroy would close the stream we read
            assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).as("nothing more on standard output").isNull();
        }
    }

    @Test
    void helpComesQuicklyAndLoadsNothingOfJavaFx() throws Exception {
        Process process = start("-Xlog:class+load:stdout", "--help");
        List<String> lines;
        try (BufferedReader out = reader(process)) {
            lines = out.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains("--simulator"));
        assertThat(lines)
                .anyMatch(line -> line.contains("org.workspaceadmin.Launcher "))
                .noneMatch(line -> line.contains(" javafx.") || line.contains(" com.sun.javafx."));
    }

    @Test
    void anUnknownOptionEndsWithTwo() throws Exception {
        Process process = start("--teapot");
        try (BufferedReader err =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(err.lines().toList())
                    .anyMatch(line -> line.contains("--teapot"))
                    .anyMatch(line -> line.startsWith("Usage:"));
        }
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        for (String arg : args) {
            if (arg.startsWith("-X")) {
                command.add(arg);
            }
        }
        command.add("org.workspaceadmin.Launcher");
        for (String arg : args) {
            if (!arg.startsWith("-X")) {
                command.add(arg);
            }
        }
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
