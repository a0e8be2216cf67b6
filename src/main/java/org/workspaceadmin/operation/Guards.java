package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.UnlockRow;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;

/**
 * Keeps guarded connections read-only. What an operator asks for is judged at the moment of asking:
 * an operation that was confirmed while its connection was unlocked sends all its requests and is
 * followed to its end, also when the time runs out meanwhile, since half of an operation is worse
 * than the whole; whatever stopped and waits for the operator needs the connection unlocked again.
 * Unlocks live no longer than the program.
 */
final class Guards {
    /** Longest time a connection can be unlocked for. */
    static final Duration LONGEST = Duration.ofHours(8);

    private static final Logger LOG = LoggerFactory.getLogger(Guards.class);

    private final Journal journal;
    private final Timer timer;
    private final OperationIds ids;
    private final Predicate<String> guarded;
    private final Map<String, Unlock> unlocks = new HashMap<>();
    private final List<Consumer<GuardState>> listeners = new CopyOnWriteArrayList<>();

    private record Unlock(UnlockRow row, Timer.Cancel over) {}

    /**
     * Locks whatever an earlier run of the program left unlocked; blocks.
     *
     * @param journal the durable record
     * @param timer all time comes from here
     * @param ids for unlocks
     * @param guarded whether a connection is guarded at present; answers at once
     */
    Guards(Journal journal, Timer timer, OperationIds ids, Predicate<String> guarded) {
        this.journal = journal;
        this.timer = timer;
        this.ids = ids;
        this.guarded = guarded;
        journal.lockAll(timer.instant());
    }

    Operations.Subscription subscribe(Consumer<GuardState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized GuardState state(String connectionId) {
        if (!guarded.test(connectionId)) {
            return GuardState.open(connectionId);
        }
        Unlock unlock = running(connectionId);
        return unlock == null
                ? GuardState.locked(connectionId)
                : new GuardState(connectionId, true, unlock.row().ends(), unlock.row().reason());
    }

    /**
     * Lets something pass that changes the service, or what will be sent to it.
     *
     * @return the unlock it happens under, empty when the connection is not guarded
     * @throws ProblemException CONNECTION_GUARDED
     */
    synchronized String permit(String connectionId) {
        if (!guarded.test(connectionId)) {
            return "";
        }
        Unlock unlock = running(connectionId);
        if (unlock == null) {
            throw new ProblemException(
                    Problems.of(Problem.Kind.CONNECTION_GUARDED, "", timer.instant()));
        }
        return unlock.row().id();
    }

    /**
     * Unlocks, in place of a present unlock; blocks until that is on the disk.
     *
     * @throws IllegalArgumentException for a reason or time out of range
     * @throws JournalException when it could not be written down; then it stays locked
     */
    GuardState unlock(String connectionId, String name, String why, Duration time) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > GuardState.LONGEST_REASON) {
            throw new IllegalArgumentException("a reason of 1-200 characters is needed");
        }
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("at most " + LONGEST);
        }
        synchronized (this) {
            Instant now = timer.instant();
            UnlockRow row =
                    new UnlockRow(
                            ids.next(now), connectionId, name, reason, now, now.plus(time), null);
            journal.unlocked(row);
            end(connectionId);
            unlocks.put(
                    connectionId,
                    new Unlock(row, timer.after(time, () -> timeIsOver(connectionId, row.id()))));
        }
        return tell(connectionId);
    }

    /** Locks now; blocks. Does nothing when it is locked. */
    GuardState lock(String connectionId) {
        boolean was;
        synchronized (this) {
            was = end(connectionId);
        }
        return was ? tell(connectionId) : state(connectionId);
    }

    /** Locks everything; blocks. */
    void lockAll() {
        List<String> open;
        synchronized (this) {
            open = List.copyOf(unlocks.keySet());
        }
        open.forEach(this::lock);
    }

    private void timeIsOver(String connectionId, String unlockId) {
        synchronized (this) {
            Unlock unlock = unlocks.get(connectionId);
            if (unlock == null || !unlock.row().id().equals(unlockId)) {
                return;
            }
            unlocks.remove(connectionId);
        }
        tell(connectionId);
    }

    private boolean end(String connectionId) {
        Unlock unlock = unlocks.remove(connectionId);
        if (unlock == null) {
            return false;
        }
        unlock.over().cancel();
        try {
            journal.locked(unlock.row().id(), timer.instant());
        } catch (JournalException e) {
            // It is locked all the same; the next start of the program writes an end down.
            LOG.warn("the end of an unlock could not be written down", e);
        }
        return true;
    }

    /** Whether a connection can be written to now. */
    synchronized boolean writable(String connectionId) {
        return !guarded.test(connectionId) || running(connectionId) != null;
    }

    /** Also when the timer is late, as after a sleep of the machine, time is what counts. */
    private @Nullable Unlock running(String connectionId) {
        Unlock unlock = unlocks.get(connectionId);
        return unlock == null || !timer.instant().isBefore(unlock.row().ends()) ? null : unlock;
    }

    private GuardState tell(String connectionId) {
        GuardState now = state(connectionId);
        listeners.forEach(l -> l.accept(now));
        return now;
    }
}
