package org.workspaceadmin.model;

import java.util.Objects;

/**
 * How many targets of an operation may fail before sending stops by itself.
 *
 * @param unit what the value counts
 * @param value how many may fail: targets from 0, or percent of all targets of the operation 0-100;
 *     without meaning when unlimited
 */
public record Budget(Unit unit, int value) {
    /** Whatever fails, sending goes on. */
    public static final Budget UNLIMITED = new Budget(Unit.UNLIMITED, 0);

    /** What a budget counts; the journal stores these names. */
    public enum Unit {
        /** No budget. */
        UNLIMITED,
        /** Targets. */
        TARGETS,
        /** Percent of all targets of the operation. */
        PERCENT
    }

    /** Refuses values out of range. */
    public Budget {
        Objects.requireNonNull(unit);
        if (value < 0 || (unit == Unit.PERCENT && value > 100)) {
            throw new IllegalArgumentException("budget out of range: " + value);
        }
    }

    /** So many targets may fail. */
    public static Budget targets(int value) {
        return new Budget(Unit.TARGETS, value);
    }

    /** So many percent of all targets may fail. */
    public static Budget percent(int value) {
        return new Budget(Unit.PERCENT, value);
    }

    /** Whether there is a limit. */
    public boolean limited() {
        return unit != Unit.UNLIMITED;
    }

    /**
     * How many may fail. A part of a target that percent leave over is not allowed to: of 30
     * targets, 10 % are 3 and 5 % are 1.
     *
     * @param total all targets of the operation
     * @return from 0; {@link Integer#MAX_VALUE} without a limit
     */
    public int allowed(int total) {
        return switch (unit) {
            case UNLIMITED -> Integer.MAX_VALUE;
            case TARGETS -> value;
            case PERCENT -> (int) ((long) total * value / 100);
        };
    }

    /** Whether more failed than may. */
    public boolean exceeded(int failed, int total) {
        return failed > allowed(total);
    }
}
