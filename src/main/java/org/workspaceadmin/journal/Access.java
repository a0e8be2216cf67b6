package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** The way to the open file, for one at a time. */
interface Access {
    /** Reads something. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads it. */
        T read(Connection connection) throws SQLException;
    }

    /** Changes something. */
    @FunctionalInterface
    interface Step {
        /** Changes it. */
        void run(Connection connection) throws SQLException;
    }

    /**
     * Reads.
     *
     * @throws JournalException UNREADABLE
     */
    <T> T read(Reading<T> reading);

    /**
     * Changes something in one transaction.
     *
     * @throws JournalException WRITE_FAILED; then nothing was changed
     */
    void write(Step step);
}
