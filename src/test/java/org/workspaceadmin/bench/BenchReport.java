package org.workspaceadmin.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where benchmarks write what they measured: one JSON object in {@code target/bench/results.json},
 * by name, with the numbers of every round; the same is printed.
 */
public final class BenchReport {
    private static final Path FILE = Path.of("target", "bench", "results.json");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BenchReport() {}

    /**
     * Adds one measurement.
     *
     * @param name what was measured, such as {@code listing.10000.lastRow}
     * @param unit unit of the values
     * @param values one number a round, in order
     */
    public static synchronized void add(String name, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        Map<String, Object> entry = new TreeMap<>();
        entry.put("unit", unit);
        entry.put("median", rounded(median));
        entry.put("worst", rounded(sorted[sorted.length - 1]));
        entry.put("rounds", Arrays.stream(values).map(BenchReport::rounded).boxed().toList());
        try {
            Map<String, Object> all = new TreeMap<>();
            if (Files.exists(FILE)) {
                all.putAll(JSON.readValue(FILE.toFile(), new TypeReference<>() {}));
            }
            all.put(name, entry);
            Files.createDirectories(FILE.getParent());
            JSON.writeValue(FILE.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf(
                "bench %-36s median %.2f %s, worst %.2f, %d rounds%n",
                name, median, unit, sorted[sorted.length - 1], values.length);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
