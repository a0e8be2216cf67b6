package org.workspaceadmin.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last connection test of each connection in this run. Safe for use by many threads. */
public final class ConnectionTests {
    /** How many connections are kept; the one tested longest ago goes first. */
    public static final int MOST = 20;

    private final Map<String, TestedConnection> last = new LinkedHashMap<>();

    /** None yet. */
    public ConnectionTests() {}

    /**
     * Keeps a test, in place of an earlier one of that connection.
     *
     * @param connection the connection's name
     * @param at when it was run
     * @param lines one for each step, or one of JSON
     */
    public synchronized void add(String connection, Instant at, List<String> lines) {
        last.remove(connection);
        last.put(connection, new TestedConnection(connection, at, lines));
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    /** The kept ones, oldest first. */
    public synchronized List<TestedConnection> entries() {
        return List.copyOf(last.values());
    }
}
