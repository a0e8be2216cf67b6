package org.workspaceadmin.journal;

import java.util.List;

/**
 * Some of the operations that were asked for.
 *
 * @param rows newest first
 * @param before what to pass on for the next page, empty when this is the last one
 */
public record HistoryPage(List<HistoryRow> rows, String before) {
    /** Copies the list. */
    public HistoryPage {
        rows = List.copyOf(rows);
    }
}
