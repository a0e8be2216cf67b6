package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that was started elsewhere: found in the service's records, and no request of this program
 * has it. Shown, never written to. An immutable snapshot.
 *
 * @param connectionId the connection over which it was seen
 * @param connectionName what the operator calls that connection
 * @param jobId the service's id of the job
 * @param type the service's word for what it does, such as {@code desktopRejoinDomain}
 * @param state where it stands as a whole: ended once all its parts did
 * @param begin when the first of its parts began, null when none says
 * @param end when the last of its parts ended, null while one is open
 * @param firstSeen when this program first saw it, by this computer's clock
 * @param lastRead when it was last read
 * @param targets its parts, one a desktop as a rule
 */
public record ForeignJob(
        String connectionId,
        String connectionName,
        String jobId,
        String type,
        JobState state,
        @Nullable Instant begin,
        @Nullable Instant end,
        Instant firstSeen,
        Instant lastRead,
        List<TargetState> targets) {

    /** Copies the list. */
    public ForeignJob {
        targets = List.copyOf(targets);
    }

    /** Whether the service may still be at work on it. */
    public boolean open() {
        return !state.ended();
    }

    /** Mean percent over all targets, 0-100; an ended target counts 100. */
    public int percent() {
        int sum = 0;
        for (TargetState target : targets) {
            Integer progress = target.progress();
            sum += target.outcome().ended() ? 100 : progress == null ? 0 : progress;
        }
        return targets.isEmpty() ? 0 : sum / targets.size();
    }
}
