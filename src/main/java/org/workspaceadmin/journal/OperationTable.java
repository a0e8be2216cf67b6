package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/** The tables of operations, requests and targets. */
final class OperationTable {
    private final UnaryOperator<String> mask;

    OperationTable(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    void insert(Connection connection, OperationRow row) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO operation(id, connection_id, connection_name, project_id,"
                                + " generation, kind, parameters, reason, retry_of, created, ended,"
                                + " pacing, cleared, forgiven, late)"
                                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setString(1, row.id());
            insert.setString(2, row.connectionId());
            insert.setString(3, row.connectionName());
            insert.setString(4, row.projectId());
            insert.setString(5, row.generation().name());
            insert.setString(6, row.kind().name());
            insert.setString(7, mask.apply(JournalJson.fields(row.parameters())));
            insert.setString(8, mask.apply(row.reason()));
            insert.setString(9, row.retryOf());
            insert.setLong(10, row.created().toEpochMilli());
            Columns.time(insert, 11, row.ended());
            insert.setString(12, JournalJson.pacing(row.pace().pacing()));
            insert.setInt(13, row.pace().cleared());
            insert.setInt(14, row.pace().forgiven());
            insert.setInt(15, row.pace().late());
            insert.executeUpdate();
        }
    }

    void updatePace(Connection connection, String operationId, PaceRow pace) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE operation SET cleared=?, forgiven=?, late=? WHERE id=?")) {
            update.setInt(1, pace.cleared());
            update.setInt(2, pace.forgiven());
            update.setInt(3, pace.late());
            update.setString(4, operationId);
            update.executeUpdate();
        }
    }

    void insertRequests(Connection connection, String operationId, Collection<RequestRow> requests)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO request(operation, seq, kind, method, path, body, body_sha256,"
                                + " state, http_status, job_id, request_id, problem, intended, sent,"
                                + " answered, wave) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (RequestRow row : requests) {
                insert.setString(1, operationId);
                insert.setInt(2, row.seq());
                insert.setString(3, row.request().kind().name());
                insert.setString(4, row.request().method());
                insert.setString(5, row.request().path());
                String masked = mask.apply(row.request().body());
                insert.setString(6, masked);
                // The hash of a body with a password would let the password be guessed offline.
                boolean exact = masked.equals(row.request().body());
                insert.setString(7, exact ? Columns.sha256(masked) : "");
                insert.setString(8, row.state().name());
                insert.setInt(9, row.httpStatus());
                insert.setString(10, row.jobId());
                insert.setString(11, row.requestId());
                insert.setString(12, masked(row.problem()));
                insert.setLong(13, row.intended().toEpochMilli());
                Columns.time(insert, 14, row.sent());
                Columns.time(insert, 15, row.answered());
                insert.setInt(16, row.wave());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (RequestRow row : requests) {
            if (row.replaces() >= 0) {
                SearchTable.replaced(connection, operationId, row);
            }
        }
    }

    void updateRequests(Connection connection, String operationId, Collection<RequestRow> requests)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE request SET state=?, http_status=?, job_id=?, request_id=?,"
                                + " problem=?, sent=?, answered=? WHERE operation=? AND seq=?")) {
            for (RequestRow row : requests) {
                update.setString(1, row.state().name());
                update.setInt(2, row.httpStatus());
                update.setString(3, row.jobId());
                update.setString(4, row.requestId());
                update.setString(5, masked(row.problem()));
                Columns.time(update, 6, row.sent());
                Columns.time(update, 7, row.answered());
                update.setString(8, operationId);
                update.setInt(9, row.seq());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void insertTargets(Connection connection, String operationId, Collection<TargetRow> targets)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO target(request, outcome, progress, job_id, begin_time,"
                                + " end_time, code, message, operation, seq, type, target_id,"
                                + " name) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (TargetRow target : targets) {
                Columns.state(insert, operationId, target, mask);
                insert.setString(11, target.state().target().type().name());
                insert.setString(12, target.state().target().id());
                insert.setString(13, target.state().target().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void updateTargets(Connection connection, String operationId, Collection<TargetRow> targets)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE target SET request=?, outcome=?, progress=?, job_id=?,"
                                + " begin_time=?, end_time=?, code=?, message=?"
                                + " WHERE operation=? AND seq=?")) {
            for (TargetRow target : targets) {
                Columns.state(update, operationId, target, mask);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Whether the operation was open and has ended by this. */
    boolean updateEnd(Connection connection, OperationRow row, Change change) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE operation SET ended=? WHERE id=? AND ended IS NOT ?")) {
            Columns.time(update, 1, change.ended());
            update.setString(2, row.id());
            Columns.time(update, 3, change.ended());
            return update.executeUpdate() > 0 && change.ended() != null;
        }
    }

    static List<Recorded> load(Connection connection, int endedAtMost) throws SQLException {
        List<OperationRow> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM operation WHERE ended IS NULL OR id IN (SELECT id FROM"
                                + " operation WHERE ended IS NOT NULL ORDER BY id DESC LIMIT ?)"
                                + " ORDER BY id")) {
            select.setInt(1, endedAtMost);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(Columns.operation(rows));
                }
            }
        }
        List<Recorded> all = new ArrayList<>(found.size());
        for (OperationRow row : found) {
            all.add(whole(connection, row));
        }
        return all;
    }

    static Optional<OperationRow> row(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM operation WHERE id=?")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Columns.operation(rows)) : Optional.empty();
            }
        }
    }

    static Recorded whole(Connection connection, OperationRow row) throws SQLException {
        return new Recorded(row, requests(connection, row.id()), targets(connection, row.id()));
    }

    /** What broke may quote what was sent. */
    private @Nullable String masked(@Nullable Problem problem) {
        String json = JournalJson.problem(problem);
        return json == null ? null : mask.apply(json);
    }

    private static List<RequestRow> requests(Connection connection, String operationId)
            throws SQLException {
        List<RequestRow> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT request.*, coalesce(replacement.replaces, -1) AS replaces FROM"
                                + " request LEFT JOIN replacement USING (operation, seq)"
                                + " WHERE operation=? ORDER BY seq")) {
            select.setString(1, operationId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(Columns.request(rows));
                }
            }
        }
        return found;
    }

    private static List<TargetRow> targets(Connection connection, String operationId)
            throws SQLException {
        List<TargetRow> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM target WHERE operation=? ORDER BY seq")) {
            select.setString(1, operationId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(Columns.target(rows));
                }
            }
        }
        return found;
    }
}
