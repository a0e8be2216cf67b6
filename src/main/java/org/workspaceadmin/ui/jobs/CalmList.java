package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A filtered list that stays put: a row that no longer matches remains until the filter is set
 * again, a row that matches now appears in its place. So nothing vanishes under the cursor.
 *
 * @param <T> rows, compared by identity
 */
final class CalmList<T> {
    private final List<T> all = new ArrayList<>();
    private final Set<T> present = new HashSet<>();
    private final ObservableList<T> shown = FXCollections.observableArrayList();
    private Comparator<? super T> order;
    private Predicate<? super T> filter = row -> true;

    CalmList(Comparator<? super T> order) {
        this.order = order;
    }

    /** The rows to show. */
    ObservableList<T> shown() {
        return shown;
    }

    /** Every row in order. */
    List<T> all() {
        return all;
    }

    /** Whether a row is among those to show. */
    boolean isShown(T row) {
        return present.contains(row);
    }

    /** Sets the filter and shows exactly what matches now, in the order of now. */
    void filter(Predicate<? super T> chosen) {
        filter = chosen;
        all.sort(order);
        List<T> matching = new ArrayList<>();
        for (T row : all) {
            if (filter.test(row)) {
                matching.add(row);
            }
        }
        present.clear();
        present.addAll(matching);
        shown.setAll(matching);
    }

    /** Sorts otherwise from now on. */
    void order(Comparator<? super T> chosen) {
        order = chosen;
        filter(filter);
    }

    /** Begins anew. */
    void setAll(Collection<? extends T> rows) {
        setAll(rows, filter);
    }

    /** Begins anew with another filter. */
    void setAll(Collection<? extends T> rows, Predicate<? super T> chosen) {
        all.clear();
        all.addAll(rows);
        filter(chosen);
    }

    /** Adds a row in its place. */
    void add(T row) {
        all.add(place(all, row), row);
        changed(row);
    }

    /** A row's content changed: it appears if it matches now. */
    void changed(T row) {
        if (!present.contains(row) && filter.test(row)) {
            present.add(row);
            shown.add(place(shown, row), row);
        }
    }

    private int place(List<T> rows, T row) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(rows.get(middle), row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
