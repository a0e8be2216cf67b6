package org.workspaceadmin.ui.jobs;

import java.util.Comparator;

/** How operations are sorted. */
public enum JobOrder {
    /** The newest on top. */
    NEWEST,
    /** What waits for the operator, then what failed, then what runs; the newest of each on top. */
    FAILED_FIRST;

    private static final Comparator<JobEntry> NEWEST_FIRST =
            Comparator.comparing((JobEntry e) -> e.state().created())
                    .thenComparing(JobEntry::id)
                    .reversed();

    /** The order; it holds while nothing is sorted anew. */
    Comparator<JobEntry> comparator() {
        return this == NEWEST
                ? NEWEST_FIRST
                : Comparator.comparingInt(JobEntry::rank).thenComparing(NEWEST_FIRST);
    }
}
