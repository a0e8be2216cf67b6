package org.workspaceadmin.ui.jobs;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationState;

/**
 * What the rest of the window says about jobs: the badge of the navigation and the line of the
 * status bar.
 *
 * @param open operations in which something may still change
 * @param attention operations that wait for the operator
 * @param current the most recent operation under way, null when none is
 * @param tally its targets, counted; null when none is
 */
public record JobsSummary(
        int open, int attention, @Nullable OperationState current, @Nullable Tally tally) {
    /** Nothing goes on. */
    public static final JobsSummary NONE = new JobsSummary(0, 0, null, null);

    /** Sums up rows that are newest first. */
    static JobsSummary of(Collection<JobEntry> newestFirst) {
        int open = 0;
        int attention = 0;
        JobEntry current = null;
        for (JobEntry entry : newestFirst) {
            if (JobFilter.needsOperator(entry)) {
                attention++;
            }
            if (entry.state().open()) {
                open++;
                if (current == null && entry.state().phase() != OperationState.Phase.UNKNOWN) {
                    current = entry;
                }
            }
        }
        return current == null
                ? new JobsSummary(open, attention, null, null)
                : new JobsSummary(open, attention, current.state(), current.tally());
    }
}
