package org.workspaceadmin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the start of the process to a demo table that can be used, and the memory then. The demo's
 * simulated service lives in the same process, so its fleet counts too.
 */
@Tag("bench")
class StartBench {
    private static final int ROUNDS = 7;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1_200, 10_000})
    void startToUsableTable(int desktops) throws Exception {
        double[][] values = new double[4][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Path home = Files.createDirectories(folder.resolve(desktops + "-" + round));
            Path output = folder.resolve("output-" + desktops + "-" + round);
            Process probe =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-XX:+UseCompactObjectHeaders",
                                    "-Xms48m",
                                    "-Xmx1g",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    StartProbe.class.getName(),
                                    home.toString(),
                                    Integer.toString(desktops))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            assertThat(probe.waitFor(2, TimeUnit.MINUTES)).isTrue();
            String line =
                    Files.readAllLines(output).stream()
                            .filter(l -> l.startsWith("probe "))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(output));
            String[] numbers = line.split(" ");
            for (int i = 0; i < values.length; i++) {
                values[i][round] = Double.parseDouble(numbers[i + 1]);
            }
        }
        String name = "start." + desktops;
        BenchReport.add(name + ".firstRow", "ms", values[0]);
        BenchReport.add(name + ".allRows", "ms", values[1]);
        BenchReport.add(name + ".heap", "MiB", values[2]);
        BenchReport.add(name + ".resident", "MiB", values[3]);
    }
}
