package org.workspaceadmin.ui.jobs;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Every operation, newest first, kept up to date in place from the moment of its making until it is
 * closed, whether or not the screen is shown. UI thread only; changes arrive in one batch per
 * frame.
 */
public final class JobsViewModel implements AutoCloseable {
    private static final Comparator<JobEntry> NEWEST_FIRST =
            Comparator.comparing((JobEntry e) -> e.state().created())
                    .thenComparing(JobEntry::id)
                    .reversed();

    private final Operations operations;
    private final UiContext ui;
    private final Function<OperationState, String> sentence;
    private final Map<String, JobEntry> byId = new HashMap<>();
    private final CalmList<JobEntry> rows = new CalmList<>(NEWEST_FIRST);
    private final TargetsViewModel targets = new TargetsViewModel();
    private final ObjectProperty<JobFilter> filter = new SimpleObjectProperty<>(JobFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable JobEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Map<JobFilter, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<JobsSummary> summary =
            new ReadOnlyObjectWrapper<>(JobsSummary.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Operations.@Nullable Subscription subscription;
    private Consumer<Draft> opener = draft -> {};
    private String here = "";

    /**
     * A monitor; nothing is read before {@link #start}.
     *
     * @param operations what it shows
     * @param ui hands changes over to the UI thread
     * @param sentence renders what an operation is, for the search
     */
    public JobsViewModel(
            Operations operations, UiContext ui, Function<OperationState, String> sentence) {
        this.operations = operations;
        this.ui = ui;
        this.sentence = sentence;
        filter.addListener((o, was, is) -> refilter());
        search.addListener((o, was, is) -> refilter());
        selected.addListener((o, was, is) -> targets.show(is == null ? null : is.state()));
    }

    /** Reads what is known and follows it; once. */
    public void start() {
        FrameBatch<JobEntry.Snapshot> batch = ui.batch(this::merge);
        subscription = operations.subscribe(state -> batch.add(JobEntry.Snapshot.of(state)));
        merge(operations.all().stream().map(JobEntry.Snapshot::of).toList());
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    /**
     * Who opens the dialog of a retry.
     *
     * @param connectionId the connection the dialogs write to; operations of others are not retried
     *     there
     * @param dialogs takes the draft of the failed targets
     */
    public void onRetry(String connectionId, Consumer<Draft> dialogs) {
        here = connectionId;
        opener = dialogs;
    }

    /** The rows to show, newest first. */
    public ObservableList<JobEntry> rows() {
        return rows.shown();
    }

    /** Whether there is no operation at all, whatever the filter. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Which operations are shown. */
    public ObjectProperty<JobFilter> filterProperty() {
        return filter;
    }

    /** Words an operation, its parameters or one of its targets must contain. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The operation whose targets are shown; null when none is. */
    public ObjectProperty<@Nullable JobEntry> selectedProperty() {
        return selected;
    }

    /** How many operations each filter would show. */
    public ReadOnlyObjectProperty<Map<JobFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What the rest of the window says about jobs. */
    public ReadOnlyObjectProperty<JobsSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why the last command failed; null when none did. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a command is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The targets of the selected operation. */
    public TargetsViewModel targets() {
        return targets;
    }

    /**
     * Selects an operation, and shows it whatever the filter.
     *
     * @param operationId its id
     */
    public void select(String operationId) {
        JobEntry entry = byId.get(operationId);
        if (entry == null) {
            return;
        }
        if (!rows.shown().contains(entry)) {
            search.set("");
            filter.set(JobFilter.ALL);
        }
        selected.set(entry);
    }

    /** Whether the failed targets can be asked for again on the connection that is open. */
    public boolean canRetry(JobEntry entry) {
        return entry.tally().failed() > 0
                && entry.state().phase() != OperationState.Phase.SENDING
                && entry.state().connectionId().equals(here);
    }

    /** Opens the dialog with the failed targets. */
    public void retryFailed() {
        run(
                operations::draftOfFailed,
                (Optional<Draft> draft) -> draft.ifPresent(d -> opener.accept(d)));
    }

    /** Sends what waits after throttling. */
    public void resume() {
        run(operations::resume, done -> {});
    }

    /** Asks the service now. */
    public void checkNow() {
        run(operations::checkNow, done -> {});
    }

    /**
     * Settles the targets nobody knows about.
     *
     * @param done whether they were carried out
     */
    public void settle(boolean done) {
        run(id -> operations.settleUnknown(id, done), ok -> {});
    }

    /** Puts the last command's failure aside. */
    public void forgetProblem() {
        problem.set(null);
    }

    private <T> void run(Function<String, Work<T>> command, Consumer<T> then) {
        JobEntry entry = selected.get();
        if (entry == null || busy.get()) {
            return;
        }
        problem.set(null);
        busy.set(true);
        command.apply(entry.id())
                .then(
                        ui.ui(),
                        value -> {
                            busy.set(false);
                            then.accept(value);
                        },
                        failure -> {
                            busy.set(false);
                            problem.set(ProblemText.problemOf(failure));
                        });
    }

    private void merge(List<JobEntry.Snapshot> batch) {
        Map<String, JobEntry.Snapshot> latest = new LinkedHashMap<>();
        batch.forEach(s -> latest.put(s.state().id(), s));
        if (byId.isEmpty()) {
            latest.values().forEach(s -> byId.put(s.state().id(), new JobEntry(s)));
            rows.setAll(byId.values().stream().sorted(NEWEST_FIRST).toList());
        } else {
            latest.values().forEach(this::merge);
        }
        count();
    }

    private void merge(JobEntry.Snapshot next) {
        JobEntry entry = byId.get(next.state().id());
        if (entry == null) {
            entry = new JobEntry(next);
            byId.put(entry.id(), entry);
            rows.add(entry);
            return;
        }
        entry.show(next);
        rows.changed(entry);
        if (Objects.equals(entry, selected.get())) {
            targets.show(next.state());
        }
    }

    private void count() {
        Map<JobFilter, Integer> counted = new EnumMap<>(JobFilter.class);
        for (JobFilter each : JobFilter.values()) {
            counted.put(each, (int) rows.all().stream().filter(each::matches).count());
        }
        counts.set(counted);
        summary.set(JobsSummary.of(rows.all()));
    }

    private void refilter() {
        JobFilter wanted = filter.get();
        String text = search.get().strip().toLowerCase(Locale.ROOT);
        Predicate<JobEntry> matches =
                text.isEmpty() ? wanted::matches : e -> wanted.matches(e) && contains(e, text);
        rows.filter(matches);
    }

    private boolean contains(JobEntry entry, String text) {
        return entry.words().contains(text)
                || sentence.apply(entry.state()).toLowerCase(Locale.ROOT).contains(text);
    }
}
