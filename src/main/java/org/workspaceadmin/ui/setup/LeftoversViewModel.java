package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryException;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;

/**
 * Computer objects in the way of new desktops: names that are there twice, and objects nobody used
 * for long. Looked for only when asked, with one sign-in. UI thread only.
 */
public final class LeftoversViewModel {
    /** Where the search stands. */
    public enum State {
        /** Not asked. */
        IDLE,
        /** The directory is read. */
        RUNNING,
        /** There is a report. */
        DONE,
        /** There is none, and a reason. */
        FAILED
    }

    /**
     * One object that was found.
     *
     * @param duplicate whether its name is there twice, else it is old
     * @param computer the object
     */
    public record Row(boolean duplicate, Computer computer) {}

    private static final int USUAL_DAYS = 90;

    private final SetupContext context;
    private final DirectoryViewModel directory;
    private final StringProperty pattern = new SimpleStringProperty("");
    private final IntegerProperty days = new SimpleIntegerProperty(USUAL_DAYS);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable ObjectReport> report =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DirectoryProblem> problem =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Work<?> work;
    private int run;

    LeftoversViewModel(SetupContext context, DirectoryViewModel directory) {
        this.context = context;
        this.directory = directory;
    }

    /** Names to look at, with {@code *} for anything. */
    public StringProperty patternProperty() {
        return pattern;
    }

    /** From which age of its password on an object counts as old. */
    public IntegerProperty daysProperty() {
        return days;
    }

    /** Where the search stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What was found, null before. */
    public ReadOnlyObjectProperty<@Nullable ObjectReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why nothing was, null where the program itself failed or nothing did. */
    public ReadOnlyObjectProperty<@Nullable DirectoryProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The objects found, duplicates first. */
    public List<Row> rows() {
        ObjectReport found = report.get();
        List<Row> rows = new ArrayList<>();
        if (found != null) {
            found.duplicates().forEach(d -> d.computers().forEach(c -> rows.add(new Row(true, c))));
            found.stale().forEach(c -> rows.add(new Row(false, c)));
        }
        return rows;
    }

    /** Looks, with one sign-in. */
    public void start() {
        Secret password = directory.passwordIfComplete();
        if (state.get() == State.RUNNING || password == null) {
            return;
        }
        int mine = ++run;
        DirectoryAccess access = directory.access(password);
        report.set(null);
        problem.set(null);
        state.set(State.RUNNING);
        directory.attempts().tried();
        String names = pattern.get().isBlank() ? "*" : pattern.get().strip();
        work =
                context.directory()
                        .leftovers(access, directory.trustedProperty().get(), names, days.get())
                        .atEnd(password::close)
                        .then(
                                context.ui().ui(),
                                found -> ended(mine, found),
                                failure -> failed(mine, failure));
    }

    /** Ends what runs. */
    public void stop() {
        Work<?> running = work;
        if (running != null && state.get() == State.RUNNING) {
            run++;
            running.cancel();
            work = null;
            state.set(State.IDLE);
        }
    }

    private void ended(int of, ObjectReport found) {
        if (of == run) {
            report.set(found);
            state.set(State.DONE);
        }
    }

    private void failed(int of, Throwable failure) {
        if (of != run) {
            return;
        }
        DirectoryProblem why = failure instanceof DirectoryException e ? e.problem() : null;
        if (why != null && why.kind() == DirectoryProblem.Kind.REFUSED) {
            directory.attempts().wasRefused();
        }
        problem.set(why);
        state.set(State.FAILED);
    }
}
