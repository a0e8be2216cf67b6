package org.workspaceadmin.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * The tables and how they came to be. A later version of the program appends a step and never
 * changes one that was released; every step runs in a transaction of its own, together with the
 * note that it ran.
 */
final class Schema {
    /** The steps; the schema's version is how many of them ran. */
    static final List<List<String>> STEPS =
            List.of(
                    List.of(
                            """
                            CREATE TABLE operation (
                              id TEXT PRIMARY KEY,
                              connection_id TEXT NOT NULL,
                              connection_name TEXT NOT NULL,
                              project_id TEXT NOT NULL,
                              generation TEXT NOT NULL,
                              kind TEXT NOT NULL,
                              parameters TEXT NOT NULL,
                              reason TEXT NOT NULL,
                              retry_of TEXT NOT NULL,
                              created INTEGER NOT NULL,
                              ended INTEGER
                            ) STRICT, WITHOUT ROWID
                            """,
                            """
                            CREATE TABLE request (
                              operation TEXT NOT NULL REFERENCES operation(id),
                              seq INTEGER NOT NULL,
                              kind TEXT NOT NULL,
                              method TEXT NOT NULL,
                              path TEXT NOT NULL,
                              body TEXT NOT NULL,
                              body_sha256 TEXT NOT NULL,
                              state TEXT NOT NULL,
                              http_status INTEGER NOT NULL,
                              job_id TEXT NOT NULL,
                              request_id TEXT NOT NULL,
                              problem TEXT,
                              intended INTEGER NOT NULL,
                              sent INTEGER,
                              answered INTEGER,
                              PRIMARY KEY (operation, seq)
                            ) STRICT, WITHOUT ROWID
                            """,
                            """
                            CREATE TABLE target (
                              operation TEXT NOT NULL,
                              seq INTEGER NOT NULL,
                              request INTEGER NOT NULL,
                              type TEXT NOT NULL,
                              target_id TEXT NOT NULL,
                              name TEXT NOT NULL,
                              outcome TEXT NOT NULL,
                              progress INTEGER,
                              job_id TEXT NOT NULL,
                              begin_time INTEGER,
                              end_time INTEGER,
                              code TEXT NOT NULL,
                              message TEXT NOT NULL,
                              PRIMARY KEY (operation, seq),
                              FOREIGN KEY (operation, request) REFERENCES request(operation, seq)
                            ) STRICT, WITHOUT ROWID
                            """,
                            "CREATE INDEX operation_open ON operation(id) WHERE ended IS NULL",
                            "CREATE INDEX target_by_id ON target(target_id)"),
                    List.of(
                            """
                            CREATE TABLE unlock (
                              id TEXT PRIMARY KEY,
                              connection_id TEXT NOT NULL,
                              connection_name TEXT NOT NULL,
                              reason TEXT NOT NULL,
                              began INTEGER NOT NULL,
                              ends INTEGER NOT NULL,
                              locked INTEGER
                            ) STRICT, WITHOUT ROWID
                            """,
                            """
                            CREATE TABLE unlocked_operation (
                              unlock_id TEXT NOT NULL REFERENCES unlock(id),
                              operation TEXT NOT NULL REFERENCES operation(id),
                              at INTEGER NOT NULL,
                              PRIMARY KEY (unlock_id, operation)
                            ) STRICT, WITHOUT ROWID
                            """,
                            "CREATE INDEX unlock_by_connection ON unlock(connection_id)",
                            "CREATE INDEX unlocked_by_operation ON unlocked_operation(operation)"),
                    List.of(
                            """
                            CREATE TABLE activity (
                              seq INTEGER PRIMARY KEY,
                              at INTEGER NOT NULL,
                              kind TEXT NOT NULL,
                              actor_kind TEXT NOT NULL,
                              actor TEXT NOT NULL,
                              host TEXT NOT NULL,
                              os_user TEXT NOT NULL,
                              connection_id TEXT NOT NULL,
                              connection_name TEXT NOT NULL,
                              operation TEXT NOT NULL,
                              operation_kind TEXT NOT NULL,
                              request INTEGER NOT NULL,
                              method TEXT NOT NULL,
                              path TEXT NOT NULL,
                              body TEXT NOT NULL,
                              targets TEXT NOT NULL,
                              target_count INTEGER NOT NULL,
                              reason TEXT NOT NULL,
                              http_status INTEGER NOT NULL,
                              request_id TEXT NOT NULL,
                              job_id TEXT NOT NULL,
                              code TEXT NOT NULL,
                              note TEXT NOT NULL,
                              previous TEXT NOT NULL,
                              hash TEXT NOT NULL
                            ) STRICT
                            """,
                            """
                            CREATE TABLE activity_head (
                              one INTEGER PRIMARY KEY CHECK (one = 1),
                              seq INTEGER NOT NULL,
                              hash TEXT NOT NULL
                            ) STRICT
                            """,
                            """
                            CREATE TRIGGER activity_stays BEFORE UPDATE ON activity
                            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                            """,
                            """
                            CREATE TRIGGER activity_remains BEFORE DELETE ON activity
                            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                            """,
                            // A replacing insert would delete without the trigger above.
                            """
                            CREATE TRIGGER activity_grows BEFORE INSERT ON activity
                            WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM activity)
                            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                            """,
                            "CREATE INDEX activity_by_operation ON activity(operation, request)",
                            "CREATE INDEX operation_ended ON operation(ended)"),
                    List.of(
                            """
                            CREATE TABLE replacement (
                              operation TEXT NOT NULL,
                              seq INTEGER NOT NULL,
                              replaces INTEGER NOT NULL,
                              PRIMARY KEY (operation, seq),
                              FOREIGN KEY (operation, seq) REFERENCES request(operation, seq),
                              FOREIGN KEY (operation, replaces) REFERENCES request(operation, seq)
                            ) STRICT, WITHOUT ROWID
                            """,
                            """
                            CREATE TABLE search (
                              operation TEXT NOT NULL,
                              request INTEGER NOT NULL,
                              job_type TEXT NOT NULL,
                              began INTEGER,
                              until INTEGER,
                              looks INTEGER NOT NULL,
                              failed_looks INTEGER NOT NULL,
                              state TEXT NOT NULL,
                              candidates TEXT NOT NULL,
                              PRIMARY KEY (operation, request),
                              FOREIGN KEY (operation, request) REFERENCES request(operation, seq)
                            ) STRICT, WITHOUT ROWID
                            """),
                    List.of(
                            "ALTER TABLE operation ADD COLUMN pacing TEXT NOT NULL DEFAULT ''",
                            "ALTER TABLE operation ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0",
                            "ALTER TABLE operation ADD COLUMN forgiven INTEGER NOT NULL DEFAULT 0",
                            "ALTER TABLE operation ADD COLUMN late INTEGER NOT NULL DEFAULT 0",
                            "ALTER TABLE request ADD COLUMN wave INTEGER NOT NULL DEFAULT 0"));

    /** The version since which there is a ledger. */
    static final int LEDGER = 3;

    private Schema() {}

    /**
     * Brings a file to this version.
     *
     * @return the version it had, 0 for a new file
     * @throws JournalException NEWER_VERSION when it is ahead of this program
     */
    static int migrate(Connection connection, Path file, List<List<String>> steps, Instant now)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS schema_version"
                            + " (version INTEGER PRIMARY KEY, applied INTEGER NOT NULL) STRICT");
        }
        int version = version(connection);
        if (version > steps.size()) {
            throw new JournalException(
                    JournalException.Cause.NEWER_VERSION,
                    file,
                    "schema " + version + ", this program knows " + steps.size());
        }
        for (int step = version; step < steps.size(); step++) {
            List<String> statements = steps.get(step);
            int number = step + 1;
            Transaction.run(
                    connection,
                    c -> {
                        try (Statement statement = c.createStatement();
                                PreparedStatement note =
                                        c.prepareStatement(
                                                "INSERT INTO schema_version VALUES (?, ?)")) {
                            for (String sql : statements) {
                                statement.execute(sql);
                            }
                            note.setInt(1, number);
                            note.setLong(2, now.toEpochMilli());
                            note.executeUpdate();
                        }
                    });
        }
        return version;
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT coalesce(max(version), 0) FROM schema_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
