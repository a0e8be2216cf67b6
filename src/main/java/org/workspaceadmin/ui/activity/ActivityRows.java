package org.workspaceadmin.ui.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.journal.Ledger;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The rows of the list. Their numbers are all there, so that the scroll bar tells the truth; the
 * entries are read page by page as they come on screen, and pages that left it long ago are
 * forgotten. UI thread only; reading is done in the background.
 */
final class ActivityRows {
    private static final int PAGE = 100;
    private static final int PAGES = 40;

    private final Ledger ledger;
    private final UiContext ui;
    private final Consumer<Throwable> failed;
    private final ObservableList<ActivityRow> rows = FXCollections.observableArrayList();
    private final Map<Integer, Boolean> pages = new LinkedHashMap<>(64, 0.75f, true);
    private int generation;

    ActivityRows(Ledger ledger, UiContext ui, Consumer<Throwable> failed) {
        this.ledger = ledger;
        this.ui = ui;
        this.failed = failed;
    }

    ObservableList<ActivityRow> list() {
        return rows;
    }

    /** Begins anew with these entries. */
    void show(long[] numbers) {
        generation++;
        pages.clear();
        List<ActivityRow> fresh = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            fresh.add(new ActivityRow(i, numbers[i]));
        }
        rows.setAll(fresh);
    }

    /** A row is on screen and wants its entry. */
    void need(ActivityRow row) {
        int page = row.index() / PAGE;
        if (pages.get(page) != null || row.index() >= rows.size()) {
            return;
        }
        pages.put(page, true);
        List<Long> numbers = new ArrayList<>();
        int end = Math.min(rows.size(), (page + 1) * PAGE);
        for (int i = page * PAGE; i < end; i++) {
            numbers.add(rows.get(i).number());
        }
        int asked = generation;
        ui.workers()
                .start(() -> ledger.read(numbers))
                .then(
                        ui.ui(),
                        found -> fill(asked, page, found),
                        failure -> {
                            if (asked == generation) {
                                pages.remove(page);
                                failed.accept(failure);
                            }
                        });
    }

    private void fill(int asked, int page, List<Activity> found) {
        if (asked != generation) {
            return;
        }
        Map<Long, Activity> byNumber = new HashMap<>();
        found.forEach(entry -> byNumber.put(entry.seq(), entry));
        int end = Math.min(rows.size(), (page + 1) * PAGE);
        for (int i = page * PAGE; i < end; i++) {
            ActivityRow row = rows.get(i);
            row.show(byNumber.get(row.number()));
        }
        forget();
    }

    private void forget() {
        Iterator<Integer> oldest = pages.keySet().iterator();
        for (int tooMany = pages.size() - PAGES; tooMany > 0; tooMany--) {
            int page = oldest.next();
            oldest.remove();
            int end = Math.min(rows.size(), (page + 1) * PAGE);
            for (int i = page * PAGE; i < end; i++) {
                rows.get(i).show(null);
            }
        }
    }
}
