package org.workspaceadmin.ui.jobs;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.workspaceadmin.model.Outcome;
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
    private final Operations operations;
    private final UiContext ui;
    private final Function<OperationState, String> sentence;
    private final Map<String, JobEntry> byId = new HashMap<>();
    private final CalmList<JobEntry> rows = new CalmList<>(JobOrder.NEWEST.comparator());
    private final ElsewhereViewModel elsewhere;
    private final JobTree tree;
    private final Pace pace;
    private final JobHistory history;
    private final UnknownViewModel unknown;
    private final TargetsViewModel targets = new TargetsViewModel();
    private final ObjectProperty<JobFilter> filter = new SimpleObjectProperty<>(JobFilter.ALL);
    private final ObjectProperty<JobOrder> order = new SimpleObjectProperty<>(JobOrder.NEWEST);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable JobEntry> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable JobRow> row = new SimpleObjectProperty<>();
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
     * @param history what was before
     * @param ui hands changes over to the UI thread
     * @param sentence renders what an operation is, for the search
     */
    public JobsViewModel(
            Operations operations,
            JobHistory history,
            UiContext ui,
            Function<OperationState, String> sentence) {
        this.operations = operations;
        this.ui = ui;
        this.sentence = sentence;
        this.history = history;
        pace = new Pace(history, ui.ui());
        unknown = new UnknownViewModel(this, operations);
        elsewhere = new ElsewhereViewModel(operations, ui, this::countElsewhere);
        tree = new JobTree(rows.shown(), elsewhere.rows());
        filter.addListener((o, was, is) -> refilter());
        search.addListener((o, was, is) -> refilter());
        order.addListener((o, was, is) -> sort());
        row.addListener((o, was, is) -> follow(is));
        selected.addListener((o, was, is) -> follow(was, is));
    }

    /** Without a history. */
    public JobsViewModel(
            Operations operations, UiContext ui, Function<OperationState, String> sentence) {
        this(operations, JobHistory.NONE, ui, sentence);
    }

    /** Reads what is known and follows it; once. */
    public void start() {
        FrameBatch<JobEntry.Snapshot> batch = ui.batch(this::merge);
        subscription = operations.subscribe(state -> batch.add(JobEntry.Snapshot.of(state)));
        merge(operations.all().stream().map(JobEntry.Snapshot::of).toList());
        elsewhere.start();
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
        elsewhere.close();
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

    /** The lines of the tree: the operations with what is open beneath them, then foreign jobs. */
    public ObservableList<JobRow> lines() {
        return tree.rows();
    }

    /** Opens what is beneath a line. */
    public void expand(JobRow line) {
        tree.expand(line);
    }

    /** Folds what is beneath a line. */
    public void collapse(JobRow line) {
        tree.collapse(line);
    }

    /** How long jobs take as a rule, and which stand still. */
    public Pace pace() {
        return pace;
    }

    /** Whether there is no job at all, whatever the filter. */
    public boolean isEmpty() {
        return byId.isEmpty() && elsewhere.all().isEmpty();
    }

    /** How operations are sorted. */
    public ObjectProperty<JobOrder> orderProperty() {
        return order;
    }

    /** Sorts anew what is shown; nothing else moves a line. */
    public void sort() {
        rows.all().forEach(JobEntry::takeRank);
        rows.order(order.get().comparator());
    }

    /** The line that is selected; null when none is. */
    public ObjectProperty<@Nullable JobRow> rowProperty() {
        return row;
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

    /** What is known of unanswered requests of the selected operation. */
    UnknownViewModel unknown() {
        return unknown;
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
        row.set(entry);
        selected.set(entry);
    }

    /**
     * Shows an operation of the past, which is not among the rows, to read.
     *
     * @param state as the journal has it
     */
    public void recall(OperationState state) {
        JobEntry known = byId.get(state.id());
        row.set(known == null ? new JobEntry(JobEntry.Snapshot.of(state)) : known);
    }

    /** The record of earlier operations. */
    JobHistory history() {
        return history;
    }

    /** Whether the failed targets can be asked for again on the connection that is open. */
    public boolean canRetry(JobEntry entry) {
        return entry.tally().failed() > 0
                && byId.containsKey(entry.id())
                && entry.state().phase() != OperationState.Phase.SENDING
                && entry.state().connectionId().equals(here);
    }

    /** Opens the dialog with the failed targets. */
    public void retryFailed() {
        run(
                operations::draftOfFailed,
                (Optional<Draft> draft) -> draft.ifPresent(d -> opener.accept(d)));
    }

    /**
     * Opens the dialog with those targets that failed of one cause.
     *
     * @param cause of what
     */
    public void retry(Causes.Key cause) {
        JobEntry entry = selected.get();
        if (entry == null) {
            return;
        }
        Set<String> failed =
                entry.state().targets().stream()
                        .filter(t -> t.outcome() == Outcome.FAILED && Causes.key(t).equals(cause))
                        .map(t -> t.target().id())
                        .collect(Collectors.toSet());
        run(
                id -> operations.draftOfFailed(id, failed),
                (Optional<Draft> draft) -> draft.ifPresent(d -> opener.accept(d)));
    }

    /** Sends what waits after throttling. */
    public void resume() {
        run(operations::resume, done -> {});
    }

    /** Lets nothing more of it leave until the operator goes on. */
    public void pause() {
        run(operations::pause, done -> {});
    }

    /** Gives up what has not left. */
    public void dropUnsent() {
        run(operations::dropUnsent, done -> {});
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

    /** Runs a command on the selected operation, one at a time. */
    <T> void run(Function<String, Work<T>> command, Consumer<T> then) {
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
            byId.values().forEach(e -> pace.need(e.state().kind()));
            rows.setAll(byId.values());
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
            pace.need(entry.state().kind());
            return;
        }
        if (entry.state().open() && !next.state().open()) {
            pace.ended(next.state().kind());
            pace.need(next.state().kind());
        }
        entry.show(next);
        rows.changed(entry);
        tree.refresh(entry);
        if (Objects.equals(entry, selected.get())) {
            targets.show(next.state().id(), next.state().targets());
        }
    }

    private void follow(@Nullable JobRow line) {
        if (line == null) {
            return;
        }
        JobEntry operation = line.operation();
        selected.set(operation);
        switch (line.face().level()) {
            case OPERATION -> targets.part(null);
            case REQUEST, JOB -> targets.part(line);
            case TARGET -> {}
            case FOREIGN -> elsewhere.show(line, targets);
        }
    }

    private void follow(@Nullable JobEntry was, @Nullable JobEntry is) {
        if (is == null) {
            targets.show(null, List.of());
            return;
        }
        targets.show(is.id(), is.state().targets());
        JobRow line = row.get();
        if (line == null || !is.equals(line.operation())) {
            row.set(is);
        }
    }

    private void countElsewhere() {
        elsewhere.filter(filter.get(), search.get(), false);
        JobRow line = row.get();
        if (line instanceof ForeignRow) {
            elsewhere.show(line, targets);
        }
        count();
    }

    private void count() {
        Map<JobFilter, Integer> counted = new EnumMap<>(JobFilter.class);
        for (JobFilter each : JobFilter.values()) {
            counted.put(each, (int) rows.all().stream().filter(each::matches).count());
        }
        counted.put(JobFilter.ELSEWHERE, elsewhere.all().size());
        counted.merge(JobFilter.ALL, elsewhere.all().size(), Integer::sum);
        counts.set(counted);
        summary.set(JobsSummary.of(rows.all()));
    }

    private void refilter() {
        JobFilter wanted = filter.get();
        String text = search.get().strip().toLowerCase(Locale.ROOT);
        Predicate<JobEntry> matches =
                text.isEmpty() ? wanted::matches : e -> wanted.matches(e) && contains(e, text);
        rows.all().forEach(JobEntry::takeRank);
        rows.filter(matches);
        elsewhere.filter(wanted, text, true);
    }

    private boolean contains(JobEntry entry, String text) {
        return entry.words().contains(text)
                || sentence.apply(entry.state()).toLowerCase(Locale.ROOT).contains(text);
    }
}
