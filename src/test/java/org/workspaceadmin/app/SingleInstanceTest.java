package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theFirstComesForwardForWhoeverKnowsTheWordAndForNobodyElse() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
            first.onCall(calls::incrementAndGet);

            assertThat(SingleInstance.claim(folder)).isEmpty();
            assertThat(SingleInstance.callForward(folder, Duration.ZERO)).isTrue();
            assertThat(calls).hasValue(1);

            int port = Integer.parseInt(Files.readAllLines(folder.resolve("instance.door")).get(0));
            for (String said : List.of("", "forward", "x".repeat(64), "y".repeat(100_000))) {
                assertThat(say(port, said)).as("to %s", said).isEmpty();
            }
            assertThat(calls).hasValue(1);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve("instance.door")))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
        assertThat(SingleInstance.callForward(folder, Duration.ZERO)).isFalse();
        Optional<SingleInstance> next = SingleInstance.claim(folder);
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }

    private static String say(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    @Test
    void aSecondStartEndsWellAndBringsTheFirstForwardAlsoAfterAKill() throws Exception {
        Path home = folder.resolve("home");
        Process first = start(home);
        awaitDoor(home, first);

        assertThat(endOf(start(home))).isZero();
        awaitWindow(home, first, 0);
        assertThat(first.isAlive()).isTrue();

        Path other = folder.resolve("other");
        Process elsewhere = start(other);
        awaitDoor(other, elsewhere);
        assertThat(elsewhere.isAlive()).as("another folder is another program").isTrue();

        int before = timesForward(home);
        first.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        Process again = start(home);
        awaitNewDoor(home, again);
        assertThat(endOf(start(home))).isZero();
        assertThat(again.isAlive()).isTrue();

        awaitWindow(home, again, before);
    }

    private Process start(Path home) throws IOException {
        Files.createDirectories(folder);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.workspaceadmin.Launcher",
                                "--home",
                                home.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out-" + processes.size()).toFile())
                        .start();
        processes.add(process);
        return process;
    }

    private static int endOf(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The door stands before the window does. */
    private void awaitDoor(Path home, Process process) throws Exception {
        await(home, process, () -> Files.exists(home.resolve("instance.door")));
    }

    /** The door of the one that was killed is still there; only a living one answers. */
    private void awaitNewDoor(Path home, Process process) throws Exception {
        await(home, process, () -> SingleInstance.callForward(home, Duration.ZERO));
    }

    /**
     * Calls until the window has come forward once more; a call before it is there has no effect.
     */
    private void awaitWindow(Path home, Process process, int before) throws Exception {
        await(
                home,
                process,
                () -> {
                    SingleInstance.callForward(home, Duration.ZERO);
                    return timesForward(home) > before;
                });
    }

    private static int timesForward(Path home) throws IOException {
        int times = 0;
        try (var files = Files.walk(home.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times += Files.readString(file).split("the window comes forward", -1).length - 1;
            }
        }
        return times;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(Path home, Process process, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(process.isAlive())
                    .as(() -> "the program of " + home + " runs: " + output(process))
                    .isTrue();
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private String output(Process process) {
        try {
            return Files.readString(folder.resolve("out-" + processes.indexOf(process)));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
