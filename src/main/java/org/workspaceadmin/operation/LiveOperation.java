package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.Change;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Sending;
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

        /** These targets ended. */
        void ended(LiveOperation operation, List<Target> targets);
    }

    private final Journal journal;
    private final Timer timer;
    private final Listener listener;
    private final OperationRow row;
    private final List<RequestRow> requests;
    private final List<TargetRow> targets;
    private final Map<Integer, List<Integer>> byRequest = new HashMap<>();
    private final Picture picture = new Picture();
    private int openTargets;
    private @Nullable Instant ended;
    private @Nullable Instant lastRead;
    private @Nullable Problem ownProblem;
    private @Nullable Problem readProblem;
    private boolean stopped;
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
        stopped = held;
        for (TargetRow target : targets) {
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

    synchronized boolean open() {
        return openTargets > 0;
    }

    /** Begins another lane of sending, if there is something to send and room for it. */
    synchronized boolean openLane() {
        if (stopped || lanes >= LANES) {
            return false;
        }
        int waiting = 0;
        for (int i = cursor; i < requests.size() && waiting <= lanes; i++) {
            waiting += requests.get(i).state().sendable() ? 1 : 0;
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
            if (stopped || cursor == requests.size()) {
                return null;
            }
            leaving = requests.get(cursor).leaving(timer.instant());
            journal.record(id(), new Change(List.of(), List.of(leaving), List.of(), null));
            requests.set(cursor, leaving);
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
        synchronized (this) {
            stopped = true;
        }
        listener.changed(this);
    }

    /** Stops sending for a failure of this program. */
    void hold(Problem own) {
        synchronized (this) {
            stopped = true;
            ownProblem = own;
        }
        listener.changed(this);
    }

    /** Lets sending go on. Returns whether something can be sent. */
    synchronized boolean release() {
        stopped = false;
        ownProblem = null;
        cursor = 0;
        return requests.stream().anyMatch(r -> r.state().sendable());
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
        Effects effects;
        synchronized (this) {
            effects = apply(added, changedRequests, newTargets);
        }
        tell(effects);
    }

    private Effects apply(
            Collection<RequestRow> added,
            Collection<RequestRow> changedRequests,
            Collection<TargetRow> newTargets) {
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
        }
        Instant end = ended;
        if (end == null && openTargets == nowEnded.size()) {
            end = timer.instant();
        }
        if (!(added.isEmpty() && changedRequests.isEmpty() && moved.isEmpty())) {
            write(new Change(List.copyOf(added), List.copyOf(changedRequests), moved, end));
        }
        requests.addAll(added);
        changedRequests.forEach(r -> requests.set(r.seq(), r));
        confirmed.forEach(this::set);
        openTargets -= nowEnded.size();
        ended = end;
        boolean visible = !(added.isEmpty() && changedRequests.isEmpty() && confirmed.isEmpty());
        return new Effects(nowEnded, visible);
    }

    private void tell(Effects effects) {
        if (!effects.ended().isEmpty()) {
            listener.ended(this, effects.ended());
        }
        if (effects.visible()) {
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
            effects = apply(appended.requests(), List.of(refused), appended.targets());
        }
        tell(effects);
    }

    private void write(Change change) {
        try {
            journal.record(id(), change);
        } catch (JournalException e) {
            LOG.error("the journal cannot be written; nothing more is sent", e);
            stopped = true;
            ownProblem = Problems.internal(e, timer.instant());
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
                phase(),
                row.created(),
                ended,
                lastRead,
                row.retryOf(),
                row.reason(),
                picture.targets(targets),
                picture.requests(requests, byRequest, picture.targets(targets)),
                problem(),
                Sending.ALL_LEFT);
    }

    /** What stops it, the gravest first: this program, then what was sent, then what was read. */
    private @Nullable Problem problem() {
        if (ownProblem != null) {
            return ownProblem;
        }
        Problem last = null;
        for (RequestRow request : requests) {
            Problem problem = request.problem();
            boolean stands =
                    switch (request.state()) {
                        case UNSENT -> true;
                        case UNANSWERED -> unknown(request.seq());
                        // One that was replaced by others carries nothing any more.
                        case REFUSED -> !byRequest.getOrDefault(request.seq(), List.of()).isEmpty();
                        default -> false;
                    };
            if (stands && problem != null && (last == null || !problem.at().isBefore(last.at()))) {
                last = problem;
            }
        }
        return last != null ? last : readProblem;
    }

    private boolean unknown(int request) {
        for (int seq : byRequest.getOrDefault(request, List.of())) {
            if (targets.get(seq).state().outcome() == Outcome.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private Phase phase() {
        int unknown = 0;
        int bad = 0;
        int moving = 0;
        for (TargetRow target : targets) {
            switch (target.state().outcome()) {
                case WAITING, RUNNING -> moving++;
                case UNKNOWN -> unknown++;
                case FAILED, SKIPPED -> bad++;
                case SUCCEEDED -> {}
            }
        }
        boolean unsent = false;
        boolean leaving = false;
        boolean busy = false;
        for (RequestRow request : requests) {
            busy |=
                    request.state() == RequestState.REFUSED
                            && Busy.waits(request, openTargets(request.seq()));
            unsent |= request.state().sendable();
            leaving |= request.state() == RequestState.SENT;
        }
        if (unsent && stopped) {
            return Phase.HELD;
        }
        if (unsent || leaving) {
            return Phase.SENDING;
        }
        if (busy) {
            return Phase.HELD;
        }
        if (moving > 0) {
            return Phase.RUNNING;
        }
        if (unknown > 0) {
            return Phase.UNKNOWN;
        }
        return bad > 0 ? Phase.ENDED_WITH_FAILURES : Phase.SUCCEEDED;
    }
}
