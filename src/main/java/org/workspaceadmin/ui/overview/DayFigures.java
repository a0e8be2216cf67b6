package org.workspaceadmin.ui.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.journal.OutcomeCount;
import org.workspaceadmin.model.Outcome;

/**
 * What operations of one day came to.
 *
 * @param day in the operator's zone
 * @param succeeded targets that ended well
 * @param failed targets that failed
 * @param unknown targets nobody knows about
 */
public record DayFigures(LocalDate day, int succeeded, int failed, int unknown) {
    /** How many days are shown, today included. */
    public static final int DAYS = 14;

    /** Everything that ended or is unknown. */
    public int total() {
        return succeeded + failed + unknown;
    }

    /**
     * Sorts counts into days; one without operations has zeros.
     *
     * @param counts of operations confirmed within these days
     * @param today the last day
     * @param zone the operator's zone
     * @return one per day, oldest first
     */
    public static List<DayFigures> of(
            Collection<OutcomeCount> counts, LocalDate today, ZoneId zone) {
        Map<LocalDate, int[]> byDay = new HashMap<>();
        for (OutcomeCount count : counts) {
            int[] sums =
                    byDay.computeIfAbsent(
                            count.created().atZone(zone).toLocalDate(), day -> new int[3]);
            switch (count.outcome()) {
                case SUCCEEDED -> sums[0] += count.targets();
                case FAILED -> sums[1] += count.targets();
                case UNKNOWN -> sums[2] += count.targets();
                case WAITING, RUNNING, SKIPPED -> {
                    // Came to nothing yet, or was left out on purpose.
                }
            }
        }
        List<DayFigures> days = new ArrayList<>(DAYS);
        for (int back = DAYS - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            int[] sums = byDay.getOrDefault(day, new int[3]);
            days.add(new DayFigures(day, sums[0], sums[1], sums[2]));
        }
        return days;
    }

    /** How many targets came to an outcome. */
    int of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> succeeded;
            case FAILED -> failed;
            default -> unknown;
        };
    }
}
