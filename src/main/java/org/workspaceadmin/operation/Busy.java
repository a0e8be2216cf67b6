package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.task.Timer;

/**
 * Requests that were refused because the service is busy with their targets (409): nothing was
 * carried out. They wait half a minute (api/errors.md section 7), then the operator decides whether
 * they are sent once more or left. A decision made earlier takes effect when the wait is over.
 */
final class Busy {
    /**
     * 409 of a power action of which a part may have been carried out (api/errors.md section 3).
     */
    private static final Set<String> PARTLY = Set.of("WKS.00010101", "WKS.00010102");

    private final Timer timer;
    private final Duration wait;
    private final Resend resend;
    private final Set<Place> decided = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    private record Place(String operationId, int request) {}

    /** Sends what an operation may send now. */
    @FunctionalInterface
    interface Resend {
        /** Sends it, if its connection is open. */
        void send(LiveOperation operation);
    }

    Busy(Timer timer, Duration wait, Resend resend) {
        this.timer = timer;
        this.wait = wait;
        this.resend = resend;
    }

    /** Whether an answer certainly means that all of it waits for something else. */
    static boolean is(WriteKind kind, Problem why) {
        return why.kind() == Problem.Kind.CONFLICT && !partly(kind, why);
    }

    /** Whether an answer means that some of it was carried out and some not. */
    static boolean partly(WriteKind kind, Problem why) {
        return why.kind() == Problem.Kind.CONFLICT
                && kind == WriteKind.POWER
                && PARTLY.contains(why.code());
    }

    /** Whether a request waits for the operator because the service was busy. */
    static boolean waits(RequestRow row, List<TargetRow> open) {
        Problem why = row.problem();
        return row.state() == RequestState.REFUSED
                && why != null
                && is(row.request().kind(), why)
                && !open.isEmpty();
    }

    /** A request was refused, or was found so in the journal: its wait begins, or goes on. */
    void begin(LiveOperation operation, RequestRow row) {
        List<TargetRow> open = operation.openTargets(row.seq());
        Duration left = Duration.between(timer.instant(), over(row));
        boolean waiting = left.isPositive();
        Problem why = row.problem();
        String message = why == null ? "" : why.message();
        String code = waiting ? Codes.BUSY_WAITING : Codes.BUSY;
        operation.update(
                List.of(),
                List.of(row),
                open.stream()
                        .map(t -> Targets.settled(t, Outcome.WAITING, code, message, null))
                        .toList());
        if (waiting) {
            timer.after(left, () -> ready(operation, row.seq()));
        }
    }

    /** Ends every wait; after a restart they go on. */
    void close() {
        closed = true;
    }

    private void ready(LiveOperation operation, int request) {
        if (closed) {
            return;
        }
        RequestRow row = operation.request(request);
        if (!waits(row, operation.openTargets(request))) {
            return;
        }
        if (decided.remove(new Place(operation.id(), request))) {
            replace(operation, row, null, timer.instant());
            resend.send(operation);
            return;
        }
        operation.update(
                List.of(),
                List.of(),
                operation.openTargets(request).stream()
                        .map(t -> Targets.remarked(t, Codes.BUSY))
                        .toList());
    }

    /**
     * The operator wants them sent once more; those whose wait goes on follow when it is over.
     *
     * @return whether there are any
     */
    boolean retry(LiveOperation operation) {
        boolean any = false;
        for (RequestRow row : operation.requests()) {
            if (waits(row, operation.openTargets(row.seq()))) {
                any = true;
                if (timer.instant().isBefore(over(row))) {
                    decided.add(new Place(operation.id(), row.seq()));
                } else {
                    replace(operation, row, null, timer.instant());
                }
            }
        }
        return any;
    }

    /**
     * The operator leaves them; their targets end as refused.
     *
     * @return whether there were any
     */
    boolean leave(LiveOperation operation) {
        Instant now = timer.instant();
        List<TargetRow> left = new ArrayList<>();
        for (RequestRow row : operation.requests()) {
            List<TargetRow> open = operation.openTargets(row.seq());
            Problem why = row.problem();
            if (why != null && waits(row, open)) {
                decided.remove(new Place(operation.id(), row.seq()));
                open.forEach(t ->
                        left.add(
                                Targets.settled(
                                        t, Outcome.FAILED, why.code(), why.message(), now)));
            }
        }
        operation.update(List.of(), List.of(), left);
        return !left.isEmpty();
    }

    /**
     * Puts a new request in the place of one that was certainly not carried out, or that the
     * operator wants sent in spite of not knowing.
     *
     * @param old the request as it is now
     * @param why what the new one waits for, null when it may leave
     * @return the new one's number
     */
    static int replace(
            LiveOperation operation, RequestRow old, @Nullable Problem why, Instant now) {
        int[] number = new int[1];
        operation.append(
                old,
                first -> {
                    number[0] = first;
                    RequestRow again = old.again(first, now);
                    return new LiveOperation.Appended(
                            List.of(why == null ? again : again.waiting(why)),
                            operation.openTargets(old.seq()).stream()
                                    .map(t ->
                                            new TargetRow(
                                                    t.seq(),
                                                    first,
                                                    Targets.waiting(t.state().target())))
                                    .toList());
                });
        return number[0];
    }

    private Instant over(RequestRow row) {
        Instant answered = row.answered();
        return (answered == null ? row.intended() : answered).plus(wait);
    }
}
