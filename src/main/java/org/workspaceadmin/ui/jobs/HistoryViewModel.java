package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.HistoryPage;
import org.workspaceadmin.journal.HistoryQuery;
import org.workspaceadmin.journal.HistoryQuery.Result;
import org.workspaceadmin.journal.HistoryRow;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/** The ended operations of the past, searched in the journal page by page. UI thread. */
public final class HistoryViewModel {
    /** How many come at once. */
    static final int PAGE = 100;

    /** How long typing is waited for. */
    static final Duration TYPING = Duration.ofMillis(250);

    /** How far back is looked. */
    public enum Period {
        /** As far as the journal reaches. */
        ANY(Duration.ZERO),
        /** The last 24 hours. */
        DAY(Duration.ofDays(1)),
        /** The last seven days. */
        WEEK(Duration.ofDays(7)),
        /** The last 30 days. */
        MONTH(Duration.ofDays(30)),
        /** The last 90 days. */
        QUARTER(Duration.ofDays(90));

        private final Duration back;

        Period(Duration back) {
            this.back = back;
        }
    }

    private final JobHistory history;
    private final UiContext ui;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable OperationKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ANY);
    private final ObjectProperty<Result> result = new SimpleObjectProperty<>(Result.ANY);
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private HistoryQuery query = HistoryQuery.ALL;
    private String before = "";
    private int asked;

    /**
     * Nothing is read before {@link #search}.
     *
     * @param history the record
     * @param ui time and threads
     */
    public HistoryViewModel(JobHistory history, UiContext ui) {
        this.history = history;
        this.ui = ui;
        text.addListener((o, was, is) -> later());
        kind.addListener((o, was, is) -> search());
        period.addListener((o, was, is) -> search());
        result.addListener((o, was, is) -> search());
    }

    /** What must be in a target's name or id, the reason, a parameter, a job or request id. */
    public StringProperty textProperty() {
        return text;
    }

    /** Only of this kind; null for any. */
    public ObjectProperty<@Nullable OperationKind> kindProperty() {
        return kind;
    }

    /** How far back. */
    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** Only those that came out like this. */
    public ObjectProperty<Result> resultProperty() {
        return result;
    }

    /** What was found so far, newest first. */
    public ObservableList<HistoryRow> rows() {
        return rows;
    }

    /** How many fit in all. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Whether there are older ones than those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Whether the journal is being read. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why the journal could not be read, null when it could. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was searched last. */
    public HistoryQuery query() {
        return query;
    }

    /** Reads the first page anew. */
    public void search() {
        asked++;
        int mine = asked;
        Duration back = period.get().back;
        OperationKind only = kind.get();
        query =
                new HistoryQuery(
                        text.get().strip(),
                        "",
                        only == null ? Set.of() : Set.of(only),
                        back.isZero() ? null : ui.timer().instant().minus(back),
                        null,
                        result.get());
        problem.set(null);
        history.count(query)
                .then(
                        ui.ui(),
                        count -> {
                            if (mine == asked) {
                                total.set(count);
                            }
                        },
                        failure -> failed(mine, failure));
        read(mine, "", true);
    }

    /** Reads the next page. */
    public void older() {
        if (more.get() && !loading.get()) {
            read(asked, before, false);
        }
    }

    /**
     * Reads one operation with all its targets.
     *
     * @param row which
     * @param found gets it, if the journal still has it
     */
    public void read(HistoryRow row, Consumer<OperationState> found) {
        history.read(row.operation().id())
                .then(
                        ui.ui(),
                        recorded -> recorded.map(Recollection::of).ifPresent(found),
                        failure -> failed(asked, failure));
    }

    private void later() {
        asked++;
        int mine = asked;
        ui.timer()
                .after(
                        TYPING,
                        () ->
                                ui.ui()
                                        .execute(() -> {
                                            if (mine == asked) {
                                                search();
                                            }
                                        }));
    }

    private void read(int mine, String from, boolean anew) {
        loading.set(true);
        history.page(query, from, PAGE)
                .then(ui.ui(), page -> take(mine, page, anew), failure -> failed(mine, failure));
    }

    private void take(int mine, HistoryPage page, boolean anew) {
        if (mine != asked) {
            return;
        }
        loading.set(false);
        if (anew) {
            rows.setAll(page.rows());
        } else {
            rows.addAll(page.rows());
        }
        before = page.before();
        more.set(!before.isEmpty());
    }

    private void failed(int mine, Throwable failure) {
        if (mine == asked) {
            loading.set(false);
            problem.set(ProblemText.problemOf(failure));
        }
    }
}
