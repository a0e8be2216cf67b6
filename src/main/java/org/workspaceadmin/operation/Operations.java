package org.workspaceadmin.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.task.Work;

/**
 * Every operation of every connection: the one door through which the program writes. Thread-safe;
 * listeners are called on background threads.
 */
public interface Operations {
    /**
     * Works out what a draft would do on a connection; sends nothing, blocks for nothing.
     *
     * @param connectionId an attached connection
     * @param draft what the operator asks for
     * @return the plan, also when it cannot be sent
     */
    Plan plan(String connectionId, Draft draft);

    /**
     * The same with waves, a budget, a time.
     *
     * @param connectionId an attached connection
     * @param draft what the operator asks for
     * @param way how it is to be carried out
     * @return the plan, also when it cannot be sent
     */
    default Plan plan(String connectionId, Draft draft, Way way) {
        return plan(connectionId, draft);
    }

    /**
     * What would be written down of a draft, by the service's names, never a secret.
     *
     * @param draft what the operator asks for
     * @return name and value, in the order of reading
     */
    default List<Field> describe(Draft draft) {
        return Parameters.of(draft);
    }

    /**
     * Writes the intent to the journal, then sends. Returns when the intent is durable; sending
     * goes on behind it.
     *
     * @param plan a sendable plan of a draft that still holds
     * @param reason why, for the record; may be empty
     * @return the operation's id; fails with CONNECTION_GUARDED while the connection is locked
     */
    Work<String> submit(Plan plan, String reason);

    /**
     * A draft of the targets that failed, for a new operation; the old one stays as it is.
     *
     * @param operationId an operation with failed targets
     * @return the draft, empty when nothing can be retried
     */
    Work<Optional<Draft>> draftOfFailed(String operationId);

    /**
     * The same for some of them only, such as those that failed of one cause.
     *
     * @param operationId an operation with failed targets
     * @param targetIds ids of failed targets; others are left out
     * @return the draft, empty when nothing can be retried
     */
    default Work<Optional<Draft>> draftOfFailed(String operationId, Set<String> targetIds) {
        return draftOfFailed(operationId);
    }

    /**
     * Sends what waits: after the service throttled the operation, after the network or the sign-in
     * failed, and after a restart of the program; after a pause, a trial wave or a spent budget,
     * whose failures then no longer count; and before its time what is scheduled.
     *
     * @return false when nothing waits or the operation's connection is not attached
     */
    Work<Boolean> resume(String operationId);

    /**
     * Stops sending after what is on its way; {@link #resume} goes on. What was sent is followed to
     * its end: the service cannot cancel a job.
     *
     * @return false when nothing waits to be sent
     */
    default Work<Boolean> pause(String operationId) {
        return Work.of(false);
    }

    /**
     * Gives up what has not left; its targets end as skipped with code {@code wa.dropped}.
     *
     * @return false when nothing waits
     */
    default Work<Boolean> dropUnsent(String operationId) {
        return Work.of(false);
    }

    /** Asks the service about an open operation now instead of at the next turn. */
    Work<Boolean> checkNow(String operationId);

    /**
     * The operator settles targets that stayed unknown, having seen the evidence.
     *
     * @param operationId the operation
     * @param done true when the operator found them carried out, false when not
     */
    Work<Boolean> settleUnknown(String operationId, boolean done);

    /**
     * What is known of the requests of an operation that got no readable answer, for the operator
     * to decide by; answers at once, also after a restart.
     *
     * @param operationId any operation
     * @return one entry a request, by number; empty when every request was answered
     */
    default List<SearchEvidence> evidence(String operationId) {
        return List.of();
    }

    /**
     * Sends a request once more that got no answer. Only the operator calls for this, and only
     * after the search for it ended ({@link SearchEvidence#canSendAgain}): if the first one was
     * carried out unseen, the service does it twice. It becomes a new request of the same
     * operation; the old one stays as it is and names it.
     *
     * @param operationId the operation
     * @param request the number of the request
     * @return false when it may not be sent: its search goes on, nothing of it is unknown any more,
     *     its connection is not open, or it held a secret that is not stored
     */
    default Work<Boolean> sendAgain(String operationId, int request) {
        return Work.of(false);
    }

    /**
     * The operator says which job is that of a request without an answer; it is followed from then
     * on.
     *
     * @param operationId the operation
     * @param request the number of the request
     * @param jobId one of its candidates
     * @return false when nothing of the request is unknown, another request has that job, or the
     *     operation's connection is not open
     */
    default Work<Boolean> adopt(String operationId, int request, String jobId) {
        return Work.of(false);
    }

    /**
     * Jobs of the open connections that were started elsewhere, open ones first, newest first.
     * Ended ones stay for a while.
     */
    default List<ForeignJob> foreign() {
        return List.of();
    }

    /**
     * Hears when the jobs started elsewhere changed.
     *
     * @param listener receives all of them, as {@link #foreign()} gives them; called on background
     *     threads
     * @return ends the subscription
     */
    default Subscription onForeign(Consumer<List<ForeignJob>> listener) {
        return () -> {};
    }

    /**
     * Looks for jobs started elsewhere now instead of at the next turn.
     *
     * @param connectionId which connection
     * @return false when it is not open
     */
    default Work<Boolean> lookForForeign(String connectionId) {
        return Work.of(false);
    }

    /**
     * Whether a connection can be written to now; answers at once. While it cannot, {@link
     * #submit}, {@link #resume} and {@link #dropUnsent} fail with {@link
     * org.workspaceadmin.model.Problem.Kind#CONNECTION_GUARDED}, whoever asks. What only reads, or
     * only notes what an operator found out, is not held back.
     *
     * @param connectionId any connection
     */
    default GuardState guard(String connectionId) {
        return GuardState.open(connectionId);
    }

    /**
     * Unlocks a guarded connection for a while, in place of a present unlock. Reason and times are
     * kept for good, and which operations were confirmed or resumed meanwhile. It locks again when
     * the time is over, when the connection is closed and when the program ends; operations
     * confirmed before that send all their requests.
     *
     * @param connectionId a guarded connection
     * @param reason why, 1-200 characters without the blanks around it
     * @param time how long, at most eight hours
     * @return the new state, once it is durable
     */
    default Work<GuardState> unlock(String connectionId, String reason, Duration time) {
        return Work.of(guard(connectionId));
    }

    /** Locks a guarded connection before its time. */
    default Work<GuardState> lock(String connectionId) {
        return Work.of(guard(connectionId));
    }

    /**
     * Hears when a connection is unlocked or locked, also by the end of its time.
     *
     * @param listener called on background threads
     * @return ends the subscription
     */
    default Subscription onGuard(Consumer<GuardState> listener) {
        return () -> {};
    }

    /** Every operation known, newest first. */
    List<OperationState> all();

    /**
     * Hears of every change.
     *
     * @param listener receives the new snapshot of an operation
     * @return ends the subscription
     */
    Subscription subscribe(Consumer<OperationState> listener);

    /** A subscription. */
    @FunctionalInterface
    interface Subscription {
        /** Ends it. */
        void cancel();
    }
}
