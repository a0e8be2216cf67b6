package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Sends what an operation holds, each request once: written down as leaving, sent, answer written
 * down, next. Stops at the first answer that says the following ones would fare no better.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Workers workers;
    private final Timer timer;
    private final Watching watching;
    private final Busy busy;

    /** Connections whose region was seen to lack the batch rejoin. */
    private final Set<String> withoutBatch = ConcurrentHashMap.newKeySet();

    /** Begins to watch a request whose answer is in the journal. */
    @FunctionalInterface
    interface Watching {
        /** Watches it. */
        void watch(Link link, LiveOperation operation, RequestRow request);
    }

    Sender(Workers workers, Timer timer, Watching watching, Busy busy) {
        this.workers = workers;
        this.timer = timer;
        this.watching = watching;
        this.busy = busy;
    }

    /** Whether to plan with the batch call. */
    boolean batchRejoin(String connectionId) {
        return !withoutBatch.contains(connectionId);
    }

    /** Sends what can be sent, in the background. */
    void send(LiveOperation operation, Link link) {
        while (operation.openLane()) {
            workers.start(() -> lane(operation, link));
        }
    }

    /** Sends one request, in the background, whatever else waits. */
    void sendOne(LiveOperation operation, Link link, int request) {
        workers.start(() -> {
            link.writes().acquire();
            try {
                RequestRow leaving = operation.take(request);
                if (leaving != null) {
                    answered(operation, link, leaving, exchange(link, leaving));
                }
            } catch (JournalException e) {
                LOG.error("the journal cannot be written; nothing is sent", e);
                operation.hold(Problems.internal(e, timer.instant()));
            } finally {
                link.writes().release();
            }
            return true;
        });
    }

    private boolean lane(LiveOperation operation, Link link) {
        try {
            while (one(operation, link)) {
                LOG.debug("next request of {}", operation.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            operation.hold();
        } catch (JournalException e) {
            LOG.error("the journal cannot be written; nothing is sent", e);
            operation.hold(Problems.internal(e, timer.instant()));
        } finally {
            operation.closeLane();
        }
        // A wave may have been cleared while this lane was about to close.
        send(operation, link);
        return true;
    }

    private boolean one(LiveOperation operation, Link link) throws InterruptedException {
        link.writes().acquire();
        try {
            RequestRow leaving = operation.takeNext();
            if (leaving == null) {
                return false;
            }
            answered(operation, link, leaving, exchange(link, leaving));
            return true;
        } finally {
            link.writes().release();
        }
    }

    private WriteAnswer exchange(Link link, RequestRow leaving) {
        try {
            return link.service().send(leaving.request()).await();
        } catch (CancellationException e) {
            return new WriteAnswer.Unanswered(
                    Problems.of(Problem.Kind.CONNECTION_LOST, "", timer.instant()));
        } catch (RuntimeException e) {
            LOG.error("sending failed in an unforeseen way", e);
            return new WriteAnswer.Unanswered(Problems.internal(e, timer.instant()));
        }
    }

    private void answered(
            LiveOperation operation, Link link, RequestRow request, WriteAnswer answer) {
        Instant now = timer.instant();
        switch (answer) {
            case WriteAnswer.Accepted accepted -> accepted(operation, link, request, accepted, now);
            case WriteAnswer.Refused refused -> refused(operation, link, request, refused, now);
            case WriteAnswer.Unanswered unanswered -> {
                unknown(operation, link, request, unanswered.problem(), now);
                operation.hold();
            }
        }
    }

    private void unknown(
            LiveOperation operation, Link link, RequestRow request, Problem why, Instant now) {
        RequestRow row = request.stopped(RequestState.UNANSWERED, why, now);
        update(
                operation,
                row,
                all(operation, row, Outcome.UNKNOWN, Codes.UNANSWERED, why.message(), now));
        watching.watch(link, operation, row);
    }

    private void accepted(
            LiveOperation operation,
            Link link,
            RequestRow request,
            WriteAnswer.Accepted answer,
            Instant now) {
        RequestRow row =
                request.accepted(answer.httpStatus(), answer.jobId(), answer.requestId(), now);
        Map<String, WriteAnswer.TargetFailure> failures = new HashMap<>();
        answer.failures().forEach(f -> failures.put(f.desktopId(), f));
        List<TargetRow> targets = new ArrayList<>();
        for (TargetRow target : operation.openTargets(row.seq())) {
            targets.add(taken(target, row, failures.get(target.state().target().id()), now));
        }
        update(operation, row, targets);
        watching.watch(link, operation, row);
    }

    private static TargetRow taken(
            TargetRow target,
            RequestRow row,
            WriteAnswer.@Nullable TargetFailure failure,
            Instant now) {
        if (failure != null) {
            return Targets.settled(target, Outcome.FAILED, failure.code(), failure.message(), now);
        }
        if (!row.jobId().isEmpty()) {
            return Targets.inJob(target, row.jobId());
        }
        return Watches.settledByReading(row)
                ? Targets.running(target, null, now)
                : Targets.settled(target, Outcome.UNKNOWN, Codes.NO_JOB, "", null);
    }

    private void refused(
            LiveOperation operation,
            Link link,
            RequestRow request,
            WriteAnswer.Refused answer,
            Instant now) {
        Problem why = answer.problem();
        if (!answer.left()) {
            update(operation, request.stopped(RequestState.UNSENT, why, now), List.of());
            operation.hold();
            return;
        }
        WriteKind kind = request.request().kind();
        if (Busy.partly(kind, why)) {
            // Which of them were carried out can only be read.
            unknown(operation, link, request, why, now);
            return;
        }
        RequestRow row = request.stopped(RequestState.REFUSED, why, now);
        if (why.kind() == Problem.Kind.THROTTLED) {
            operation.hold();
            Busy.replace(operation, row, why, now);
            return;
        }
        if (Busy.is(kind, why)) {
            busy.begin(operation, row);
            return;
        }
        if (why.kind() == Problem.Kind.NOT_OFFERED && kind == WriteKind.REJOIN_BATCH) {
            withoutBatch.add(link.connectionId());
            oneByOne(operation, link, row, now);
            return;
        }
        if (why.kind() == Problem.Kind.BAD_REQUEST && firstSpelling(link, request)) {
            otherSpelling(operation, link, row, now);
            return;
        }
        update(operation, row, all(operation, row, Outcome.FAILED, why.code(), why.message(), now));
        if (concernsAll(why)) {
            operation.hold();
        }
    }

    /**
     * Refusals that the next request would meet too; with wrong keys, going on would lock them
     * (api/errors.md section 5).
     */
    private static boolean concernsAll(Problem why) {
        return switch (why.kind()) {
            case UNAUTHENTICATED, CLOCK_SKEW, KEY_LOCKED, SERVICE_DISABLED -> true;
            default -> false;
        };
    }

    /** The region lacks the batch call, so nothing was done: the same by single calls. */
    private void oneByOne(LiveOperation operation, Link link, RequestRow batch, Instant now) {
        List<RequestRow> singles = new ArrayList<>();
        List<TargetRow> moved = new ArrayList<>();
        operation.append(
                batch,
                first -> {
                    for (TargetRow target : operation.openTargets(batch.seq())) {
                        int seq = first + singles.size();
                        singles.add(
                                RequestRow.intended(
                                        seq,
                                        link.service()
                                                .writes()
                                                .rejoin(target.state().target().id()),
                                        now,
                                        batch.wave()));
                        moved.add(new TargetRow(target.seq(), seq, target.state()));
                    }
                    return new LiveOperation.Appended(singles, moved);
                });
        send(operation, link);
    }

    /** The word for unlocking is spelt in two ways; a 400 proves that nothing was done. */
    private static boolean firstSpelling(Link link, RequestRow request) {
        return request.request().kind() == WriteKind.UNLOCK_SERVICE
                && request.request().equals(link.service().writes().unlockService(false));
    }

    private void otherSpelling(
            LiveOperation operation, Link link, RequestRow refused, Instant now) {
        operation.append(
                refused,
                first ->
                        new LiveOperation.Appended(
                                List.of(
                                        RequestRow.intended(
                                                first,
                                                link.service().writes().unlockService(true),
                                                now,
                                                refused.wave())),
                                operation.openTargets(refused.seq()).stream()
                                        .map(t -> new TargetRow(t.seq(), first, t.state()))
                                        .toList()));
        send(operation, link);
    }

    private static List<TargetRow> all(
            LiveOperation operation,
            RequestRow row,
            Outcome outcome,
            String code,
            String message,
            Instant now) {
        return operation.openTargets(row.seq()).stream()
                .map(t -> Targets.settled(t, outcome, code, message, now))
                .toList();
    }

    private static void update(LiveOperation operation, RequestRow row, List<TargetRow> targets) {
        operation.update(List.of(), List.of(row), targets);
    }
}
