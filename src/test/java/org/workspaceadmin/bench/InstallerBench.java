package org.workspaceadmin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image that is installed, after {@code mvn -Pinstaller verify}, on Linux: from the start of
 * the process to a demo table that can be used, with and without its AOT cache, beside a bare
 * JavaFX window in the same Java runtime without one. The three take turns, so that what else the
 * machine does meets all alike. Drawn on the display where there is one, else off screen.
 */
@Tag("bench")
class InstallerBench {
    private static final int ROUNDS = 10;
    private static final Path BUILT = Path.of("target", "installer");

    @TempDir Path folder;

    @Test
    void startSizeAndMemory() throws Exception {
        Path image =
                BUILT.resolve("work").resolve("image").resolve("workspace-admin").toAbsolutePath();
        Path launcher = image.resolve("bin").resolve("workspace-admin");
        Assumptions.assumeTrue(Files.isExecutable(launcher), "run mvn -Pinstaller verify first");
        Path java = image.resolve("lib").resolve("runtime").resolve("bin").resolve("java");
        List<String> runtime =
                List.of(
                        java.toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseSerialGC",
                        "-XX:SharedArchiveFile=" + archive(java));
        List<String> withCache = List.of(launcher.toString());
        List<String> without = new ArrayList<>(runtime);
        without.addAll(optionsWithoutCache(launcher, image));
        List<String> bare = new ArrayList<>(runtime);
        bare.addAll(offScreen());
        bare.addAll(
                List.of(
                        "--enable-native-access=javafx.graphics",
                        "-cp",
                        classes().toString(),
                        BareWindow.class.getName()));
        double[][] starts = new double[3][ROUNDS];
        double[] heap = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long[] cached = measured(withCache, round, "cached");
            long[] plain = measured(without, round, "plain");
            long[] window = run(bare);
            if (round >= 0) { // the first round only warms the disk's cache
                starts[0][round] = cached[0];
                starts[1][round] = plain[0];
                starts[2][round] = window[0];
                heap[round] = cached[2] / 1024.0;
                resident[round] = cached[3] / 1024.0;
            }
        }
        BenchReport.add("installed.start.cache", "ms", starts[0]);
        BenchReport.add("installed.start.noCache", "ms", starts[1]);
        BenchReport.add("installed.start.bareWindow", "ms", starts[2]);
        BenchReport.add("installed.heap", "MiB", heap);
        BenchReport.add("installed.resident", "MiB", resident);
        BenchReport.add("installed.size", "MB", size(image) / 1e6);
        for (Path file : packages()) {
            String name = file.getFileName().toString();
            BenchReport.add(
                    "installed.package." + name.substring(name.lastIndexOf('.') + 1),
                    "MB",
                    Files.size(file) / 1e6);
        }
    }

    private long[] measured(List<String> command, int round, String what) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--measure-start", "--home", folder.resolve(what + round).toString()));
        return run(whole);
    }

    /** The numbers after {@code start}; moments count from the start of the process. */
    private static long[] run(List<String> command) throws Exception {
        long begin = System.currentTimeMillis();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String line =
                said.lines()
                        .filter(l -> l.startsWith("start "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(command + " said: " + said));
        long[] numbers =
                Stream.of(line.substring(6).split(" ")).mapToLong(Long::parseLong).toArray();
        numbers[0] -= begin;
        return numbers;
    }

    /** The class data archive any JDK has, which the installed runtime leaves out for the cache. */
    private Path archive(Path java) throws Exception {
        Path archive = folder.resolve("classes.jsa");
        Process dump =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+UseSerialGC",
                                "-Xshare:dump",
                                "-XX:SharedArchiveFile=" + archive)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(dump.waitFor()).isZero();
        return archive;
    }

    /** What the launcher runs, but for the cache and how it is mapped. */
    private static List<String> optionsWithoutCache(Path launcher, Path image) throws IOException {
        List<String> options = new ArrayList<>();
        for (String line : Files.readAllLines(launcher)) {
            String option =
                    line.strip()
                            .replaceAll(" ?\\\\$", "")
                            .replace("\"", "")
                            .replace("$app", image.resolve("lib").resolve("app").toString())
                            .replace("$image", image.toString());
            if (option.startsWith("-cp ")) {
                options.addAll(List.of(option.split(" ", 2)));
            } else if (option.startsWith("-") && !option.startsWith("-XX:AOTCache")) {
                options.add(option);
            }
        }
        options.addAll(offScreen());
        options.add("org.workspaceadmin.Launcher");
        return options;
    }

    private static List<String> offScreen() {
        return System.getenv().containsKey("DISPLAY")
                ? List.of()
                : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }

    private static Path classes() throws Exception {
        return Path.of(
                BareWindow.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.list(BUILT)) {
            return files.filter(f -> f.toString().matches(".+\\.(deb|rpm|xz)")).sorted().toList();
        }
    }
}
