package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tables of unlocked connections and of what was done meanwhile. */
final class Unlocks {
    private Unlocks() {}

    static void insert(Connection connection, UnlockRow row, String reason) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO unlock VALUES (?,?,?,?,?,?,?)")) {
            insert.setString(1, row.id());
            insert.setString(2, row.connectionId());
            insert.setString(3, row.connectionName());
            insert.setString(4, reason);
            insert.setLong(5, row.began().toEpochMilli());
            insert.setLong(6, row.ends().toEpochMilli());
            Columns.time(insert, 7, row.locked());
            insert.executeUpdate();
        }
    }

    /** Which of these are still unlocked; an empty id means all of them. */
    static List<UnlockRow> running(Connection connection, String id, Instant now)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM unlock WHERE locked IS NULL AND ends>? AND (?='' OR id=?)"
                                + " ORDER BY id")) {
            select.setLong(1, now.toEpochMilli());
            select.setString(2, id);
            select.setString(3, id);
            return read(select);
        }
    }

    /** Locks whatever of these is still unlocked; an empty id means all of them. */
    static void lock(Connection connection, String id, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE unlock SET locked=? WHERE locked IS NULL AND ends>? AND (?='' OR"
                                + " id=?)")) {
            update.setLong(1, now.toEpochMilli());
            update.setLong(2, now.toEpochMilli());
            update.setString(3, id);
            update.setString(4, id);
            update.executeUpdate();
        }
    }

    static void link(Connection connection, String id, String operationId, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR IGNORE INTO unlocked_operation VALUES (?,?,?)")) {
            insert.setString(1, id);
            insert.setString(2, operationId);
            insert.setLong(3, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    static List<UnlockRow> of(Connection connection, String connectionId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT * FROM unlock WHERE connection_id=? ORDER BY id")) {
            select.setString(1, connectionId);
            return read(select);
        }
    }

    static List<UnlockRow> ofOperation(Connection connection, String operationId)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT u.* FROM unlock u JOIN unlocked_operation o ON o.unlock_id=u.id"
                                + " WHERE o.operation=? ORDER BY u.id")) {
            select.setString(1, operationId);
            return read(select);
        }
    }

    private static List<UnlockRow> read(PreparedStatement select) throws SQLException {
        List<UnlockRow> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(
                        new UnlockRow(
                                rows.getString("id"),
                                rows.getString("connection_id"),
                                rows.getString("connection_name"),
                                rows.getString("reason"),
                                Instant.ofEpochMilli(rows.getLong("began")),
                                Instant.ofEpochMilli(rows.getLong("ends")),
                                Columns.time(rows, "locked")));
            }
        }
        return found;
    }
}
