package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Act;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.task.Timer;

/** What becomes of requests nobody knows the outcome of, by the search or by the operator. */
final class Resolving {
    private final Map<String, LiveOperation> operations;
    private final Map<String, Link> links;
    private final Searches searches;
    private final Sender sender;
    private final Timer timer;
    private final Ownership ownership;
    private final Foreign foreign;
    private final Consumer<LiveOperation> permit;
    private final PollSettings settings;

    /**
     * Connects the parts.
     *
     * @param operations all operations, by id
     * @param links the open connections, by id
     * @param permit fails when the operation's connection is guarded
     */
    Resolving(
            Map<String, LiveOperation> operations,
            Map<String, Link> links,
            Searches searches,
            Sender sender,
            Timer timer,
            Ownership ownership,
            Foreign foreign,
            PollSettings settings,
            Consumer<LiveOperation> permit) {
        this.operations = operations;
        this.links = links;
        this.searches = searches;
        this.sender = sender;
        this.timer = timer;
        this.ownership = ownership;
        this.foreign = foreign;
        this.permit = permit;
        this.settings = settings;
    }

    private @Nullable Link link(@Nullable LiveOperation operation) {
        return operation == null ? null : links.get(operation.row().connectionId());
    }

    /**
     * Begins to find out what became of a request that left, where there is something to find out.
     *
     * @param wait how long until the first look
     */
    void watch(Link link, LiveOperation operation, RequestRow request, Duration wait) {
        Watch watch =
                Watches.of(
                        operation,
                        request,
                        timer.instant(),
                        wait,
                        settings,
                        job ->
                                ownership.has(job)
                                        ? Instant.MIN
                                        : foreign.firstSeen(link.connectionId(), job),
                        (search, job) -> found(link, search, job));
        ownership.add(request);
        if (watch == null) {
            if (request.state() == RequestState.UNANSWERED
                    && !operation.openTargets(request.seq()).isEmpty()) {
                searches.impossible(operation, request);
            }
        } else {
            if (watch.searching()) {
                searches.begun(watch);
            }
            // The connection may have been attached anew while the request was on its way.
            links.getOrDefault(link.connectionId(), link).follower().follow(watch);
        }
    }

    /** The program ended between sending and the answer: nobody knows. */
    void unanswered(LiveOperation operation, RequestRow request) {
        Problem why = Problems.of(Problem.Kind.CONNECTION_LOST, "", timer.instant());
        operation.update(
                List.of(),
                List.of(request.stopped(RequestState.UNANSWERED, why, timer.instant())),
                operation.openTargets(request.seq()).stream()
                        .map(t -> Targets.settled(t, Outcome.UNKNOWN, Codes.UNANSWERED, "", null))
                        .map(t -> Targets.with(t, Targets.unchecked(t.state())))
                        .toList());
    }

    /** What is known; see {@link Operations#evidence}. */
    List<SearchEvidence> evidence(String operationId) {
        LiveOperation operation = operations.get(operationId);
        return operation == null ? List.of() : searches.of(operation, link(operation) != null);
    }

    private @Nullable SearchEvidence evidence(String operationId, int request) {
        return evidence(operationId).stream()
                .filter(e -> e.request() == request)
                .findFirst()
                .orElse(null);
    }

    /** Sends a request once more; see {@link Operations#sendAgain}. */
    boolean sendAgain(String operationId, int request) {
        LiveOperation operation = operations.get(operationId);
        Link link = link(operation);
        SearchEvidence evidence = evidence(operationId, request);
        if (operation == null || link == null || evidence == null || !evidence.canSendAgain()) {
            return false;
        }
        permit.accept(operation);
        operation.act(new Act(ActivityKind.SENT_AGAIN, "", ""));
        RequestRow old = operation.request(request);
        int number = Busy.replace(operation, old, null, timer.instant());
        link.follower().forget(operation);
        sender.sendOne(operation, link, number);
        return true;
    }

    /** Lets a request have a job; see {@link Operations#adopt}. */
    boolean adopt(String operationId, int request, String jobId) {
        LiveOperation operation = operations.get(operationId);
        Link link = link(operation);
        SearchEvidence evidence = evidence(operationId, request);
        if (operation == null
                || link == null
                || evidence == null
                || evidence.targets().isEmpty()
                || ownership.has(jobId)
                || evidence.candidates().stream().noneMatch(c -> c.jobId().equals(jobId))) {
            return false;
        }
        searches.found(operation, request);
        link.follower().forgetRequest(operation, request);
        attribute(link, operation, operation.request(request), jobId);
        return true;
    }

    /** A search found the job of its request. */
    private void found(Link link, SearchWatch search, String jobId) {
        attribute(link, search.operation(), search.request(), jobId);
    }

    private void attribute(Link link, LiveOperation operation, RequestRow row, String jobId) {
        RequestRow adopted = row.accepted(0, jobId, row.requestId(), timer.instant());
        operation.update(
                List.of(),
                List.of(adopted),
                operation.openTargets(row.seq()).stream()
                        .map(t -> Targets.inJob(t, jobId))
                        .toList());
        watch(link, operation, adopted, Duration.ZERO);
        foreign.tell(timer.instant());
    }

    /** Settles what stayed unknown; see {@link Operations#settleUnknown}. */
    boolean settle(String operationId, boolean done) {
        LiveOperation operation = operations.get(operationId);
        if (operation == null) {
            return false;
        }
        List<TargetRow> unknown =
                operation.targets().stream()
                        .filter(t -> t.state().outcome() == Outcome.UNKNOWN)
                        .map(t ->
                                Targets.settled(
                                        t,
                                        done ? Outcome.SUCCEEDED : Outcome.FAILED,
                                        done ? Codes.SETTLED_DONE : Codes.SETTLED_NOT_DONE,
                                        "",
                                        timer.instant()))
                        .toList();
        String code = done ? Codes.SETTLED_DONE : Codes.SETTLED_NOT_DONE;
        operation.update(List.of(), List.of(), unknown, new Act(ActivityKind.SETTLED, code, ""));
        Link link = link(operation);
        if (link != null) {
            link.follower().forget(operation);
        }
        return !unknown.isEmpty();
    }
}
