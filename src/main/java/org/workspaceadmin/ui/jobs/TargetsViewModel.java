package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/** The targets of one operation; quick with 10,000 of them. */
public final class TargetsViewModel {
    private final CalmList<TargetEntry> rows =
            new CalmList<>(Comparator.comparingInt(TargetEntry::index));
    private final ObjectProperty<TargetFilter> filter =
            new SimpleObjectProperty<>(TargetFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private @Nullable String operationId;

    TargetsViewModel() {
        filter.addListener((o, was, is) -> refilter());
        search.addListener((o, was, is) -> refilter());
    }

    /** The rows to show. */
    public ObservableList<TargetEntry> rows() {
        return rows.shown();
    }

    /** Which outcomes are shown. */
    public ObjectProperty<TargetFilter> filterProperty() {
        return filter;
    }

    /** Words that name, job, code or message must contain. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Shows an operation, or its new state when it is shown already; null shows nothing. */
    void show(@Nullable OperationState state) {
        if (state == null) {
            operationId = null;
            rows.setAll(List.of());
            return;
        }
        List<TargetState> targets = state.targets();
        if (state.id().equals(operationId) && targets.size() == rows.all().size()) {
            for (int i = 0; i < targets.size(); i++) {
                TargetEntry row = rows.all().get(i);
                if (row.show(targets.get(i))) {
                    rows.changed(row);
                }
            }
            return;
        }
        boolean another = !state.id().equals(operationId);
        operationId = state.id();
        List<TargetEntry> fresh = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            fresh.add(new TargetEntry(i, targets.get(i)));
        }
        if (another) {
            search.set("");
            filter.set(TargetFilter.ALL);
        }
        rows.setAll(fresh);
    }

    private void refilter() {
        TargetFilter wanted = filter.get();
        String text = search.get().strip().toLowerCase(Locale.ROOT);
        rows.filter(row -> wanted.matches(row.state().outcome()) && contains(row.state(), text));
    }

    private static boolean contains(TargetState state, String text) {
        return text.isEmpty()
                || has(state.target().name(), text)
                || has(state.target().id(), text)
                || has(state.jobId(), text)
                || has(state.code(), text)
                || has(state.message(), text);
    }

    private static boolean has(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
