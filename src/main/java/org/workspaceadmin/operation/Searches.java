package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.SearchRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.model.SearchEvidence.State;
import org.workspaceadmin.model.SearchEvidence.Why;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.task.Timer;

/**
 * How far the searches for requests without an answer are, in memory and in the journal, so that an
 * operator can decide by it after a restart too. Thread-safe.
 */
final class Searches implements Follower.Evidence {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);

    private final Journal journal;
    private final Timer timer;
    private final Map<Key, SearchRow> rows = new ConcurrentHashMap<>();

    private record Key(String operationId, int request) {}

    /** Loads what the journal holds; blocks. */
    Searches(Journal journal, Timer timer) {
        this.journal = journal;
        this.timer = timer;
        journal.searches().forEach(r -> rows.put(new Key(r.operationId(), r.request()), r));
    }

    /** A search begins, or begins anew after a restart. */
    void begun(Watch watch) {
        SearchRow old = row(watch.operation().id(), watch.request().seq());
        put(
                new SearchRow(
                        watch.operation().id(),
                        watch.request().seq(),
                        old == null ? "" : old.jobType(),
                        old == null ? null : old.from(),
                        old == null ? null : old.until(),
                        old == null ? 0 : old.looks(),
                        old == null ? 0 : old.failedLooks(),
                        State.SEARCHING,
                        old == null ? List.of() : old.candidates()));
    }

    /** There is no way to find out what became of a request. */
    void impossible(LiveOperation operation, RequestRow request) {
        put(
                new SearchRow(
                        operation.id(),
                        request.seq(),
                        "",
                        null,
                        null,
                        0,
                        0,
                        State.NO_RECORDS,
                        List.of()));
    }

    /** The operator named the job, or had the request sent again. */
    void found(LiveOperation operation, int request) {
        SearchRow old = row(operation.id(), request);
        if (old != null) {
            put(with(old, State.FOUND));
        }
    }

    @Override
    public void looked(Watch watch, boolean failed, boolean over) {
        String id = watch.operation().id();
        int request = watch.request().seq();
        SearchRow old = row(id, request);
        Instant now = timer.instant();
        Instant from = old == null ? null : old.from();
        SearchWatch search = watch instanceof SearchWatch s ? s : null;
        boolean nowhere = search != null && search.searchedType().isEmpty();
        boolean read = !failed && !nowhere;
        List<Candidate> before = old == null ? List.of() : old.candidates();
        put(
                new SearchRow(
                        id,
                        request,
                        search == null ? "" : search.searchedType(),
                        from == null && read ? now : from,
                        read ? now : old == null ? null : old.until(),
                        (old == null ? 0 : old.looks()) + (read ? 1 : 0),
                        (old == null ? 0 : old.failedLooks()) + (failed ? 1 : 0),
                        state(watch, nowhere && !failed, over),
                        search == null ? List.of() : failed ? before : search.candidates()));
    }

    private static State state(Watch watch, boolean nowhere, boolean over) {
        if (watch.request().state() != RequestState.UNANSWERED || watch.open().isEmpty()) {
            return State.FOUND;
        }
        if (nowhere) {
            return State.NO_RECORDS;
        }
        return over ? State.NOT_FOUND : State.SEARCHING;
    }

    /** Whether a job may turn out to be that of a request whose answer is not there (yet). */
    boolean mayHave(LiveOperation operation, RequestRow request, String jobId) {
        if (request.state() == RequestState.SENT) {
            return true;
        }
        if (request.state() != RequestState.UNANSWERED) {
            return false;
        }
        SearchRow row = row(operation.id(), request.seq());
        return row == null
                || !row.state().over()
                || row.candidates().stream()
                        .anyMatch(c -> c.jobId().equals(jobId) && c.why() == Why.FITS);
    }

    /**
     * What is known of an operation's requests that got no answer.
     *
     * @param attached whether its connection is open
     */
    List<SearchEvidence> of(LiveOperation operation, boolean attached) {
        List<SearchEvidence> all = new ArrayList<>();
        List<RequestRow> requests = operation.requests();
        for (RequestRow request : requests) {
            SearchRow row = row(operation.id(), request.seq());
            if (row == null && request.state() != RequestState.UNANSWERED) {
                continue;
            }
            int again =
                    requests.stream()
                            .filter(r -> r.replaces() == request.seq())
                            .mapToInt(RequestRow::seq)
                            .max()
                            .orElse(-1);
            all.add(evidence(operation, request, row, again, attached));
        }
        return all;
    }

    private static SearchEvidence evidence(
            LiveOperation operation,
            RequestRow request,
            @Nullable SearchRow row,
            int again,
            boolean attached) {
        List<Target> unknown =
                operation.openTargets(request.seq()).stream()
                        .filter(t -> t.state().outcome() == Outcome.UNKNOWN)
                        .map(TargetRow::state)
                        .map(s -> s.target())
                        .toList();
        State known = row == null ? State.WAITING : row.state();
        return new SearchEvidence(
                operation.id(),
                request.seq(),
                request.request().kind(),
                unknown,
                request.exact(),
                request.sent(),
                request.answered(),
                request.problem(),
                known == State.SEARCHING && !attached ? State.WAITING : known,
                row == null ? "" : row.jobType(),
                row == null ? null : row.from(),
                row == null ? null : row.until(),
                row == null ? 0 : row.looks(),
                row == null ? 0 : row.failedLooks(),
                row == null ? List.of() : row.candidates(),
                again);
    }

    private @Nullable SearchRow row(String operationId, int request) {
        return rows.get(new Key(operationId, request));
    }

    private static SearchRow with(SearchRow old, State state) {
        return new SearchRow(
                old.operationId(),
                old.request(),
                old.jobType(),
                old.from(),
                old.until(),
                old.looks(),
                old.failedLooks(),
                state,
                old.candidates());
    }

    private void put(SearchRow row) {
        rows.put(new Key(row.operationId(), row.request()), row);
        try {
            journal.searched(row);
        } catch (JournalException e) {
            // Only evidence: what was sent and what became of it is written elsewhere.
            LOG.warn("how far a search is could not be written down", e);
        }
    }
}
