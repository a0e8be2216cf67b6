package org.workspaceadmin.tour;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What the tour found, as {@code tour.json} holds it.
 *
 * @param ok whether every step held
 * @param version the program's version
 * @param java the Java runtime's version
 * @param started when it began
 * @param millis how long it took
 * @param steps what happened, in order
 */
record TourReport(
        boolean ok,
        String version,
        String java,
        String started,
        long millis,
        List<StepResult> steps) {
    TourReport {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param number from 1
     * @param name what it does
     * @param ok whether it held
     * @param millis how long it took
     * @param picture file name of its picture, empty when none was taken
     * @param failure what was expected, empty when it held
     */
    record StepResult(
            int number, String name, boolean ok, long millis, String picture, String failure) {}

    /** A report of these steps. */
    static TourReport of(String version, Instant started, long millis, List<StepResult> steps) {
        boolean ok = !steps.isEmpty() && steps.stream().allMatch(StepResult::ok);
        return new TourReport(
                ok, version, Runtime.version().toString(), started.toString(), millis, steps);
    }

    /** Writes it as JSON. */
    void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
    }
}
