package org.workspaceadmin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sub-job: usually the part of a job that concerns one desktop (api/jobs.md section 3). Texts
 * the service left out are empty.
 *
 * @param id sub-job id
 * @param jobId parent job id
 * @param type job type
 * @param state where it stands
 * @param stateWord the service's word
 * @param progress percent, null when not sent
 * @param begin begin, UTC
 * @param end end, UTC
 * @param errorCode failure code
 * @param failReason failure text
 * @param desktopId the desktop
 * @param desktopName its name
 */
public record SubJob(
        String id,
        String jobId,
        String type,
        JobState state,
        String stateWord,
        @Nullable Integer progress,
        @Nullable Instant begin,
        @Nullable Instant end,
        String errorCode,
        String failReason,
        String desktopId,
        String desktopName) {}
