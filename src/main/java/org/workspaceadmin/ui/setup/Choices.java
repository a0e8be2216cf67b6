package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * A list to choose from that the service has to be asked for. A list that cannot be had, for
 * example for want of a permission, leaves free text as the way on.
 *
 * @param <T> what is chosen
 */
public final class Choices<T> {
    /** Where the list stands. */
    public enum State {
        /** Not asked. */
        IDLE,
        /** Asked, no answer yet. */
        LOADING,
        /** Here, possibly empty. */
        LOADED,
        /** Could not be had. */
        FAILED
    }

    private final UiExecutor ui;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Work<?> work;
    private @Nullable Supplier<Work<List<T>>> last;

    /**
     * Nothing asked yet.
     *
     * @param ui where answers arrive
     */
    Choices(UiExecutor ui) {
        this.ui = ui;
    }

    /** What there is. */
    public ObservableList<T> items() {
        return items;
    }

    /** Where the list stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it could not be had, null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Asks, in place of what was asked before. */
    void ask(Supplier<Work<List<T>>> question) {
        stop();
        last = question;
        problem.set(null);
        state.set(State.LOADING);
        work =
                question.get()
                        .then(
                                ui,
                                found -> {
                                    items.setAll(found);
                                    state.set(State.LOADED);
                                },
                                failure -> {
                                    items.clear();
                                    problem.set(ProblemText.problemOf(failure));
                                    state.set(State.FAILED);
                                });
    }

    /** Asks the same again. */
    public void retry() {
        Supplier<Work<List<T>>> again = last;
        if (again != null) {
            ask(again);
        }
    }

    /** Forgets everything. */
    void clear() {
        stop();
        items.clear();
        problem.set(null);
        state.set(State.IDLE);
    }

    /** Ends what is being asked. */
    void stop() {
        Work<?> running = work;
        if (running != null) {
            running.cancel();
            work = null;
        }
    }
}
