package org.workspaceadmin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of an operation leave over time: all at once, or a trial wave and then steps,
 * each after the one before was seen to its end.
 *
 * @param trial targets of the first wave, 0 for none
 * @param step targets of each following wave, 0 for all that remain in one
 * @param budget how many may fail before sending stops
 * @param ready whether a wave also has to be in order again before the next one leaves: in the
 *     domain, registered, with the new image, as far as the service tells it of the operation
 * @param ask whether the operator is asked after the first wave
 * @param start when the first request leaves, null for at once
 */
public record Pacing(
        int trial, int step, Budget budget, boolean ready, boolean ask, @Nullable Instant start) {
    /** Everything at once, now. */
    public static final Pacing AT_ONCE = new Pacing(0, 0, Budget.UNLIMITED, false, false, null);

    /** Refuses negative sizes. */
    public Pacing {
        Objects.requireNonNull(budget);
        if (trial < 0 || step < 0) {
            throw new IllegalArgumentException("a wave has no negative size");
        }
    }

    /**
     * A trial wave, then steps, with everything else as usual: no budget, no check beyond the end
     * of the jobs, nobody asked, now.
     */
    public static Pacing waves(int trial, int step) {
        return new Pacing(trial, step, Budget.UNLIMITED, false, false, null);
    }

    /** The same with a budget. */
    public Pacing with(Budget other) {
        return new Pacing(trial, step, other, ready, ask, start);
    }

    /** The same, with or without waiting until a wave is in order again. */
    public Pacing ready(boolean wait) {
        return new Pacing(trial, step, budget, wait, ask, start);
    }

    /** The same, with or without asking after the first wave. */
    public Pacing ask(boolean wait) {
        return new Pacing(trial, step, budget, ready, wait, start);
    }

    /** The same at a time; null for at once. */
    public Pacing at(@Nullable Instant when) {
        return new Pacing(trial, step, budget, ready, ask, when);
    }

    /** Whether targets are sent in more than one wave when there are enough of them. */
    public boolean inWaves() {
        return trial > 0 || step > 0;
    }

    /**
     * How targets fall into waves, in their order.
     *
     * @param targets how many there are
     * @return the size of each wave, none empty; no wave without targets
     */
    public List<Integer> sizes(int targets) {
        List<Integer> sizes = new ArrayList<>();
        int left = targets;
        if (trial > 0 && left > 0) {
            sizes.add(Math.min(trial, left));
            left -= sizes.getFirst();
        }
        while (left > 0) {
            int size = step > 0 ? Math.min(step, left) : left;
            sizes.add(size);
            left -= size;
        }
        return sizes;
    }
}
