package org.workspaceadmin.ui.activity;

import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.journal.ActivityQuery;
import org.workspaceadmin.journal.Ledger;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The ledger as it is looked at: which entries are wanted, those that fit, the selected one. The
 * list stays as it is while new entries come; how many did is told. UI thread only; everything is
 * read in the background.
 */
public final class ActivityViewModel {
    /** What there is to see. */
    public enum State {
        /** Being read. */
        LOADING,
        /** Entries. */
        READY,
        /** The ledger has entries, and none fits. */
        NO_MATCH,
        /** It could not be read. */
        FAILED
    }

    /**
     * A connection to choose.
     *
     * @param id its id, empty for any
     * @param name its name at the time of its newest entry
     */
    public record Choice(String id, String name) {}

    private record Found(
            LongBuffer numbers,
            long newest,
            List<String> people,
            Map<String, String> connections) {}

    private final Ledger ledger;
    private final UiContext ui;
    private final ActivityRows rows;
    private final LedgerProof proof;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<String> who = new SimpleObjectProperty<>("");
    private final ObjectProperty<Choice> connection =
            new SimpleObjectProperty<>(new Choice("", ""));
    private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.ALL);
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ALL);
    private final ObservableList<String> people = FXCollections.observableArrayList("");
    private final ObservableList<Choice> connections =
            FXCollections.observableArrayList(new Choice("", ""));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper newer = new ReadOnlyLongWrapper();
    private final ObjectProperty<@Nullable ActivityRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Activity> details = new ReadOnlyObjectWrapper<>();

    /** Counted up with every search, so that an older one is given up before it is begun. */
    private final AtomicInteger searches = new AtomicInteger();

    private long newest;
    private long[] numbers = {};
    private boolean looking;

    /**
     * Nothing is read before {@link #refresh}.
     *
     * @param ledger what is looked at
     * @param copies the copies of the journal, listed when the ledger is proven; blocks
     * @param ui what every screen is given
     */
    public ActivityViewModel(Ledger ledger, Supplier<List<Path>> copies, UiContext ui) {
        this.ledger = ledger;
        this.ui = ui;
        rows = new ActivityRows(ledger, ui, this::failed);
        proof = new LedgerProof(ledger, copies, ui);
        text.addListener((o, was, is) -> refresh());
        who.addListener((o, was, is) -> refresh());
        connection.addListener((o, was, is) -> refresh());
        subject.addListener((o, was, is) -> refresh());
        period.addListener((o, was, is) -> refresh());
        selected.addListener((o, was, is) -> readDetails(is));
    }

    /** The rows, newest first. */
    public ObservableList<ActivityRow> rows() {
        return rows.list();
    }

    /** A row is on screen: its entry is read unless it was. */
    public void need(ActivityRow row) {
        rows.need(row);
    }

    /** A part of what is looked for. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whose entries, empty for anybody's. */
    public ObjectProperty<String> whoProperty() {
        return who;
    }

    /** On which connection. */
    public ObjectProperty<Choice> connectionProperty() {
        return connection;
    }

    /** What they are about. */
    public ObjectProperty<Subject> subjectProperty() {
        return subject;
    }

    /** Since when. */
    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** Whoever is in the ledger; the first is empty, for anybody. */
    public ObservableList<String> people() {
        return people;
    }

    /** The connections in the ledger; the first is for any. */
    public ObservableList<Choice> connections() {
        return connections;
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why nothing could be read; null when it could. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many entries came since the list was made. */
    public ReadOnlyLongProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** The selected row; null for none. */
    public ObjectProperty<@Nullable ActivityRow> selectedProperty() {
        return selected;
    }

    /** The selected entry with its request; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Activity> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Proving the ledger, and writing it out. */
    public LedgerProof proof() {
        return proof;
    }

    /** The numbers of the entries in the list, newest first. */
    long[] numbers() {
        return numbers.clone();
    }

    /** Shows everything. */
    public void clearFilters() {
        text.set("");
        who.set("");
        connection.set(connections.getFirst());
        subject.set(Subject.ALL);
        period.set(Period.ALL);
    }

    /** Looks again for what is wanted. */
    public void refresh() {
        int mine = searches.incrementAndGet();
        ActivityQuery query =
                new ActivityQuery(
                        text.get(),
                        who.get(),
                        connection.get().id(),
                        subject.get().kinds(),
                        period.get().since(ui.timer().instant()),
                        null);
        ui.workers()
                .start(() ->
                        mine == searches.get()
                                ? Optional.of(
                                        new Found(
                                                LongBuffer.wrap(ledger.find(query)),
                                                ledger.head().seq(),
                                                ledger.actors(),
                                                ledger.connections()))
                                : Optional.<Found>empty())
                .then(
                        ui.ui(),
                        found -> {
                            if (mine == searches.get()) {
                                found.ifPresent(this::show);
                            }
                        },
                        this::failed);
    }

    private void show(Found found) {
        problem.set(null);
        newest = found.newest();
        newer.set(0);
        numbers = found.numbers().array();
        choices(found);
        ActivityRow before = selected.get();
        rows.show(numbers);
        state.set(numbers.length == 0 ? State.NO_MATCH : State.READY);
        selected.set(
                before == null
                        ? null
                        : rows.list().stream()
                                .filter(row -> row.number() == before.number())
                                .findFirst()
                                .orElse(null));
    }

    /** What is chosen stays chosen. */
    private void choices(Found found) {
        for (String name : found.people()) {
            if (!people.contains(name)) {
                people.add(name);
            }
        }
        found.connections()
                .forEach((id, name) -> {
                    if (connections.stream().noneMatch(c -> c.id().equals(id))) {
                        connections.add(new Choice(id, name));
                    }
                });
    }

    private void failed(Throwable failure) {
        problem.set(ProblemText.problemOf(failure));
        state.set(State.FAILED);
    }

    /** Sees whether there are newer entries; costs one short read. */
    public void look() {
        if (looking || state.get() == State.LOADING || state.get() == State.FAILED) {
            return;
        }
        looking = true;
        ui.workers()
                .start(ledger::head)
                .then(
                        ui.ui(),
                        head -> {
                            looking = false;
                            newer.set(Math.max(0, head.seq() - newest));
                        },
                        failure -> {
                            looking = false;
                            failed(failure);
                        });
    }

    private void readDetails(@Nullable ActivityRow row) {
        if (row == null) {
            details.set(null);
            return;
        }
        ui.workers()
                .start(() -> ledger.entry(row.number()))
                .then(
                        ui.ui(),
                        entry -> {
                            if (row.equals(selected.get())) {
                                details.set(entry.orElse(null));
                            }
                        },
                        this::failed);
    }
}
