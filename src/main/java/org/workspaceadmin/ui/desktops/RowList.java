package org.workspaceadmin.ui.desktops;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The rows shown, over one array, telling each item where it stands. A replacement is one change
 * whatever the size, which is what keeps filtering 50,000 rows within a frame.
 */
final class RowList extends ObservableListBase<DesktopItem> {
    private DesktopItem[] rows = new DesktopItem[0];
    private int size;

    @Override
    public DesktopItem get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return rows[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(Object item) {
        return item instanceof DesktopItem row && row.position >= 0 && get(row.position) == row
                ? row.position
                : -1;
    }

    @Override
    public boolean contains(Object item) {
        return indexOf(item) >= 0;
    }

    /**
     * Shows other rows, or the same ones in another order.
     *
     * @param next holds the rows; not to be changed afterwards
     * @param count how many of them
     */
    void replace(DesktopItem[] next, int count) {
        beginChange();
        List<DesktopItem> removed = Arrays.asList(rows).subList(0, size);
        removed.forEach(item -> item.position = -1);
        rows = next;
        size = count;
        for (int i = 0; i < count; i++) {
            next[i].position = i;
        }
        nextReplace(0, count, removed);
        endChange();
    }

    /** Adds rows at the end; those before stay where they are. */
    void append(Collection<DesktopItem> more) {
        if (more.isEmpty()) {
            return;
        }
        beginChange();
        int from = size;
        if (size + more.size() > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(size + more.size(), size + size / 2));
        }
        for (DesktopItem item : more) {
            item.position = size;
            rows[size++] = item;
        }
        nextAdd(from, size);
        endChange();
    }
}
