package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;

/** The ended operations: searched page by page, read one by one, forgotten when they are old. */
public final class History {
    /** How many operations go in one transaction, so that others need not wait for long. */
    private static final int BATCH = 20;

    /** The tables that hold parts of operations, those that point to others first. */
    static final List<String> FORGOTTEN =
            List.of("search", "replacement", "target", "request", "unlocked_operation");

    private static final String TARGETS =
            "SELECT 1 FROM target t WHERE t.operation = o.id AND t.outcome";

    private final Access access;

    History(Access access) {
        this.access = access;
    }

    /**
     * Some of the ended operations that fit, newest first.
     *
     * @param query which
     * @param before {@link HistoryPage#before()} of the page above, empty for the first
     * @param limit at most how many
     * @throws JournalException UNREADABLE
     */
    public HistoryPage page(HistoryQuery query, String before, int limit) {
        return access.read(connection -> {
            Conditions where = conditions(query);
            where.addIf(!before.isEmpty(), "o.id < ?", before);
            List<OperationRow> found = new ArrayList<>();
            try (PreparedStatement select =
                    where.prepare(
                            connection,
                            "SELECT o.* FROM operation o",
                            " ORDER BY o.id DESC LIMIT " + (limit + 1))) {
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(Columns.operation(rows));
                    }
                }
            }
            boolean more = found.size() > limit;
            List<OperationRow> shown = more ? found.subList(0, limit) : found;
            List<HistoryRow> rows = new ArrayList<>(shown.size());
            for (OperationRow row : shown) {
                rows.add(summary(connection, row));
            }
            return new HistoryPage(rows, more ? shown.getLast().id() : "");
        });
    }

    /**
     * How many ended operations fit.
     *
     * @param query which
     * @throws JournalException UNREADABLE
     */
    public int count(HistoryQuery query) {
        return access.read(connection -> {
            try (PreparedStatement select =
                            conditions(query)
                                    .prepare(connection, "SELECT count(*) FROM operation o", "");
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        });
    }

    /**
     * Everything recorded of one operation, open or ended.
     *
     * @param operationId which
     * @return empty when the journal does not hold it
     * @throws JournalException UNREADABLE
     */
    public Optional<Recorded> read(String operationId) {
        return access.read(connection -> {
            Optional<OperationRow> row = OperationTable.row(connection, operationId);
            return row.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OperationTable.whole(connection, row.get()));
        });
    }

    /**
     * How the targets of operations came out, open ones included, without reading the operations.
     *
     * @param since operations confirmed then or later
     * @return by operation, oldest first
     * @throws JournalException UNREADABLE
     */
    public List<OutcomeCount> outcomes(Instant since) {
        return access.read(connection -> {
            List<OutcomeCount> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "SELECT o.created, t.outcome, count(*) FROM operation o JOIN target t"
                                    + " ON t.operation = o.id WHERE o.created >= ?"
                                    + " GROUP BY o.id, t.outcome ORDER BY o.id")) {
                select.setLong(1, since.toEpochMilli());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(
                                new OutcomeCount(
                                        Instant.ofEpochMilli(rows.getLong(1)),
                                        Outcome.valueOf(rows.getString(2)),
                                        rows.getInt(3)));
                    }
                }
            }
            return found;
        });
    }

    /**
     * Forgets operations that ended long ago; open ones and the ledger stay. An operation that an
     * open one retries stays too.
     *
     * @param endedBefore those that ended before this
     * @return how many were forgotten
     * @throws JournalException WRITE_FAILED; what was forgotten until then stays forgotten
     */
    public int prune(Instant endedBefore) {
        int forgotten = 0;
        List<String> old;
        do {
            old = access.read(connection -> endedBefore(connection, endedBefore));
            List<String> batch = old;
            access.write(connection -> {
                for (String id : batch) {
                    forget(connection, id);
                }
            });
            forgotten += old.size();
        } while (old.size() == BATCH);
        return forgotten;
    }

    /**
     * When the operation that ended last did so.
     *
     * @return empty when none has ended
     * @throws JournalException UNREADABLE
     */
    public Optional<Instant> newestEnd() {
        return access.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT max(ended) AS newest FROM operation");
                    ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.ofNullable(Columns.time(rows, "newest"))
                        : Optional.empty();
            }
        });
    }

    private static List<String> endedBefore(Connection connection, Instant limit)
            throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id FROM operation o WHERE ended < ? AND NOT EXISTS (SELECT 1 FROM"
                                + " operation r WHERE r.retry_of = o.id AND r.ended IS NULL)"
                                + " ORDER BY id LIMIT "
                                + BATCH)) {
            select.setLong(1, limit.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static void forget(Connection connection, String id) throws SQLException {
        for (String table : FORGOTTEN) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE operation=?")) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM operation WHERE id=?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private static HistoryRow summary(Connection connection, OperationRow row) throws SQLException {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT outcome, count(*) FROM target WHERE operation=? GROUP BY outcome")) {
            select.setString(1, row.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    outcomes.put(Outcome.valueOf(rows.getString(1)), rows.getInt(2));
                }
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM request WHERE operation=?")) {
            select.setString(1, row.id());
            try (ResultSet rows = select.executeQuery()) {
                return new HistoryRow(row, rows.next() ? rows.getInt(1) : 0, outcomes);
            }
        }
    }

    private static Conditions conditions(HistoryQuery query) {
        Conditions where = new Conditions();
        where.add("o.ended IS NOT NULL");
        where.addIf(!query.connectionId().isEmpty(), "o.connection_id = ?", query.connectionId());
        where.addIn("o.kind", query.kinds().stream().map(OperationKind::name).toList());
        from(where, "o.ended >= ?", query.from());
        from(where, "o.ended < ?", query.until());
        switch (query.result()) {
            case ANY -> {}
            case WITH_FAILURES -> where.add("EXISTS (" + TARGETS + " = ?)", Outcome.FAILED.name());
            case WITH_LEFT_OUT -> where.add("EXISTS (" + TARGETS + " = ?)", Outcome.SKIPPED.name());
            case ALL_SUCCEEDED ->
                    where.add("NOT EXISTS (" + TARGETS + " <> ?)", Outcome.SUCCEEDED.name());
        }
        if (!query.text().isBlank()) {
            String part = Conditions.containing(query.text());
            where.add(
                    "(o.id LIKE ? ESCAPE '\\' OR o.connection_name LIKE ? ESCAPE '\\' OR"
                            + " o.reason LIKE ? ESCAPE '\\' OR o.parameters LIKE ? ESCAPE '\\' OR"
                            + " EXISTS (SELECT 1 FROM request r WHERE r.operation = o.id AND"
                            + " (r.request_id LIKE ? ESCAPE '\\' OR r.job_id LIKE ? ESCAPE '\\'))"
                            + " OR EXISTS (SELECT 1 FROM target t WHERE t.operation = o.id AND"
                            + " (t.name LIKE ? ESCAPE '\\' OR t.target_id LIKE ? ESCAPE '\\' OR"
                            + " t.job_id LIKE ? ESCAPE '\\')))",
                    part,
                    part,
                    part,
                    part,
                    part,
                    part,
                    part,
                    part,
                    part);
        }
        return where;
    }

    static void from(Conditions where, String condition, @Nullable Instant at) {
        if (at != null) {
            where.add(condition, at.toEpochMilli());
        }
    }
}
