package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.OperationKind;

/**
 * How long operations of a kind took before, from the first request that left to the last target
 * that ended. Only those the service itself brought to an end count: at least one target succeeded
 * and the operator settled or gave up none.
 *
 * @param runs the last operations, newest first
 * @param targets how long single targets of these took that succeeded, the newest operation's first
 */
public record RunTimes(List<Run> runs, List<Duration> targets) {
    /** No operation of the kind ended yet. */
    public static final RunTimes NONE = new RunTimes(List.of(), List.of());

    private static final int TARGETS = 500;

    /** Copies the lists. */
    public RunTimes {
        runs = List.copyOf(runs);
        targets = List.copyOf(targets);
    }

    /**
     * One operation.
     *
     * @param targets how many targets it had
     * @param took how long it took
     */
    public record Run(int targets, Duration took) {}

    static RunTimes read(Connection connection, OperationKind kind, int atMost)
            throws SQLException {
        return new RunTimes(runs(connection, kind, atMost), targets(connection, kind, atMost));
    }

    private static List<Run> runs(Connection connection, OperationKind kind, int atMost)
            throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT count(*) AS targets, o.ended - (SELECT min(sent) FROM request r"
                                + " WHERE r.operation = o.id) AS took FROM (SELECT id, ended FROM"
                                + " operation WHERE kind = ? AND ended IS NOT NULL ORDER BY id"
                                + " DESC LIMIT ?) o JOIN target t ON t.operation = o.id GROUP BY"
                                + " o.id HAVING took > 0 AND sum(t.outcome = 'SUCCEEDED') > 0 AND"
                                + " sum(t.code IN ('wa.settled.done', 'wa.settled.notDone',"
                                + " 'wa.dropped', 'wa.demo.ended')) = 0 ORDER BY o.id DESC")) {
            select.setString(1, kind.name());
            select.setInt(2, atMost);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(
                            new Run(
                                    rows.getInt("targets"),
                                    Duration.ofMillis(rows.getLong("took"))));
                }
            }
        }
        return runs;
    }

    private static List<Duration> targets(Connection connection, OperationKind kind, int atMost)
            throws SQLException {
        List<Duration> times = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT t.end_time - t.begin_time AS took FROM (SELECT id FROM operation"
                                + " WHERE kind = ? AND ended IS NOT NULL ORDER BY id DESC LIMIT ?)"
                                + " o JOIN target t ON t.operation = o.id WHERE t.outcome ="
                                + " 'SUCCEEDED' AND t.code <> 'wa.settled.done' AND"
                                + " t.end_time > t.begin_time ORDER BY o.id DESC LIMIT ?")) {
            select.setString(1, kind.name());
            select.setInt(2, atMost);
            select.setInt(3, TARGETS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    times.add(Duration.ofMillis(rows.getLong("took")));
                }
            }
        }
        return times;
    }
}
