package org.workspaceadmin.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A listener that keeps the rows as a screen would, and everything it was told. */
final class Recorder implements FleetListener {
    final Map<String, DesktopRow> rows = new LinkedHashMap<>();
    final List<FleetChange> changes = new ArrayList<>();
    final List<FleetStatus> statuses = new ArrayList<>();

    @Override
    public synchronized void changed(FleetChange change) {
        changes.add(change);
        change.added().forEach(row -> rows.put(row.id(), row));
        change.changed().forEach(row -> rows.put(row.id(), row));
        change.removed().forEach(rows::remove);
    }

    @Override
    public synchronized void status(FleetStatus status) {
        statuses.add(status);
    }

    synchronized FleetStatus last() {
        return statuses.getLast();
    }

    /** The rows as of now, for tests with threads. */
    synchronized Map<String, DesktopRow> rows() {
        return new LinkedHashMap<>(rows);
    }

    /** The changes as of now, for tests with threads. */
    synchronized List<FleetChange> changes() {
        return List.copyOf(changes);
    }
}
