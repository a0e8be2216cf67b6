package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the monitor shows it: an immutable snapshot.
 *
 * @param id our id of the operation, sortable by creation
 * @param connectionId the connection it belongs to
 * @param connectionName that connection's name when it was submitted
 * @param kind what was asked for
 * @param parameters what was asked for in detail, by name, never a secret (image, new user name,
 *     power action…)
 * @param phase where the whole operation stands
 * @param created when the operator confirmed it
 * @param ended when the last target ended, null before
 * @param lastRead when the service was last asked about it, null when it was not since the program
 *     started
 * @param retryOf the operation this one retries, empty when none
 * @param reason why the operator did it, empty when not asked
 * @param targets every target with its outcome
 * @param requests every request, by number
 * @param problem what stops it (throttled, unanswered, refused, reading failed), null when nothing
 *     does
 * @param sending how far sending got: wave, budget, why it waits
 */
public record OperationState(
        String id,
        String connectionId,
        String connectionName,
        OperationKind kind,
        List<Field> parameters,
        Phase phase,
        Instant created,
        @Nullable Instant ended,
        @Nullable Instant lastRead,
        String retryOf,
        String reason,
        List<TargetState> targets,
        List<OperationRequest> requests,
        @Nullable Problem problem,
        Sending sending) {

    /** Without requests, of one that left at once. */
    public OperationState(
            String id,
            String connectionId,
            String connectionName,
            OperationKind kind,
            List<Field> parameters,
            Phase phase,
            Instant created,
            @Nullable Instant ended,
            @Nullable Instant lastRead,
            String retryOf,
            String reason,
            List<TargetState> targets,
            @Nullable Problem problem) {
        this(
                id,
                connectionId,
                connectionName,
                kind,
                parameters,
                phase,
                created,
                ended,
                lastRead,
                retryOf,
                reason,
                targets,
                List.of(),
                problem,
                Sending.ALL_LEFT);
    }

    /** Where an operation stands. */
    public enum Phase {
        /** Written down; begins by itself at its time. */
        SCHEDULED,
        /** Written down, requests are leaving, or the next wave waits for the end of this one. */
        SENDING,
        /** Unsent requests wait until the operator resumes; {@link Sending#stage} says why. */
        HELD,
        /** Everything was sent; jobs are followed. */
        RUNNING,
        /** All targets ended well. */
        SUCCEEDED,
        /** All targets ended and some did not end well. */
        ENDED_WITH_FAILURES,
        /** Something was sent and nobody knows what became of it; needs the operator. */
        UNKNOWN
    }

    /** Copies the lists. */
    public OperationState {
        parameters = List.copyOf(parameters);
        targets = List.copyOf(targets);
        requests = List.copyOf(requests);
    }

    /**
     * Counts targets by outcome.
     *
     * @param outcome which
     * @return how many
     */
    public int count(Outcome outcome) {
        int n = 0;
        for (TargetState t : targets) {
            if (t.outcome() == outcome) {
                n++;
            }
        }
        return n;
    }

    /** Whether anything may still change. */
    public boolean open() {
        return phase != Phase.SUCCEEDED && phase != Phase.ENDED_WITH_FAILURES;
    }

    /** Mean percent over all targets, 0-100; an ended target counts 100. */
    public int percent() {
        if (targets.isEmpty()) {
            return 0;
        }
        int sum = 0;
        for (TargetState t : targets) {
            Integer progress = t.progress();
            sum += t.outcome().ended() ? 100 : progress == null ? 0 : progress;
        }
        return sum / targets.size();
    }
}
