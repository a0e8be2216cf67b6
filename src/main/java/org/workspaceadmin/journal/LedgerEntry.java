package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.Problem;

/** An entry of the ledger in the making; columns that are not set are empty. */
final class LedgerEntry {
    static final List<String> NUMBERS =
            List.of("seq", "at", "request", "target_count", "http_status");
    private static final String INSERT =
            "INSERT INTO activity("
                    + String.join(",", LedgerForm.COLUMNS)
                    + ",previous,hash)"
                    + " VALUES ("
                    + "?,".repeat(LedgerForm.COLUMNS.size())
                    + "?,?)";

    private final Map<String, String> values = new HashMap<>();

    private LedgerEntry(ActivityKind kind) {
        values.put("kind", kind.name());
        values.put("request", "-1");
    }

    static LedgerEntry of(ActivityKind kind) {
        return new LedgerEntry(kind);
    }

    LedgerEntry connection(String id, String name) {
        return with("connection_id", id).with("connection_name", name);
    }

    LedgerEntry operation(OperationRow row) {
        return connection(row.connectionId(), row.connectionName())
                .with("operation", row.id())
                .with("operation_kind", row.kind().name());
    }

    /** Which request, and what is known of its answer; not its body. */
    LedgerEntry request(RequestRow row) {
        with("request", Integer.toString(row.seq()));
        with("method", row.request().method()).with("path", row.request().path());
        with("request_id", row.requestId()).with("job_id", row.jobId());
        with("http_status", Integer.toString(row.httpStatus()));
        Problem problem = row.problem();
        if (problem != null) {
            with("code", problem.code().isEmpty() ? problem.kind().name() : problem.code());
            with("note", problem.message());
        }
        return this;
    }

    LedgerEntry body(String masked, List<String> targets) {
        return with("body", masked).with("targets", String.join(", ", targets));
    }

    LedgerEntry targetCount(int count) {
        return with("target_count", Integer.toString(count));
    }

    LedgerEntry reason(String masked) {
        return with("reason", masked);
    }

    LedgerEntry code(String code) {
        return with("code", code);
    }

    LedgerEntry note(String masked) {
        return with("note", masked);
    }

    String connectionId() {
        return value("connection_id");
    }

    String noteValue() {
        return value("note");
    }

    private LedgerEntry with(String column, String value) {
        values.put(column, value);
        return this;
    }

    private String value(String column) {
        return values.getOrDefault(column, NUMBERS.contains(column) ? "0" : "");
    }

    /** Appends it to the chain, within the caller's transaction. */
    void append(Connection connection, Instant at, Actor actor, Machine machine)
            throws SQLException {
        LedgerHead head = head(connection);
        // Behind whatever is there, so that a removed end stays visible as a gap for good.
        long seq = Math.max(head.seq(), lastSeq(connection)) + 1;
        with("seq", Long.toString(seq)).with("at", Long.toString(at.toEpochMilli()));
        with("actor_kind", actor.kind().name()).with("actor", actor.name());
        with("host", machine.host()).with("os_user", machine.user());
        List<String> fields = LedgerForm.COLUMNS.stream().map(this::value).toList();
        String hash = LedgerForm.hash(head.hash(), fields);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int index = 1;
            for (String column : LedgerForm.COLUMNS) {
                if (NUMBERS.contains(column)) {
                    insert.setLong(index++, Long.parseLong(value(column)));
                } else {
                    insert.setString(index++, value(column));
                }
            }
            insert.setString(index++, head.hash());
            insert.setString(index, hash);
            insert.executeUpdate();
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO activity_head VALUES (1,?,?)")) {
            update.setLong(1, seq);
            update.setString(2, hash);
            update.executeUpdate();
        }
    }

    /** The recorded end, {@link LedgerHead#NONE} when there is none. */
    static LedgerHead head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq, hash FROM activity_head")) {
            return rows.next()
                    ? new LedgerHead(rows.getLong(1), rows.getString(2))
                    : LedgerHead.NONE;
        }
    }

    static long lastSeq(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT max(seq) FROM activity")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** What an entry's hash is made of, as it is stored. */
    static List<String> fields(ResultSet rows) throws SQLException {
        List<String> fields = new ArrayList<>(LedgerForm.COLUMNS.size());
        for (String column : LedgerForm.COLUMNS) {
            fields.add(String.valueOf(rows.getString(column)));
        }
        return fields;
    }
}
