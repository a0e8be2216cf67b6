package org.workspaceadmin.ui.desktops;

import java.util.List;
import java.util.Optional;

/**
 * How the operator arranged the table; kept by the settings.
 *
 * @param columns from left to right
 * @param sortColumn key of the column sorted by, empty for the service's order
 * @param ascending direction
 * @param intervalSeconds how often the list is read again while it is on screen
 * @param details whether the details pane is open
 */
public record TableLayout(
        List<Column> columns,
        String sortColumn,
        boolean ascending,
        int intervalSeconds,
        boolean details) {
    /** Copies the list. */
    public TableLayout {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param key its name; unknown ones are ignored, missing ones appear where they do at first
     * @param width in pixels
     * @param shown whether it is on screen
     */
    public record Column(String key, double width, boolean shown) {}

    /** Where a layout is kept. */
    public interface Store {
        /** The layout of last time, empty at first. */
        Optional<TableLayout> load();

        /** Keeps a layout; called on the UI thread, must not block. */
        void save(TableLayout layout);
    }
}
