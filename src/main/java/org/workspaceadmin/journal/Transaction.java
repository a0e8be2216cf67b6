package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** All of it or nothing. */
final class Transaction {
    private Transaction() {}

    /**
     * Runs a step in a transaction. When it throws, nothing of it stays.
     *
     * @throws SQLException the step's failure, or that of writing it down
     */
    static void run(Connection connection, Access.Step step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                step.run(connection);
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                try {
                    statement.execute("ROLLBACK");
                } catch (SQLException none) {
                    // A full disk makes SQLite roll back by itself; then there is nothing left.
                    e.addSuppressed(none);
                }
                throw e;
            }
        }
    }
}
