package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.model.WriteKind;

/** Chooses how a request's outcome is found out, also after a restart. */
final class Watches {
    private static final int ACCEPTED_AS_JOB = 202;

    private Watches() {}

    /**
     * Whether a request that was taken without a job is settled by reading what it changed
     * (api/jobs.md section 5).
     */
    static boolean settledByReading(RequestRow row) {
        return switch (row.request().kind()) {
            case POWER, CHANGE_USER_NAME, LOG_OFF, MAINTENANCE, RENAME -> true;
            case APPLY_V2, UPDATE_SERVICE, CANCEL_SERVICE, UNLOCK_SERVICE -> true;
            case UPDATE_SIDS -> row.httpStatus() != ACCEPTED_AS_JOB;
            default -> false;
        };
    }

    private static boolean ofService(WriteKind kind) {
        return switch (kind) {
            case APPLY_V1, APPLY_V2, UPDATE_SERVICE, CANCEL_SERVICE, UNLOCK_SERVICE -> true;
            default -> false;
        };
    }

    /**
     * The watch for a request.
     *
     * @param wait how long until the first look
     * @param firstSeen when a job was first seen; null when it was not before, {@link Instant#MIN}
     *     when it belongs to a request of ours
     * @param adopt receives a job that was found
     * @return null when there is nothing to find out, or no way to
     */
    static @Nullable Watch of(
            LiveOperation operation,
            RequestRow row,
            Instant now,
            Duration wait,
            PollSettings settings,
            Function<String, @Nullable Instant> firstSeen,
            BiConsumer<SearchWatch, String> adopt) {
        boolean taken = row.state() == RequestState.ACCEPTED;
        if (!taken && row.state() != RequestState.UNANSWERED) {
            return null;
        }
        if (operation.openTargets(row.seq()).isEmpty()) {
            return null;
        }
        WriteKind kind = row.request().kind();
        Instant answered = row.answered();
        Instant since = taken && answered != null ? answered : now;
        Instant due = now.plus(wait);
        if (kind == WriteKind.POWER) {
            return new PowerWatch(operation, row, since, due, settings, taken);
        }
        if (kind == WriteKind.LOG_OFF
                || kind == WriteKind.MAINTENANCE
                || kind == WriteKind.RENAME) {
            return new ReadingWatch(operation, row, since, due, settings, taken);
        }
        if (kind == WriteKind.CHANGE_USER_NAME) {
            return new UserNameWatch(operation, row, since, due, settings, taken);
        }
        if (ofService(kind)) {
            return ServiceWatch.canLook(row, taken)
                    ? new ServiceWatch(operation, row, since, due, settings, taken)
                    : null;
        }
        if (taken && !row.jobId().isEmpty()) {
            return new JobWatch(operation, row, since, due, settings);
        }
        if (taken && kind == WriteKind.UPDATE_SIDS && settledByReading(row)) {
            return new SidsWatch(operation, row, since, now, settings);
        }
        return new SearchWatch(operation, row, now, due, settings, firstSeen, adopt);
    }
}
