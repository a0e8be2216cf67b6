package org.workspaceadmin.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.OperationKind;

/**
 * The durable record. Each writing method is one transaction and returns when it is on the disk;
 * one that throws changed nothing. Every transaction that concerns a write also appends to the
 * {@link #ledger()}. Thread-safe; one program at a time.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final UnaryOperator<String> mask;
    private final Connection connection;
    private final @Nullable Path setAside;
    private final OperationTable operations;
    private final LedgerWriter writer;
    private final Ledger ledger;
    private final History history;

    private Journal(
            Path file, UnaryOperator<String> mask, LedgerWriter writer, JournalFile.Opened opened) {
        this.file = file;
        this.mask = mask;
        this.writer = writer;
        this.connection = opened.connection();
        this.setAside = opened.setAside();
        operations = new OperationTable(mask);
        Access access = new Locked();
        ledger = new Ledger(access);
        history = new History(access);
    }

    /**
     * Opens or creates a journal, brings it to this version and checks its integrity. A damaged
     * file is renamed and a new one begun; {@link #setAside()} tells.
     *
     * @param file where
     * @param mask masks secrets in whatever is written; a request body it changes cannot be sent
     *     after a restart
     * @param clock for the times in the ledger and in the file's own history
     * @throws JournalException NEWER_VERSION, IN_USE or UNREADABLE; the file is left untouched
     */
    public static Journal open(Path file, UnaryOperator<String> mask, InstantSource clock) {
        return open(file, mask, clock, Machine.UNKNOWN);
    }

    /**
     * The same, telling in the ledger from which machine.
     *
     * @param file where
     * @param mask masks secrets in whatever is written
     * @param clock for the times in the ledger and in the file's own history
     * @param machine this one
     * @throws JournalException NEWER_VERSION, IN_USE or UNREADABLE; the file is left untouched
     */
    public static Journal open(
            Path file, UnaryOperator<String> mask, InstantSource clock, Machine machine) {
        return open(file, mask, clock, machine, Schema.STEPS);
    }

    static Journal open(
            Path file,
            UnaryOperator<String> mask,
            InstantSource clock,
            Machine machine,
            List<List<String>> steps) {
        LedgerWriter writer = new LedgerWriter(mask, clock, machine);
        return new Journal(
                file, mask, writer, JournalFile.open(file, steps, clock.instant(), writer));
    }

    /** Where a damaged predecessor was moved when this one was opened. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /** The append-only ledger of every write. */
    public Ledger ledger() {
        return ledger;
    }

    /** The ended operations. */
    public History history() {
        return history;
    }

    /**
     * Tells who acts on a connection, for the ledger; until then the program itself does.
     *
     * @param actors given a connection's id; called within each transaction, so it must not block
     */
    public void actors(Function<String, Actor> actors) {
        writer.actors(actors);
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
    public void intend(Recorded recorded, String unlockId) {
        OperationRow row = recorded.operation();
        transaction(c -> {
            operations.insert(c, row);
            operations.insertRequests(c, row.id(), recorded.requests());
            operations.insertTargets(c, row.id(), recorded.targets());
            writer.intended(c, row, recorded.requests(), recorded.targets());
            if (!unlockId.isEmpty()) {
                Unlocks.link(c, unlockId, row.id(), row.created());
            }
        });
    }

    /**
     * Writes down that a guarded connection is unlocked.
     *
     * @param unlock from when until when, and why; secrets in the reason are masked
     * @throws JournalException WRITE_FAILED
     */
    public void unlocked(UnlockRow unlock) {
        transaction(c -> {
            Unlocks.insert(c, unlock, mask.apply(unlock.reason()));
            writer.unlocked(c, unlock);
        });
    }

    /**
     * Writes down that something was done during an unlock, such as sending what had waited.
     *
     * @param unlockId which
     * @param operationId an operation in the journal
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public void usedUnlock(String unlockId, String operationId, Instant now) {
        transaction(c -> Unlocks.link(c, unlockId, operationId, now));
    }

    /**
     * Writes down that an unlock ended before its time; does nothing when it had ended.
     *
     * @param unlockId which
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public void locked(String unlockId, Instant now) {
        transaction(c -> {
            writer.locking(c, unlockId, now);
            Unlocks.lock(c, unlockId, now);
        });
    }

    /**
     * Ends every unlock, as the end of the program does.
     *
     * @param now when
     * @throws JournalException WRITE_FAILED
     */
    public void lockAll(Instant now) {
        transaction(c -> {
            writer.locking(c, "", now);
            Unlocks.lock(c, "", now);
        });
    }

    /**
     * When a connection was unlocked, oldest first.
     *
     * @param connectionId which
     * @throws JournalException UNREADABLE
     */
    public List<UnlockRow> unlocks(String connectionId) {
        return reading(c -> Unlocks.of(c, connectionId));
    }

    /**
     * The unlocks during which an operation was confirmed or resumed, oldest first.
     *
     * @param operationId which
     * @throws JournalException UNREADABLE
     */
    public List<UnlockRow> unlocksOf(String operationId) {
        return reading(c -> Unlocks.ofOperation(c, operationId));
    }

    /**
     * Writes one step of an operation down.
     *
     * @param operationId an operation in the journal
     * @param change what is new
     * @throws JournalException WRITE_FAILED
     */
    public void record(String operationId, Change change) {
        transaction(c -> {
            OperationRow row = operation(c, operationId);
            writer.intended(c, row, change.added(), change.targets());
            writer.changing(c, row, change.requests());
            operations.insertRequests(c, operationId, change.added());
            operations.updateRequests(c, operationId, change.requests());
            operations.updateTargets(c, operationId, change.targets());
            Act act = change.act();
            if (act != null) {
                writer.act(c, row, act);
            }
            if (operations.updateEnd(c, row, change)) {
                writer.ended(c, row);
            }
        });
    }

    /**
     * Writes down how far an operation's waves may go.
     *
     * @param operationId an operation in the journal
     * @param pace the pacing itself does not change
     * @throws JournalException WRITE_FAILED
     */
    public void pace(String operationId, PaceRow pace) {
        transaction(c -> operations.updatePace(c, operationId, pace));
    }

    /**
     * Writes down in the ledger what the operator did to an operation, where nothing else changes.
     *
     * @param operationId an operation in the journal
     * @param act what
     * @throws JournalException WRITE_FAILED
     */
    public void act(String operationId, Act act) {
        transaction(c -> writer.act(c, operation(c, operationId), act));
    }

    /**
     * Reads every open operation and the newest ended ones.
     *
     * @param endedAtMost how many ended ones, newest first
     * @return oldest first
     * @throws JournalException UNREADABLE
     */
    public List<Recorded> load(int endedAtMost) {
        return reading(c -> OperationTable.load(c, endedAtMost));
    }

    /**
     * How long operations of a kind took before.
     *
     * @param kind which
     * @param atMost how many of the last ended operations are looked at
     * @throws JournalException UNREADABLE
     */
    public RunTimes runTimes(OperationKind kind, int atMost) {
        return reading(c -> RunTimes.read(c, kind, atMost));
    }

    /**
     * Writes down how far the search for a request without an answer is.
     *
     * @param row in place of what was written of it before
     * @throws JournalException WRITE_FAILED
     */
    public void searched(SearchRow row) {
        transaction(c -> SearchTable.put(c, row));
    }

    /**
     * Every search for a request without an answer that was ever made.
     *
     * @throws JournalException UNREADABLE
     */
    public List<SearchRow> searches() {
        return reading(SearchTable::all);
    }

    /** How many bytes the file takes, with what is not merged into it yet. */
    long size() throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(beside) ? Files.size(beside) : 0);
    }

    /** Writes everything to another file. */
    synchronized void copyTo(Path target) throws SQLException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.executeUpdate();
        }
    }

    /** Finishes what runs and closes the file. */
    @Override
    public synchronized void close() {
        JournalFile.close(connection);
    }

    private static OperationRow operation(Connection connection, String id) throws SQLException {
        return OperationTable.row(connection, id)
                .orElseThrow(() -> new SQLException("no operation " + id));
    }

    private synchronized <T> T reading(Access.Reading<T> reading) {
        try {
            return reading.read(connection);
        } catch (SQLException e) {
            throw JournalFile.failure(file, e);
        }
    }

    private synchronized void transaction(Access.Step step) {
        try {
            Transaction.run(connection, step);
        } catch (SQLException e) {
            throw JournalFile.failure(file, e, JournalException.Cause.WRITE_FAILED);
        }
    }

    private final class Locked implements Access {
        @Override
        public <T> T read(Reading<T> wanted) {
            return reading(wanted);
        }

        @Override
        public void write(Step step) {
            transaction(step);
        }
    }
}
