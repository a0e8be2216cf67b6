package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RunTimes;

/**
 * How long something takes as a rule, from what the same took before.
 *
 * @param low a quarter was quicker than this
 * @param median half were quicker
 * @param high a quarter was slower
 * @param samples how many were looked at
 */
public record Expectation(Duration low, Duration median, Duration high, int samples) {
    /** Upper bounds of the sizes that are compared with each other: one, a handful, a batch… */
    private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000);

    /** How many of the last runs count; older ones may tell of another service. */
    private static final int LAST = 20;

    /**
     * What an operation may take.
     *
     * @param times what operations of its kind took
     * @param targets how many targets it has; only runs of about this size count
     * @return null when no such operation ended yet
     */
    public static @Nullable Expectation ofRun(RunTimes times, int targets) {
        return of(
                times.runs().stream()
                        .filter(run -> size(run.targets()) == size(targets))
                        .map(RunTimes.Run::took)
                        .limit(LAST)
                        .toList());
    }

    /**
     * What one target may take.
     *
     * @param times what operations of its kind took
     * @return null when none ended yet
     */
    public static @Nullable Expectation ofTarget(RunTimes times) {
        return of(times.targets());
    }

    /** Whether something that began then is slower than three quarters were. */
    public boolean late(Instant begin, Instant now) {
        return Duration.between(begin, now).compareTo(high) > 0;
    }

    private static int size(int targets) {
        int size = 0;
        while (size < SIZES.size() && targets > SIZES.get(size)) {
            size++;
        }
        return size;
    }

    private static @Nullable Expectation of(List<Duration> took) {
        if (took.isEmpty()) {
            return null;
        }
        List<Duration> sorted = took.stream().sorted().toList();
        return new Expectation(
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted.size());
    }

    /** Between the two nearest, as far as it lies between them. */
    private static Duration quantile(List<Duration> sorted, double part) {
        double place = part * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        double from = sorted.get(below).toMillis();
        double to = sorted.get(above).toMillis();
        return Duration.ofMillis(Math.round(from + (to - from) * (place - below)));
    }
}
