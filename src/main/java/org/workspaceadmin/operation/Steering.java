package org.workspaceadmin.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.workspaceadmin.journal.Act;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Sending.Stage;
import org.workspaceadmin.task.Timer;

/**
 * What the operator does to an operation that has something left to send: pause, go on, drop. Each
 * is in the ledger, and on a guarded connection needs it unlocked; only pausing is always allowed.
 * Blocks.
 */
final class Steering {
    private final Journal journal;
    private final Timer timer;
    private final Guards guards;
    private final Busy busy;
    private final Set<String> thisRun = ConcurrentHashMap.newKeySet();
    private BiConsumer<LiveOperation, Link> go = (operation, link) -> {};

    Steering(Journal journal, Timer timer, Guards guards, Busy busy) {
        this.journal = journal;
        this.timer = timer;
        this.guards = guards;
        this.busy = busy;
    }

    /** Who moves an operation on that was released. */
    void onRelease(BiConsumer<LiveOperation, Link> listener) {
        go = listener;
    }

    /** An operation was confirmed just now. */
    void submitted(LiveOperation operation) {
        if (operation.scheduled()) {
            thisRun.add(operation.id());
        }
    }

    /**
     * Whether what the operator confirmed for a later time still holds: in the run of the program
     * it was confirmed in always, after that only on a connection that can be written to.
     */
    boolean confirmed(LiveOperation operation) {
        return thisRun.contains(operation.id()) || guards.writable(operation.row().connectionId());
    }

    /** Lets sending go on. Returns whether something waited. */
    boolean resume(LiveOperation operation, Link link) {
        permit(operation);
        Unsent.giveUp(
                operation,
                timer.instant(),
                Codes.NOT_SENDABLE,
                Outcome.FAILED,
                request -> !request.exact());
        boolean busyOnes = busy.retry(operation);
        if (!operation.unsent() && !busyOnes) {
            return false;
        }
        journal.act(operation.id(), new Act(ActivityKind.RESUMED, "", ""));
        operation.release();
        go.accept(operation, link);
        return true;
    }

    /** Lets nothing more leave. Returns false when nothing waits. */
    boolean pause(LiveOperation operation) {
        if (!operation.snapshot().sending().canPause()) {
            return false;
        }
        // What leaves meanwhile would leave for the time of a write: first the gate.
        operation.gate(g -> g.stop(Stage.PAUSED));
        journal.act(operation.id(), new Act(ActivityKind.PAUSED, "", ""));
        return true;
    }

    /** Gives up what has not left. Returns false when nothing waits. */
    boolean dropUnsent(LiveOperation operation) {
        permit(operation);
        operation.hold();
        boolean busyOnes = busy.leave(operation);
        return Unsent.giveUp(
                        operation, timer.instant(), Codes.DROPPED, Outcome.SKIPPED, request -> true)
                || busyOnes;
    }

    /** Lets the operator act on an operation of a guarded connection only while it is unlocked. */
    void permit(LiveOperation operation) {
        String unlock = guards.permit(operation.row().connectionId());
        if (!unlock.isEmpty()) {
            journal.usedUnlock(unlock, operation.id(), timer.instant());
        }
    }
}
