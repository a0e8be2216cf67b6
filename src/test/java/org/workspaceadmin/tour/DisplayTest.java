package org.workspaceadmin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real display the demo opens its window. Needs Xvfb and xdotool from the system's packages.
 */
@Tag("display")
class DisplayTest {
    private static final String MISSING =
            "Xvfb, xdotool and GTK are needed: apt-get install xvfb xdotool libgtk-3-0";

    @TempDir Path folder;

    @Test
    void theDemoOpensItsWindow() throws Exception {
        if (!works("command -v Xvfb && command -v xdotool && ldconfig -p | grep -q libgtk-3")) {
            assertThat(System.getProperty("peers")).as(MISSING).isNotEqualTo("required");
            System.out.println("skipped: " + MISSING);
            Assumptions.abort(MISSING);
        }
        Path number = folder.resolve("display");
        Process server =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "exec Xvfb -displayfd 3 -screen 0 1280x1024x24 3>" + number)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("xvfb.txt").toFile())
                        .start();
        Process program = null;
        try {
            String display = ":" + firstLine(number, Duration.ofSeconds(20));
            Path output = folder.resolve("output.txt");
            program =
                    Child.start(
                            output,
                            Map.of("DISPLAY", display, "WAYLAND_DISPLAY", ""),
                            "--demo",
                            "--home",
                            folder.resolve("home").toString());
            ProcessBuilder searching =
                    new ProcessBuilder(
                                    "xdotool",
                                    "search",
                                    "--sync",
                                    "--onlyvisible",
                                    "--name",
                                    "Workspace Admin")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("window.txt").toFile());
            searching.environment().put("DISPLAY", display);
            Process search = searching.start();
            boolean found = search.waitFor(90, TimeUnit.SECONDS);
            search.destroyForcibly();

            assertThat(found).as(Files.readString(output)).isTrue();
            assertThat(Files.readString(folder.resolve("window.txt")).strip()).matches("[0-9\\s]+");
            assertThat(program.isAlive()).isTrue();
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).as("ends when asked to").isTrue();
        } finally {
            if (program != null) {
                program.destroyForcibly();
            }
            server.destroy();
        }
    }

    private static boolean works(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command).start().waitFor() == 0;
    }

    private static String firstLine(Path file, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(file) && Files.readString(file).contains("\n")) {
                return Files.readString(file).strip();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no display came up");
    }
}
