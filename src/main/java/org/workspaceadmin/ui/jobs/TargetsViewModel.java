package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;

/**
 * The targets of one operation, failed first as of when they were sorted last; quick with 20,000 of
 * them.
 */
public final class TargetsViewModel {
    private final CalmList<TargetEntry> rows =
            new CalmList<>(
                    Comparator.comparingInt(TargetEntry::rank)
                            .thenComparingInt(TargetEntry::index));
    private final ObjectProperty<TargetFilter> filter =
            new SimpleObjectProperty<>(TargetFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Causes.@Nullable Key> cause = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable JobRow> part = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Causes.Group>> causes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper unsorted = new ReadOnlyBooleanWrapper();
    private @Nullable String operationId;
    private List<TargetState> seen = List.of();
    private List<TargetEntry> byIndex = List.of();
    private Set<Integer> indices = Set.of();
    private boolean resetting;

    TargetsViewModel() {
        filter.addListener((o, was, is) -> sort());
        search.addListener((o, was, is) -> sort());
        cause.addListener((o, was, is) -> sort());
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

    /** Only targets that failed of this; null for any. */
    public ObjectProperty<Causes.@Nullable Key> causeProperty() {
        return cause;
    }

    /** What the operation's targets failed of, the most frequent first. */
    public ReadOnlyObjectProperty<List<Causes.Group>> causesProperty() {
        return causes.getReadOnlyProperty();
    }

    /** Only the targets of this request or job; null for all. */
    public ReadOnlyObjectProperty<@Nullable JobRow> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Whether a target got worse than where it stands, so that sorting would move it up. */
    public ReadOnlyBooleanProperty unsortedProperty() {
        return unsorted.getReadOnlyProperty();
    }

    /**
     * Shows only the targets of a request or a job.
     *
     * @param row which, null for all targets
     */
    public void part(@Nullable JobRow row) {
        part.set(row);
        indices = row instanceof PartRow some ? Set.copyOf(some.indices()) : Set.of();
        sort();
    }

    /**
     * A row of the operation that is shown, whether or not the filters show it.
     *
     * @param index its place in the operation
     * @return null when there is none
     */
    public @Nullable TargetEntry row(int index) {
        return index >= 0 && index < byIndex.size() ? byIndex.get(index) : null;
    }

    /** Sorts anew: failed first, then unknown, under way, left out, done. */
    public void sort() {
        if (resetting) {
            return;
        }
        byIndex.forEach(TargetEntry::takeRank);
        unsorted.set(false);
        rows.filter(matching());
    }

    /**
     * Shows the targets of a job, or their new state when it is shown already.
     *
     * @param job the operation's id, null to show nothing
     * @param targets its targets
     */
    void show(@Nullable String job, List<TargetState> targets) {
        if (job == null) {
            operationId = null;
            fill(List.of());
        } else if (!job.equals(operationId)) {
            operationId = job;
            resetting = true;
            search.set("");
            filter.set(TargetFilter.ALL);
            cause.set(null);
            part.set(null);
            indices = Set.of();
            resetting = false;
            fill(targets);
        } else if (targets.size() != byIndex.size()) {
            fill(targets);
        } else {
            merge(targets);
        }
    }

    private void merge(List<TargetState> targets) {
        boolean worse = unsorted.get();
        boolean failed = false;
        for (int i = 0; i < targets.size(); i++) {
            TargetState next = targets.get(i);
            TargetEntry row = byIndex.get(i);
            if (row.show(next)) {
                failed |= next.outcome() == Outcome.FAILED;
                if (!rows.isShown(row)) {
                    row.takeRank();
                }
                rows.changed(row);
                worse |= rows.isShown(row) && row.isWorse();
            }
        }
        unsorted.set(worse);
        seen = targets;
        if (failed) {
            causes.set(Causes.of(seen));
        }
    }

    private void fill(List<TargetState> targets) {
        seen = targets;
        List<TargetEntry> fresh = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            fresh.add(new TargetEntry(i, targets.get(i)));
        }
        byIndex = List.copyOf(fresh);
        causes.set(Causes.of(targets));
        unsorted.set(false);
        rows.setAll(fresh, matching());
    }

    private Predicate<TargetEntry> matching() {
        TargetFilter wanted = filter.get();
        Causes.Key of = cause.get();
        String text = search.get().strip().toLowerCase(Locale.ROOT);
        boolean all = part.get() == null;
        Set<Integer> some = indices;
        return row ->
                wanted.matches(row.state().outcome())
                        && (all || some.contains(row.index()))
                        && (of == null || failedOf(row.state(), of))
                        && contains(row.state(), text);
    }

    private static boolean failedOf(TargetState state, Causes.Key key) {
        return state.outcome() == Outcome.FAILED && Causes.key(state).equals(key);
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
