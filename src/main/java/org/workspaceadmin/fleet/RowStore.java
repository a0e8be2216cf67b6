package org.workspaceadmin.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;

/**
 * The rows in memory, and what about them was not published yet. Thread-safe; every call is short.
 * Rows are compared by value, so that reading the same again changes nothing, and an unchanged
 * desktop keeps the object it has.
 */
final class RowStore {
    private enum Difference {
        ADDED,
        CHANGED,
        REMOVED
    }

    private final Map<String, Difference> unpublished = new LinkedHashMap<>();
    private Map<String, DesktopRow> rows = new LinkedHashMap<>();
    private @Nullable List<DesktopRow> snapshot;
    private int checked;

    /**
     * Takes in desktops as the service reports them now; removes nothing.
     *
     * @param desktops any part of the fleet
     */
    synchronized void merge(Collection<Desktop> desktops) {
        for (Desktop desktop : desktops) {
            DesktopRow old = rows.get(desktop.id());
            if (old == null) {
                put(new DesktopRow(desktop, null), Difference.ADDED);
            } else if (!old.desktop().equals(desktop)) {
                DesktopRow row = new DesktopRow(desktop, old.domain());
                put(row.domainApplies() ? row : withoutDomain(row), Difference.CHANGED);
            }
        }
    }

    /**
     * Takes in answers of the domain check; answers for desktops that are gone are dropped.
     *
     * @param checks newest knowledge
     */
    synchronized void check(Collection<DomainCheck> checks) {
        for (DomainCheck check : checks) {
            DesktopRow old = rows.get(check.desktopId());
            if (old != null && !check.equals(old.domain())) {
                checked += old.domain() == null ? 1 : 0;
                put(new DesktopRow(old.desktop(), check), Difference.CHANGED);
            }
        }
    }

    /**
     * Ends a complete read: removes what is gone and takes over the service's order; rows that the
     * order does not name come last.
     *
     * @param order every desktop of the list
     * @param gone ids the service no longer lists
     */
    synchronized void settle(List<Desktop> order, Set<String> gone) {
        merge(order.stream().filter(desktop -> !rows.containsKey(desktop.id())).toList());
        gone.forEach(this::remove);
        Map<String, DesktopRow> ordered = LinkedHashMap.newLinkedHashMap(rows.size());
        for (Desktop desktop : order) {
            DesktopRow row = rows.remove(desktop.id());
            if (row != null) {
                ordered.put(row.id(), row);
            }
        }
        ordered.putAll(rows);
        rows = ordered;
        snapshot = null;
    }

    /** Everything unpublished, which then counts as published. */
    synchronized FleetChange drain() {
        List<DesktopRow> added = new ArrayList<>();
        List<DesktopRow> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        unpublished.forEach((id, difference) -> {
            DesktopRow row = rows.get(id);
            if (row == null) {
                removed.add(id);
            } else {
                (difference == Difference.ADDED ? added : changed).add(row);
            }
        });
        unpublished.clear();
        return new FleetChange(added, changed, removed);
    }

    /** All rows in order; the same list until something changes. */
    synchronized List<DesktopRow> rows() {
        List<DesktopRow> current = snapshot;
        if (current == null) {
            current = List.copyOf(rows.values());
            snapshot = current;
        }
        return current;
    }

    /** One row, null when there is none. */
    synchronized @Nullable DesktopRow row(String id) {
        return rows.get(id);
    }

    /** The ids in memory now, as a copy. */
    synchronized List<String> ids() {
        return List.copyOf(rows.keySet());
    }

    /** How many rows. */
    synchronized int size() {
        return rows.size();
    }

    /** How many rows have a domain state. */
    synchronized int checked() {
        return checked;
    }

    private DesktopRow withoutDomain(DesktopRow row) {
        checked -= row.domain() == null ? 0 : 1;
        return new DesktopRow(row.desktop(), null);
    }

    private void put(DesktopRow row, Difference difference) {
        rows.put(row.id(), row);
        snapshot = null;
        unpublished.merge(row.id(), difference, RowStore::together);
    }

    private void remove(String id) {
        DesktopRow row = rows.remove(id);
        if (row == null) {
            return;
        }
        checked -= row.domain() == null ? 0 : 1;
        snapshot = null;
        if (unpublished.get(id) == Difference.ADDED) {
            unpublished.remove(id);
        } else {
            unpublished.put(id, Difference.REMOVED);
        }
    }

    /** What two differences since the last publication amount to for somebody who saw neither. */
    private static Difference together(Difference earlier, Difference later) {
        return earlier == Difference.ADDED
                ? Difference.ADDED
                : later == Difference.ADDED ? Difference.CHANGED : later;
    }
}
