package org.workspaceadmin.ui.welcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.ProblemText;

/** The first page's state: the kept connections, and what goes on. */
public final class WelcomeViewModel {
    /** What goes on. */
    public enum Doing {
        /** The operator chooses. */
        NOTHING,
        /** The demo starts. */
        STARTING_DEMO,
        /** A connection is opened. */
        OPENING
    }

    private final WelcomeActions actions;
    private final UiExecutor ui;
    private final ObservableList<ConnectionEntry> connections = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
    private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private @Nullable Work<?> work;

    /**
     * The page.
     *
     * @param actions what it asks of the program
     * @param ui where answers arrive
     */
    public WelcomeViewModel(WelcomeActions actions, UiExecutor ui) {
        this.actions = actions;
        this.ui = ui;
    }

    /** The kept connections, those used last first. */
    public ObservableList<ConnectionEntry> connections() {
        return connections;
    }

    /** What goes on. */
    public ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** Id of the connection that is being opened, empty while none is. */
    public ReadOnlyStringProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Why the last try failed. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /** Reads the list again. */
    public void refresh() {
        problem.set(null);
        connections.setAll(actions.connections());
    }

    /** Starts the demo. */
    public void openDemo() {
        begin(Doing.STARTING_DEMO);
        work = actions.openDemo().then(ui, opened -> ended(), this::failed);
    }

    /**
     * Opens a connection.
     *
     * @param entry one of {@link #connections()}
     */
    public void open(ConnectionEntry entry) {
        begin(Doing.OPENING);
        opening.set(entry.id());
        work = actions.open(entry.id()).then(ui, this::answered, this::failed);
    }

    /** Ends what goes on; the exchange with the service is closed. */
    public void cancel() {
        Work<?> current = work;
        if (current != null) {
            current.cancel();
        }
        ended();
    }

    private void begin(Doing what) {
        cancel();
        problem.set(null);
        doing.set(what);
    }

    private void ended() {
        work = null;
        opening.set("");
        doing.set(Doing.NOTHING);
    }

    private void answered(Opening answer) {
        ended();
        switch (answer) {
            case Opening.Opened opened -> {} // the frame shows it
            case Opening.SignInNeeded needed -> actions.askSignIn(needed.connection());
            case Opening.WhichProject which -> actions.complete(which);
            case Opening.WhichGeneration which -> actions.complete(which);
        }
    }

    private void failed(Throwable failure) {
        ended();
        problem.set(ProblemText.problemOf(failure));
    }
}
