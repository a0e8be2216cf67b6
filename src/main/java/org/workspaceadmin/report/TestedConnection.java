package org.workspaceadmin.report;

import java.time.Instant;
import java.util.List;

/**
 * What a connection test found.
 *
 * @param connection the connection's name
 * @param at when it was run
 * @param lines one for each step, as text or JSON
 */
public record TestedConnection(String connection, Instant at, List<String> lines) {
    /** Copies the lines. */
    public TestedConnection {
        lines = List.copyOf(lines);
    }
}
