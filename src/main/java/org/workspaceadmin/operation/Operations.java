package org.workspaceadmin.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.workspaceadmin.model.OperationState;
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
     * Writes the intent to the journal, then sends. Returns when the intent is durable; sending
     * goes on behind it.
     *
     * @param plan a sendable plan of a draft that still holds
     * @param reason why, for the record; may be empty
     * @return the operation's id
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
     * Sends what waits: after the service throttled the operation, after the network or the sign-in
     * failed, and after a restart of the program.
     *
     * @return false when nothing waits or the operation's connection is not attached
     */
    Work<Boolean> resume(String operationId);

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
