package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.Act;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.journal.Change;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.PaceRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Sending.Stage;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.task.Timer;

/**
 * One operation in memory, always a step behind the journal: a change is written down first, then
 * seen. Guarded by its own lock, under which nothing waits but the journal. A target that ended
 * never changes again.
 */
final class LiveOperation {
    private static final Logger LOG = LoggerFactory.getLogger(LiveOperation.class);

    /** Requests of one operation that leave at the same time (api/errors.md section 6). */
    private static final int LANES = 2;

    /** Hears what happened, outside the operation's lock. */
    interface Listener {
        /** Something visible changed. */
        void changed(LiveOperation operation);

        /**
         * These targets are about to be seen as ended. Called under the operation's lock, so that
         * whoever sees them ended finds them free; must not wait for anything.
         */
        void released(LiveOperation operation, List<Target> targets);

        /** These targets ended. */
        void ended(LiveOperation operation, List<Target> targets);

        /** A wave may have ended; {@link LiveOperation#beginCheck} tells. */
        void turned(LiveOperation operation);
    }

    private final Journal journal;
    private final Timer timer;
    private final Listener listener;
    private final OperationRow row;
    private final List<RequestRow> requests;
    private final List<TargetRow> targets;
    private final Map<Integer, List<Integer>> byRequest = new HashMap<>();
    private final Picture picture;
    private final Gate gate;
    private int openTargets;
    private @Nullable Instant ended;
    private @Nullable Instant lastRead;
    private @Nullable Problem ownProblem;
    private @Nullable Problem readProblem;
    private int lanes;
    private int cursor;

    /**
     * An operation that is in the journal.
     *
     * @param held whether sending waits for the operator: it does after a restart
     */
    LiveOperation(
            Recorded recorded, Journal journal, Timer timer, Listener listener, boolean held) {
        this.journal = journal;
        this.timer = timer;
        this.listener = listener;
        row = recorded.operation();
        requests = new ArrayList<>(recorded.requests());
        targets = new ArrayList<>(recorded.targets());
        ended = row.ended();
        int waves = 1 + requests.stream().mapToInt(RequestRow::wave).max().orElse(0);
        picture = new Picture(waves > 1);
        gate = new Gate(row.pace(), waves, targets.size());
        boolean untouched = requests.stream().allMatch(r -> r.state() == RequestState.INTENDED);
        if (untouched && gate.ahead(timer.instant())) {
            // Its time is still to come, so what the operator said still holds.
            gate.schedule();
        } else if (held) {
            gate.stop(
                    untouched && row.pace().pacing().start() != null
                            ? Stage.MISSED
                            : Stage.STOPPED);
        }
        for (TargetRow target : targets) {
            if (target.state().outcome() == Outcome.FAILED) {
                gate.failed();
            }
            byRequest.computeIfAbsent(target.request(), r -> new ArrayList<>()).add(target.seq());
            openTargets += target.state().outcome().ended() ? 0 : 1;
        }
    }

    OperationRow row() {
        return row;
    }

    String id() {
        return row.id();
    }

    synchronized List<RequestRow> requests() {
        return List.copyOf(requests);
    }

    synchronized RequestRow request(int seq) {
        return requests.get(seq);
    }

    synchronized List<TargetRow> targets() {
        return List.copyOf(targets);
    }

    /** The targets a request carries that have not ended. */
    synchronized List<TargetRow> openTargets(int request) {
        List<TargetRow> open = new ArrayList<>();
        for (int seq : byRequest.getOrDefault(request, List.of())) {
            if (!targets.get(seq).state().outcome().ended()) {
                open.add(targets.get(seq));
            }
        }
        return open;
    }

    /** The ids of every desktop that has not ended. */
    synchronized List<String> openDesktops() {
        return targets.stream()
                .map(TargetRow::state)
                .filter(s -> !s.outcome().ended() && s.target().type() == Target.Type.DESKTOP)
                .map(s -> s.target().id())
                .toList();
    }

    synchronized boolean open() {
        return openTargets > 0;
    }

    /** Begins another lane of sending, if there is something to send and room for it. */
    synchronized boolean openLane() {
        if (lanes >= LANES) {
            return false;
        }
        int waiting = 0;
        for (int i = cursor; i < requests.size() && waiting <= lanes; i++) {
            waiting += gate.lets(requests.get(i)) ? 1 : 0;
        }
        if (waiting <= lanes) {
            return false;
        }
        lanes++;
        return true;
    }

    void closeLane() {
        synchronized (this) {
            lanes--;
        }
        listener.changed(this);
    }

    /**
     * Takes the next request to send and writes down that it leaves.
     *
     * @return null when nothing may leave
     * @throws JournalException when it could not be written down; then it must not leave
     */
    @Nullable RequestRow takeNext() {
        RequestRow leaving;
        synchronized (this) {
            while (cursor < requests.size() && !requests.get(cursor).state().sendable()) {
                cursor++;
            }
            int next = cursor;
            while (next < requests.size() && !gate.lets(requests.get(next))) {
                next++;
            }
            if (next == requests.size()) {
                return null;
            }
            leaving = requests.get(next).leaving(timer.instant());
            journal.record(id(), new Change(List.of(), List.of(leaving), List.of(), null));
            requests.set(next, leaving);
        }
        listener.changed(this);
        return leaving;
    }

    /**
     * Takes one request to send, also while the others wait, and writes down that it leaves.
     *
     * @return null when it has left or was given up
     * @throws JournalException when it could not be written down; then it must not leave
     */
    @Nullable RequestRow take(int request) {
        RequestRow leaving;
        synchronized (this) {
            if (!requests.get(request).state().sendable()) {
                return null;
            }
            leaving = requests.get(request).leaving(timer.instant());
            journal.record(id(), new Change(List.of(), List.of(leaving), List.of(), null));
            requests.set(request, leaving);
        }
        listener.changed(this);
        return leaving;
    }

    /** Stops sending until the operator resumes. */
    void hold() {
        gate(g -> g.stop(Stage.STOPPED));
    }

    /** Does something to the gate, writes down what has to survive, and shows it. */
    void gate(Consumer<Gate> step) {
        synchronized (this) {
            PaceRow before = gate.row();
            boolean was = gate.overBudget();
            step.accept(gate);
            keep(before);
            note(!was && gate.overBudget());
        }
        listener.changed(this);
    }

    /** Its connection was closed; what waits for its time goes on waiting. */
    void disconnected() {
        if (!scheduled()) {
            hold();
        }
    }

    /** Whether its time is still to come, paused or not. */
    synchronized boolean scheduled() {
        return gate.scheduled();
    }

    /** Stops sending for a failure of this program. */
    void hold(Problem own) {
        synchronized (this) {
            gate.stop(Stage.STOPPED);
            ownProblem = own;
        }
        listener.changed(this);
    }

    /** Lets sending go on. */
    synchronized void release() {
        ownProblem = null;
        cursor = 0;
        PaceRow before = gate.row();
        gate.release();
        keep(before);
    }

    /** Whether something has not left and still may. */
    synchronized boolean unsent() {
        return requests.stream().anyMatch(r -> r.state().sendable());
    }

    /** Writes down how far the waves may go; nothing more leaves when that is impossible. */
    private void keep(PaceRow before) {
        PaceRow now = gate.row();
        if (now.equals(before)) {
            return;
        }
        try {
            journal.pace(id(), now);
        } catch (JournalException e) {
            stoppedBy(e);
        }
    }

    /** The ledger has it when the budget stops an operation. */
    private void note(boolean spent) {
        if (!spent) {
            return;
        }
        try {
            journal.act(id(), new Act(ActivityKind.STOPPED, Codes.BUDGET, ""));
        } catch (JournalException e) {
            stoppedBy(e);
        }
    }

    private void stoppedBy(JournalException e) {
        LOG.error("the journal cannot be written; nothing more is sent", e);
        gate.stop(Stage.STOPPED);
        ownProblem = Problems.internal(e, timer.instant());
    }

    /**
     * Begins the check after the present wave if all its targets ended and another wave waits.
     *
     * @return the desktops of the wave that ended well; null when there is nothing to check now
     */
    synchronized @Nullable List<String> beginCheck() {
        if (!gate.wantsCheck() || !Waves.ended(requests, targets, gate)) {
            return null;
        }
        List<String> desktops = Waves.members(requests, targets, gate.present());
        gate.checking(desktops.size());
        return desktops;
    }

    /** The service was asked and answered. */
    void read() {
        synchronized (this) {
            lastRead = timer.instant();
            readProblem = null;
        }
        listener.changed(this);
    }

    /** The service was asked in vain. */
    void readFailed(Problem why) {
        synchronized (this) {
            readProblem = why;
        }
        listener.changed(this);
    }

    /**
     * Writes a step down and then shows it. When the journal cannot be written, it is shown all the
     * same, sending stops, and after a restart the service is asked again.
     *
     * @param added new requests, numbered on
     * @param changedRequests requests that changed
     * @param newTargets targets as they are now; those that had ended are left alone
     */
    void update(
            Collection<RequestRow> added,
            Collection<RequestRow> changedRequests,
            Collection<TargetRow> newTargets) {
        update(added, changedRequests, newTargets, null);
    }

    /**
     * Writes into the ledger what the operator did, where nothing else changes with it.
     *
     * @throws JournalException when it could not be written down; then it must not be done
     */
    void act(Act act) {
        journal.act(id(), act);
    }

    /**
     * Like {@link #update(Collection, Collection, Collection)}, for something the operator did.
     *
     * @param act what, for the ledger
     */
    void update(
            Collection<RequestRow> added,
            Collection<RequestRow> changedRequests,
            Collection<TargetRow> newTargets,
            @Nullable Act act) {
        Effects effects;
        synchronized (this) {
            effects = apply(added, changedRequests, newTargets, act);
        }
        tell(effects);
    }

    private Effects apply(
            Collection<RequestRow> added,
            Collection<RequestRow> changedRequests,
            Collection<TargetRow> newTargets,
            @Nullable Act act) {
        List<Target> nowEnded = new ArrayList<>();
        List<TargetRow> moved = new ArrayList<>();
        List<TargetRow> confirmed = new ArrayList<>();
        for (TargetRow target : newTargets) {
            TargetRow old = targets.get(target.seq());
            if (old.state().outcome().ended() || old.equals(target)) {
                continue;
            }
            confirmed.add(target);
            if (!sameInJournal(old, target)) {
                moved.add(target);
            }
            if (target.state().outcome().ended()) {
                nowEnded.add(target.state().target());
            }
            if (target.state().outcome() == Outcome.FAILED) {
                gate.failed();
            }
        }
        Instant end = ended;
        if (end == null && openTargets == nowEnded.size()) {
            end = timer.instant();
        }
        if (!(added.isEmpty() && changedRequests.isEmpty() && moved.isEmpty())) {
            write(new Change(List.copyOf(added), List.copyOf(changedRequests), moved, end, act));
        }
        requests.addAll(added);
        changedRequests.forEach(r -> requests.set(r.seq(), r));
        confirmed.forEach(this::set);
        openTargets -= nowEnded.size();
        ended = end;
        if (!nowEnded.isEmpty()) {
            listener.released(this, nowEnded);
            if (unsent()) {
                note(gate.spent());
            }
        }
        boolean visible = !(added.isEmpty() && changedRequests.isEmpty() && confirmed.isEmpty());
        return new Effects(nowEnded, visible);
    }

    private void tell(Effects effects) {
        if (!effects.ended().isEmpty()) {
            listener.ended(this, effects.ended());
        }
        if (effects.visible()) {
            listener.turned(this);
            listener.changed(this);
        }
    }

    private record Effects(List<Target> ended, boolean visible) {}

    /**
     * New requests and the targets they take over.
     *
     * @param requests numbered on
     * @param targets pointing to them
     */
    record Appended(List<RequestRow> requests, List<TargetRow> targets) {}

    /**
     * Replaces a request that was refused by others, in one step of the journal.
     *
     * @param refused the request as it is now
     * @param replacements makes them, given the number of the first
     */
    void append(RequestRow refused, IntFunction<Appended> replacements) {
        Effects effects;
        synchronized (this) {
            Appended appended = replacements.apply(requests.size());
            effects = apply(appended.requests(), List.of(refused), appended.targets(), null);
        }
        tell(effects);
    }

    private void write(Change change) {
        try {
            journal.record(id(), change);
        } catch (JournalException e) {
            stoppedBy(e);
        }
    }

    private void set(TargetRow target) {
        TargetRow old = targets.set(target.seq(), target);
        picture.changed(old, target, timer.instant());
        if (old.request() != target.request()) {
            byRequest
                    .getOrDefault(old.request(), new ArrayList<>())
                    .remove(Integer.valueOf(target.seq()));
            byRequest.computeIfAbsent(target.request(), r -> new ArrayList<>()).add(target.seq());
        }
    }

    private static boolean sameInJournal(TargetRow a, TargetRow b) {
        return a.request() == b.request()
                && Targets.unchecked(a.state()).equals(Targets.unchecked(b.state()));
    }

    /** What the screens show. */
    synchronized OperationState snapshot() {
        return new OperationState(
                id(),
                row.connectionId(),
                row.connectionName(),
                row.kind(),
                row.parameters(),
                Standing.phase(requests, targets, byRequest, gate),
                row.created(),
                ended,
                lastRead,
                row.retryOf(),
                row.reason(),
                picture.targets(targets),
                picture.requests(requests, byRequest, picture.targets(targets)),
                ownProblem != null
                        ? ownProblem
                        : Standing.problem(requests, targets, byRequest, readProblem),
                gate.show(Waves.unsent(requests, byRequest)));
    }
}
