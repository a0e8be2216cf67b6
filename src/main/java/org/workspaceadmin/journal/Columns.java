package org.workspaceadmin.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

/** Rows to columns and back. Times are milliseconds since 1970, UTC. */
final class Columns {
    private Columns() {}

    static void state(
            PreparedStatement statement,
            String operationId,
            TargetRow target,
            UnaryOperator<String> mask)
            throws SQLException {
        TargetState state = target.state();
        statement.setInt(1, target.request());
        statement.setString(2, state.outcome().name());
        Integer progress = state.progress();
        if (progress == null) {
            statement.setNull(3, Types.INTEGER);
        } else {
            statement.setInt(3, progress);
        }
        statement.setString(4, state.jobId());
        time(statement, 5, state.begin());
        time(statement, 6, state.end());
        statement.setString(7, state.code());
        statement.setString(8, mask.apply(state.message()));
        statement.setString(9, operationId);
        statement.setInt(10, target.seq());
    }

    static OperationRow operation(ResultSet rows) throws SQLException {
        return new OperationRow(
                rows.getString("id"),
                rows.getString("connection_id"),
                rows.getString("connection_name"),
                rows.getString("project_id"),
                Generation.valueOf(rows.getString("generation")),
                OperationKind.valueOf(rows.getString("kind")),
                JournalJson.fields(rows.getString("parameters")),
                rows.getString("reason"),
                rows.getString("retry_of"),
                Instant.ofEpochMilli(rows.getLong("created")),
                time(rows, "ended"),
                new PaceRow(
                        JournalJson.pacing(rows.getString("pacing")),
                        rows.getInt("cleared"),
                        rows.getInt("forgiven"),
                        rows.getInt("late")));
    }

    static RequestRow request(ResultSet rows) throws SQLException {
        String body = rows.getString("body");
        return new RequestRow(
                rows.getInt("seq"),
                new WriteRequest(
                        WriteKind.valueOf(rows.getString("kind")),
                        rows.getString("method"),
                        rows.getString("path"),
                        body),
                sha256(body).equals(rows.getString("body_sha256")),
                RequestState.valueOf(rows.getString("state")),
                rows.getInt("http_status"),
                rows.getString("job_id"),
                rows.getString("request_id"),
                JournalJson.problem(rows.getString("problem")),
                Instant.ofEpochMilli(rows.getLong("intended")),
                time(rows, "sent"),
                time(rows, "answered"),
                rows.getInt("replaces"),
                rows.getInt("wave"));
    }

    static TargetRow target(ResultSet rows) throws SQLException {
        Target target =
                new Target(
                        Target.Type.valueOf(rows.getString("type")),
                        rows.getString("target_id"),
                        rows.getString("name"));
        int progress = rows.getInt("progress");
        Integer percent = rows.wasNull() ? null : Integer.valueOf(progress);
        return new TargetRow(
                rows.getInt("seq"),
                rows.getInt("request"),
                new TargetState(
                        target,
                        Outcome.valueOf(rows.getString("outcome")),
                        percent,
                        rows.getString("job_id"),
                        time(rows, "begin_time"),
                        time(rows, "end_time"),
                        rows.getString("code"),
                        rows.getString("message"),
                        false));
    }

    static void time(PreparedStatement statement, int index, @Nullable Instant time)
            throws SQLException {
        if (time == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, time.toEpochMilli());
        }
    }

    static @Nullable Instant time(ResultSet rows, String column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
