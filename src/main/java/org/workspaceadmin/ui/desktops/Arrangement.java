package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All desktops in the operator's order and, of them, the rows shown. Rows never move by themselves:
 * facts change in place, new rows come last, rows that are gone or stopped matching stay until
 * {@link #show} or {@link #reorder} is called for the operator. UI thread only, except {@link
 * #sort}.
 */
final class Arrangement {
    private final Map<String, DesktopItem> byId = new HashMap<>();
    private final List<DesktopItem> order = new ArrayList<>();
    private final RowList rows = new RowList();
    private Predicate<DesktopFacts> filter = facts -> true;

    /** The rows shown. */
    RowList rows() {
        return rows;
    }

    /** The desktop of an id, null when unknown. */
    @Nullable DesktopItem item(String id) {
        return byId.get(id);
    }

    /** All desktops known, gone ones too. */
    Collection<DesktopItem> all() {
        return order;
    }

    /** Takes newer facts: known rows change in place, rows that are or became a match come last. */
    void update(List<DesktopFacts> newer) {
        List<DesktopItem> appearing = new ArrayList<>();
        for (DesktopFacts facts : newer) {
            DesktopItem item = byId.get(facts.id());
            if (item == null) {
                item = new DesktopItem(facts);
                byId.put(item.id(), item);
                order.add(item);
            } else {
                item.update(facts);
            }
            if (item.position < 0 && filter.test(facts)) {
                item.position = Integer.MAX_VALUE; // spoken for, also when it comes twice
                appearing.add(item);
            }
        }
        rows.append(appearing);
    }

    /**
     * Marks desktops the service no longer lists; they stay in place until the next arrangement.
     */
    void remove(List<String> ids) {
        for (String id : ids) {
            DesktopItem item = byId.get(id);
            if (item != null && !item.facts().gone()) {
                item.update(item.facts().asGone());
            }
        }
    }

    /** Shows what matches now, without what is gone. */
    void show(Predicate<DesktopFacts> matching) {
        filter = matching;
        DesktopItem[] shown = new DesktopItem[order.size()];
        int count = 0;
        for (DesktopItem item : order) {
            DesktopFacts facts = item.facts();
            if (!facts.gone() && matching.test(facts)) {
                shown[count++] = item;
            }
        }
        rows.replace(shown, count);
    }

    /** What {@link #sort} needs, taken on the UI thread. */
    Snapshot snapshot() {
        DesktopItem[] items = order.toArray(DesktopItem[]::new);
        DesktopFacts[] facts = new DesktopFacts[items.length];
        for (int i = 0; i < items.length; i++) {
            facts[i] = items[i].facts();
        }
        return new Snapshot(items, facts);
    }

    /**
     * Sorts off the UI thread by keys worked out once.
     *
     * @param snapshot the desktops
     * @param column the column
     * @param ascending the direction
     * @return the desktops in order; those equal keep the order they had
     */
    static DesktopItem[] sort(Snapshot snapshot, DesktopColumn column, boolean ascending) {
        record Keyed(DesktopItem item, DesktopColumn.SortKey key) {}
        Keyed[] keyed = new Keyed[snapshot.items.length];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = new Keyed(snapshot.items[i], column.sortKey(snapshot.facts[i]));
        }
        Arrays.sort(keyed, (a, b) -> a.key().compare(b.key(), ascending));
        DesktopItem[] sorted = new DesktopItem[keyed.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = keyed[i].item();
        }
        return sorted;
    }

    /**
     * Takes a new order and forgets what is gone.
     *
     * @param sorted the desktops of an earlier snapshot; those that came since follow them
     */
    void reorder(DesktopItem[] sorted) {
        List<DesktopItem> since = new ArrayList<>(order.subList(sorted.length, order.size()));
        order.clear();
        for (DesktopItem item : sorted) {
            keep(item);
        }
        since.forEach(this::keep);
        show(filter);
    }

    private void keep(DesktopItem item) {
        if (item.facts().gone()) {
            byId.remove(item.id());
        } else {
            order.add(item);
        }
    }

    /** Desktops and their facts at one moment. */
    static final class Snapshot {
        private final DesktopItem[] items;
        private final DesktopFacts[] facts;

        private Snapshot(DesktopItem[] items, DesktopFacts[] facts) {
            this.items = items;
            this.facts = facts;
        }
    }
}
