package org.workspaceadmin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one target of an operation stands.
 *
 * @param target the target
 * @param outcome what is known
 * @param progress percent 0-100, null when not known
 * @param jobId the job that carries it, empty when none
 * @param begin when the service began, null before
 * @param end when it ended, null before
 * @param code failure code or reason code of ours ({@code wa.*}), empty when none
 * @param message the service's text for it, empty when none
 * @param checked whether the outcome was confirmed by the service since the program started; false
 *     is shown as not re-checked
 */
public record TargetState(
        Target target,
        Outcome outcome,
        @Nullable Integer progress,
        String jobId,
        @Nullable Instant begin,
        @Nullable Instant end,
        String code,
        String message,
        boolean checked) {}
