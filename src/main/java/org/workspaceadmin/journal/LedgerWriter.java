package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Actor;

/**
 * Writes the ledger's entries of each step, within the step's own transaction: the one cannot be on
 * the disk without the other. What happened is read off the change itself, so no caller can forget
 * to tell.
 */
final class LedgerWriter {
    private final UnaryOperator<String> mask;
    private final InstantSource clock;
    private final Machine machine;
    private volatile Function<String, Actor> actors = connection -> Actor.PROGRAM;

    LedgerWriter(UnaryOperator<String> mask, InstantSource clock, Machine machine) {
        this.mask = mask;
        this.clock = clock;
        this.machine = machine;
    }

    void actors(Function<String, Actor> known) {
        actors = known;
    }

    void append(Connection connection, LedgerEntry entry) throws SQLException {
        String id = entry.connectionId();
        Actor actor = id.isEmpty() ? Actor.PROGRAM : actors.apply(id);
        entry.append(connection, clock.instant(), actor, machine);
    }

    /** Requests that were written down. */
    void intended(
            Connection connection,
            OperationRow operation,
            Collection<RequestRow> requests,
            Collection<TargetRow> targets)
            throws SQLException {
        Map<Integer, List<String>> names = new HashMap<>();
        for (TargetRow target : targets) {
            names.computeIfAbsent(target.request(), r -> new ArrayList<>())
                    .add(target.state().target().name());
        }
        for (RequestRow request : requests) {
            List<String> carried = names.getOrDefault(request.seq(), List.of());
            append(
                    connection,
                    LedgerEntry.of(ActivityKind.INTENDED)
                            .operation(operation)
                            .request(request)
                            .body(mask.apply(request.request().body()), carried)
                            .targetCount(carried.size())
                            .reason(mask.apply(operation.reason())));
        }
    }

    /** Requests that are about to change; call before they do. */
    void changing(Connection connection, OperationRow operation, Collection<RequestRow> requests)
            throws SQLException {
        for (RequestRow request : requests) {
            RequestState before = state(connection, operation.id(), request.seq());
            ActivityKind kind = before == null ? null : kind(before, request.state());
            if (kind != null) {
                LedgerEntry entry = LedgerEntry.of(kind).operation(operation).request(request);
                append(connection, entry.note(mask.apply(entry.noteValue())));
            }
        }
    }

    /** What the operator did to an operation. */
    void act(Connection connection, OperationRow operation, Act act) throws SQLException {
        append(
                connection,
                LedgerEntry.of(act.kind())
                        .operation(operation)
                        .code(act.code())
                        .reason(mask.apply(act.reason())));
    }

    /** The last target ended; call after the targets were written. */
    void ended(Connection connection, OperationRow operation) throws SQLException {
        List<String> figures = new ArrayList<>();
        int all = 0;
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT outcome, count(*) FROM target WHERE operation=? GROUP BY outcome"
                                + " ORDER BY outcome")) {
            select.setString(1, operation.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all += rows.getInt(2);
                    figures.add(rows.getString(1) + "=" + rows.getInt(2));
                }
            }
        }
        append(
                connection,
                LedgerEntry.of(ActivityKind.ENDED)
                        .operation(operation)
                        .targetCount(all)
                        .note(String.join(" ", figures)));
    }

    void unlocked(Connection connection, UnlockRow row) throws SQLException {
        append(
                connection,
                LedgerEntry.of(ActivityKind.UNLOCKED)
                        .connection(row.connectionId(), row.connectionName())
                        .reason(mask.apply(row.reason()))
                        .note(row.ends().toString()));
    }

    /** Writes down which unlocks are about to end; call before they do. */
    void locking(Connection connection, String id, Instant now) throws SQLException {
        for (UnlockRow row : Unlocks.running(connection, id, now)) {
            append(
                    connection,
                    LedgerEntry.of(ActivityKind.LOCKED)
                            .connection(row.connectionId(), row.connectionName())
                            .reason(row.reason()));
        }
    }

    private static @Nullable RequestState state(Connection connection, String operation, int seq)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT state FROM request WHERE operation=? AND seq=?")) {
            select.setString(1, operation);
            select.setInt(2, seq);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? RequestState.valueOf(rows.getString(1)) : null;
            }
        }
    }

    /** Null when nothing happened that concerns the service. */
    private static @Nullable ActivityKind kind(RequestState before, RequestState now) {
        if (before == now) {
            return null;
        }
        return switch (now) {
            case INTENDED -> null;
            case SENT ->
                    before == RequestState.UNANSWERED ? ActivityKind.SENT_AGAIN : ActivityKind.SENT;
            case ACCEPTED ->
                    before == RequestState.UNANSWERED
                            ? ActivityKind.ADOPTED
                            : ActivityKind.ACCEPTED;
            case REFUSED -> ActivityKind.REFUSED;
            case UNANSWERED -> ActivityKind.UNANSWERED;
            case UNSENT -> ActivityKind.NOT_SENT;
            case DROPPED -> ActivityKind.DROPPED;
        };
    }
}
