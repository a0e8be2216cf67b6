package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parent job of either generation (api/jobs.md sections 1 and 2).
 *
 * @param id job id
 * @param type job type such as {@code desktopRejoinDomain}
 * @param state where it stands; SUCCEEDED can still hide failed sub-jobs
 * @param stateWord the service's word
 * @param begin begin, UTC
 * @param end end, UTC
 * @param errorCode failure code, empty when none
 * @param failReason failure text, empty when none
 * @param subJobsTotal how many sub-jobs the service counts
 * @param subJobs those it sent along
 */
public record Job(
        String id,
        String type,
        JobState state,
        String stateWord,
        @Nullable Instant begin,
        @Nullable Instant end,
        String errorCode,
        String failReason,
        int subJobsTotal,
        List<SubJob> subJobs) {
    /** Copies the list. */
    public Job {
        subJobs = List.copyOf(subJobs);
    }
}
