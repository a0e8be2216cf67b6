package org.workspaceadmin.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        Path setAside = null;
        Connection connection = connectIfSound(file);
        if (connection == null) {
            setAside = setAside(file, now);
            connection = connectIfSound(file);
            if (connection == null) {
                throw new JournalException(
                        JournalException.Cause.UNREADABLE, file, "a new file is damaged at once");
            }
        }
        try {
            int before = Schema.migrate(connection, file, steps, now);
            if (steps.size() >= Schema.LEDGER) {
                begin(connection, ledger, before, setAside);
            }
            return new Opened(connection, setAside);
        } catch (SQLException e) {
            close(connection);
            throw failure(file, e);
        } catch (JournalException e) {
            close(connection);
            throw e;
        }
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
        connection.setAutoCommit(false);
        try {
            ledger.append(connection, entry);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Null when the file is not a sound database. */
    private static @Nullable Connection connectIfSound(Path file) {
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
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
                return rows.next() && "ok".equalsIgnoreCase(rows.getString(1));
            }
        }
    }

    private static boolean damaged(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || primary == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    static JournalException failure(Path file, SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        boolean busy =
                primary == SQLiteErrorCode.SQLITE_BUSY.code
                        || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
        return new JournalException(
                busy ? JournalException.Cause.IN_USE : JournalException.Cause.UNREADABLE,
                file,
                String.valueOf(e.getMessage()),
                e);
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
