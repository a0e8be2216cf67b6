package org.workspaceadmin.fleet;

import java.util.List;

/**
 * What changed since the last publication.
 *
 * @param added new rows
 * @param changed rows whose desktop or domain state changed
 * @param removed ids that are gone
 */
public record FleetChange(List<DesktopRow> added, List<DesktopRow> changed, List<String> removed) {
    /** Copies the lists. */
    public FleetChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
