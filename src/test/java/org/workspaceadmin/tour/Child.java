package org.workspaceadmin.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as its users start it: a process of its own. */
final class Child {
    private Child() {}

    /**
     * Starts the program.
     *
     * @param output gets what it prints
     * @param environment variables to set; an empty value takes one away
     * @param options its command line
     */
    static Process start(Path output, Map<String, String> environment, String... options)
            throws IOException {
        return startMain(output, environment, "org.workspaceadmin.Launcher", options);
    }

    /** The same with another main class. */
    static Process startMain(
            Path output, Map<String, String> environment, String main, String... options)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseCompactObjectHeaders",
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    /** Waits for its end; ends it by force when it takes longer, which the exit code then shows. */
    static int exitCode(Process process, Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
