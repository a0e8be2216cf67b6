package org.workspaceadmin.report;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.model.Field;

/**
 * Where a report comes from; the program around implements it. Asked on a background thread, and
 * may block. Nothing has to be masked before.
 */
public interface ReportSources {
    /** Versions of the program and what it runs on, by name, in the order to show. */
    List<Field> program();

    /** The settings file; need not exist. */
    Path settings();

    /** Every connection that is kept or open. */
    List<Connection> connections();

    /** How the program reaches the network: proxy, trust; by name, in the order to show. */
    List<Field> network();

    /** The last connection test of each connection, none when none was run. */
    List<TestedConnection> tests();

    /** The folder of the log files. */
    Path logs();

    /**
     * Operations: every open one and the newest ended ones, oldest first.
     *
     * @param endedAtMost how many ended ones
     */
    List<Recorded> operations(int endedAtMost);

    /** What broke in this run. */
    UncaughtFailures failures();

    /** The names of users the program knows now, in any form they are written. */
    Collection<String> users();

    /** The names of desktops the program knows now. */
    Collection<String> desktops();
}
