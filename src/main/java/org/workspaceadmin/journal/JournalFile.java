package org.workspaceadmin.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens the journal's file: durable settings, integrity check, setting aside a damaged one. */
final class JournalFile {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** The mark of a copy, in the file's {@code user_version}. */
    static final int COPY = 1;

    private static final int SMALLEST_PAGE = 512;

    /** How many ended operations are read at the start to see whether they can be. */
    private static final int RECENT = 500;

    /** With less room than this a failed write is taken for a full disk, bytes. */
    private static final long LEAST = 64L << 10;

    private JournalFile() {}

    /**
     * An open file.
     *
     * @param connection ready for use
     * @param setAside where a damaged predecessor was moved, null when there was none
     */
    record Opened(Connection connection, @Nullable Path setAside) {}

    static Opened open(Path file, List<List<String>> steps, Instant now, LedgerWriter ledger) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Cause.UNREADABLE, file, "its folder cannot be made", e);
        }
        if (Files.isDirectory(file)) {
            throw new JournalException(
                    JournalException.Cause.NOT_A_FILE, file, "a folder is in its place");
        }
        Connection connection = openIfSound(file, steps, now, ledger, null);
        if (connection != null) {
            return new Opened(connection, null);
        }
        Path setAside = setAside(file, now);
        connection = openIfSound(file, steps, now, ledger, setAside);
        if (connection == null) {
            throw new JournalException(
                    JournalException.Cause.UNREADABLE, file, "a new file is damaged at once");
        }
        return new Opened(connection, setAside);
    }

    /** Null when the file is damaged. */
    private static @Nullable Connection openIfSound(
            Path file,
            List<List<String>> steps,
            Instant now,
            LedgerWriter ledger,
            @Nullable Path setAside) {
        Connection connection = connectIfSound(file);
        if (connection == null) {
            return null;
        }
        try {
            int before = Schema.migrate(connection, file, steps, now);
            if (!readable(connection, file)) {
                close(connection);
                return null;
            }
            if (steps.size() >= Schema.LEDGER) {
                begin(connection, ledger, before, setAside);
                takeCopy(connection, ledger, now);
            }
            return connection;
        } catch (SQLException e) {
            close(connection);
            if (damaged(e)) {
                return null;
            }
            throw failure(file, e);
        } catch (JournalException e) {
            close(connection);
            throw e;
        }
    }

    /**
     * A file can be sound as a database and still hold bytes that mean nothing: better found now
     * than in the middle of an operation.
     */
    private static boolean readable(Connection connection, Path file) throws SQLException {
        try {
            OperationTable.load(connection, RECENT);
            return true;
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            LOG.warn("the journal {} holds rows that cannot be read: {}", file, e.toString());
            return false;
        }
    }

    /**
     * A copy that was put in the journal's place does not know what left after it was made. What
     * had not left is taken for sent without an answer, so that it is looked for in the service's
     * records and never sent again by itself.
     */
    private static void takeCopy(Connection connection, LedgerWriter ledger, Instant now)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            if (!rows.next() || rows.getInt(1) != COPY) {
                return;
            }
        }
        Transaction.run(
                connection,
                c -> {
                    try (Statement statement = c.createStatement();
                            PreparedStatement sent =
                                    c.prepareStatement(
                                            "UPDATE request SET state='SENT', sent=? WHERE state IN"
                                                    + " ('INTENDED','UNSENT') AND operation IN (SELECT id"
                                                    + " FROM operation WHERE ended IS NULL)")) {
                        sent.setLong(1, now.toEpochMilli());
                        int doubtful = sent.executeUpdate();
                        ledger.append(
                                c,
                                LedgerEntry.of(ActivityKind.RESTORED)
                                        .code(LedgerCodes.FROM_COPY)
                                        .note(Integer.toString(doubtful)));
                        statement.execute("PRAGMA user_version = 0");
                    }
                });
    }

    /** The ledger's first entry says what came before it; nothing of that is made up. */
    private static void begin(
            Connection connection, LedgerWriter ledger, int before, @Nullable Path setAside)
            throws SQLException {
        if (!LedgerEntry.head(connection).equals(LedgerHead.NONE)) {
            return;
        }
        LedgerEntry entry = LedgerEntry.of(ActivityKind.BEGUN);
        if (setAside != null) {
            entry.code(LedgerCodes.AFTER_DAMAGE).note(String.valueOf(setAside.getFileName()));
        } else if (before == 0) {
            entry.code(LedgerCodes.NEW);
        } else if (before < Schema.LEDGER) {
            entry.code(LedgerCodes.UPGRADED).note(Integer.toString(before));
        } else {
            entry.code(LedgerCodes.LOST);
        }
        Transaction.run(connection, c -> ledger.append(c, entry));
    }

    /** Null when the file is not a sound database. */
    private static @Nullable Connection connectIfSound(Path file) {
        if (cutOff(file)) {
            return null;
        }
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // One writer: the lock is held for as long as the file is open, so a second program that
        // would send the same requests cannot open it.
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setBusyTimeout(500);
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + file);
            keepPrivate(file);
            if (sound(connection)) {
                return connection;
            }
            close(connection);
            return null;
        } catch (SQLException e) {
            if (connection != null) {
                close(connection);
            }
            if (damaged(e)) {
                return null;
            }
            throw failure(file, e);
        }
    }

    private static boolean sound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Takes the exclusive lock now, not at the first write.
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("COMMIT");
            return whole(connection);
        }
    }

    /** Whether every page of a database is in order. */
    static boolean whole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
            return rows.next() && "ok".equalsIgnoreCase(rows.getString(1));
        }
    }

    /**
     * SQLite takes a file without even a first page for a new one; a journal that was is damaged.
     */
    private static boolean cutOff(Path file) {
        try {
            return Files.exists(file) && Files.size(file) < SMALLEST_PAGE;
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Cause.UNREADABLE, file, "its size cannot be read", e);
        }
    }

    /** Opens a copy, without the settings of the journal in use. */
    static Connection plain(Path copy, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        return config.createConnection("jdbc:sqlite:" + copy);
    }

    private static boolean damaged(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || primary == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    static JournalException failure(Path file, SQLException e) {
        return failure(file, e, JournalException.Cause.UNREADABLE);
    }

    /** What a failure of the database means; {@code otherwise} when it means nothing special. */
    static JournalException failure(Path file, SQLException e, JournalException.Cause otherwise) {
        int primary = e.getErrorCode() & 0xff;
        JournalException.Cause cause = otherwise;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code
                || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            cause = JournalException.Cause.IN_USE;
        } else if (primary == SQLiteErrorCode.SQLITE_FULL.code || noSpace(e, file)) {
            cause = JournalException.Cause.DISK_FULL;
        } else if (primary == SQLiteErrorCode.SQLITE_READONLY.code) {
            cause = JournalException.Cause.READ_ONLY;
        }
        return new JournalException(cause, file, String.valueOf(e.getMessage()), e);
    }

    /**
     * Some writes, such as those to the shared memory beside the file, only say that they failed.
     */
    private static boolean noSpace(SQLException e, Path file) {
        int primary = e.getErrorCode() & 0xff;
        if (primary != SQLiteErrorCode.SQLITE_IOERR.code
                && primary != SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return false;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < LEAST;
        } catch (IOException unknown) {
            LOG.debug("the free space cannot be read", unknown);
            return false;
        }
    }

    /** Moves the file and what belongs to it away, so that it can still be looked at. */
    private static Path setAside(Path file, Instant now) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(now));
            for (int n = 2; Files.exists(aside); n++) {
                aside =
                        file.resolveSibling(
                                file.getFileName() + ".damaged-" + STAMP.format(now) + "-" + n);
            }
            Files.move(file, aside);
            for (String tail : List.of("-wal", "-shm")) {
                Path beside = file.resolveSibling(file.getFileName() + tail);
                if (Files.exists(beside)) {
                    Files.move(beside, aside.resolveSibling(aside.getFileName() + tail));
                }
            }
            LOG.warn("the journal was damaged and is set aside as {}", aside);
            return aside;
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Cause.UNREADABLE, file, "damaged, and cannot be moved", e);
        }
    }

    /** Names of desktops and users are in it: only the owner may read it. */
    private static void keepPrivate(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            LOG.debug("the journal's permissions stay as they are", e);
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing the journal", e);
        }
    }
}
