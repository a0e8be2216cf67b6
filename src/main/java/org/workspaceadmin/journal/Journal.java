package org.workspaceadmin.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * The durable record. Each writing method is one transaction and returns when it is on the disk;
 * one that throws changed nothing. Thread-safe; one program at a time.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final UnaryOperator<String> mask;
    private final Connection connection;
    private final @Nullable Path setAside;

    private Journal(Path file, UnaryOperator<String> mask, JournalFile.Opened opened) {
        this.file = file;
        this.mask = mask;
        this.connection = opened.connection();
        this.setAside = opened.setAside();
    }

    /**
     * Opens or creates a journal, brings it to this version and checks its integrity. A damaged
     * file is renamed and a new one begun; {@link #setAside()} tells.
     *
     * @param file where
     * @param mask masks secrets in whatever is written; a request body it changes cannot be sent
     *     after a restart
     * @param clock for the time stamps of the file's own history
     * @throws JournalException NEWER_VERSION, IN_USE or UNREADABLE; the file is left untouched
     */
    public static Journal open(Path file, UnaryOperator<String> mask, InstantSource clock) {
        return open(file, mask, clock, Schema.STEPS);
    }

    static Journal open(
            Path file, UnaryOperator<String> mask, InstantSource clock, List<List<String>> steps) {
        return new Journal(file, mask, JournalFile.open(file, steps, clock.instant()));
    }

    /** Where a damaged predecessor was moved when this one was opened. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /**
     * Writes an operation down before anything of it leaves.
     *
     * @param recorded the operation with all its requests and targets
     * @throws JournalException WRITE_FAILED
     */
    public void intend(Recorded recorded) {
        intend(recorded, "");
    }

    /**
     * The same on a guarded connection that is unlocked.
     *
     * @param recorded the operation with all its requests and targets
     * @param unlockId during which unlock it was confirmed, empty for none
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void intend(Recorded recorded, String unlockId) {
        OperationRow row = recorded.operation();
        transaction(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO operation VALUES (?,?,?,?,?,?,?,?,?,?,?)")) {
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
                insert.executeUpdate();
            }
            add(row.id(), recorded.requests());
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO target(request, outcome, progress, job_id, begin_time,"
                                    + " end_time, code, message, operation, seq, type, target_id,"
                                    + " name) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
                for (TargetRow target : recorded.targets()) {
                    Columns.state(insert, row.id(), target, mask);
                    insert.setString(11, target.state().target().type().name());
                    insert.setString(12, target.state().target().id());
                    insert.setString(13, target.state().target().name());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            if (!unlockId.isEmpty()) {
                Unlocks.link(connection, unlockId, row.id(), row.created());
            }
        });
    }

    /**
     * Writes down that a guarded connection is unlocked.
     *
     * @param unlock from when until when, and why; secrets in the reason are masked
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void unlocked(UnlockRow unlock) {
        transaction(() -> Unlocks.insert(connection, unlock, mask.apply(unlock.reason())));
    }

    /**
     * Writes down that something was done during an unlock, such as sending what had waited.
     *
     * @param unlockId which
     * @param operationId an operation in the journal
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void usedUnlock(String unlockId, String operationId, Instant now) {
        transaction(() -> Unlocks.link(connection, unlockId, operationId, now));
    }

    /**
     * Writes down that an unlock ended before its time; does nothing when it had ended.
     *
     * @param unlockId which
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void locked(String unlockId, Instant now) {
        transaction(() -> Unlocks.lock(connection, unlockId, now));
    }

    /**
     * Ends every unlock, as the end of the program does.
     *
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void lockAll(Instant now) {
        transaction(() -> Unlocks.lock(connection, "", now));
    }

    /**
     * When a connection was unlocked, oldest first.
     *
     * @param connectionId which
     * @throws JournalException UNREADABLE
     */
    public synchronized List<UnlockRow> unlocks(String connectionId) {
        try {
            return Unlocks.of(connection, connectionId);
        } catch (SQLException e) {
            throw JournalFile.failure(file, e);
        }
    }

    /**
     * The unlocks during which an operation was confirmed or resumed, oldest first.
     *
     * @param operationId which
     * @throws JournalException UNREADABLE
     */
    public synchronized List<UnlockRow> unlocksOf(String operationId) {
        try {
            return Unlocks.ofOperation(connection, operationId);
        } catch (SQLException e) {
            throw JournalFile.failure(file, e);
        }
    }

    /**
     * Writes one step of an operation down.
     *
     * @param operationId an operation in the journal
     * @param change what is new
     * @throws JournalException WRITE_FAILED
     */
    public synchronized void record(String operationId, Change change) {
        transaction(() -> {
            add(operationId, change.added());
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE request SET state=?, http_status=?, job_id=?, request_id=?,"
                                    + " problem=?, sent=?, answered=? WHERE operation=? AND seq=?")) {
                for (RequestRow row : change.requests()) {
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
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE target SET request=?, outcome=?, progress=?, job_id=?,"
                                    + " begin_time=?, end_time=?, code=?, message=?"
                                    + " WHERE operation=? AND seq=?")) {
                for (TargetRow target : change.targets()) {
                    Columns.state(update, operationId, target, mask);
                    update.addBatch();
                }
                update.executeBatch();
            }
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE operation SET ended=? WHERE id=? AND ended IS NOT ?")) {
                Columns.time(update, 1, change.ended());
                update.setString(2, operationId);
                Columns.time(update, 3, change.ended());
                update.executeUpdate();
            }
        });
    }

    /**
     * Reads every open operation and the newest ended ones.
     *
     * @param endedAtMost how many ended ones, newest first
     * @return oldest first
     * @throws JournalException UNREADABLE
     */
    public synchronized List<Recorded> load(int endedAtMost) {
        List<Recorded> all = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM operation WHERE ended IS NULL OR id IN (SELECT id FROM"
                                + " operation WHERE ended IS NOT NULL ORDER BY id DESC LIMIT ?)"
                                + " ORDER BY id")) {
            select.setInt(1, endedAtMost);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    OperationRow row = Columns.operation(rows);
                    all.add(new Recorded(row, requests(row.id()), targets(row.id())));
                }
            }
        } catch (SQLException e) {
            throw JournalFile.failure(file, e);
        }
        return all;
    }

    /** Finishes what runs and closes the file. */
    @Override
    public synchronized void close() {
        JournalFile.close(connection);
    }

    private void add(String operationId, List<RequestRow> requests) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO request VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (RequestRow row : requests) {
                insert.setString(1, operationId);
                insert.setInt(2, row.seq());
                insert.setString(3, row.request().kind().name());
                insert.setString(4, row.request().method());
                insert.setString(5, row.request().path());
                insert.setString(6, mask.apply(row.request().body()));
                insert.setString(7, Columns.sha256(row.request().body()));
                insert.setString(8, row.state().name());
                insert.setInt(9, row.httpStatus());
                insert.setString(10, row.jobId());
                insert.setString(11, row.requestId());
                insert.setString(12, masked(row.problem()));
                insert.setLong(13, row.intended().toEpochMilli());
                Columns.time(insert, 14, row.sent());
                Columns.time(insert, 15, row.answered());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What broke may quote what was sent. */
    private @Nullable String masked(@Nullable Problem problem) {
        String json = JournalJson.problem(problem);
        return json == null ? null : mask.apply(json);
    }

    private List<RequestRow> requests(String operationId) throws SQLException {
        List<RequestRow> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM request WHERE operation=? ORDER BY seq")) {
            select.setString(1, operationId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(Columns.request(rows));
                }
            }
        }
        return found;
    }

    private List<TargetRow> targets(String operationId) throws SQLException {
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

    private void transaction(Step step) {
        try {
            connection.setAutoCommit(false);
            try {
                step.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new JournalException(
                    JournalException.Cause.WRITE_FAILED, file, String.valueOf(e.getMessage()), e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
