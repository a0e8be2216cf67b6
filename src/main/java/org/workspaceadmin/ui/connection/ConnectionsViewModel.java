package org.workspaceadmin.ui.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.connection.ConnectionActions.Order;
import org.workspaceadmin.ui.connection.ConnectionActions.Removal;

/** The page of connections: the list, what happens to one of them, and the one that is edited. */
public final class ConnectionsViewModel {
    private final ConnectionActions actions;
    private final UiExecutor ui;
    private final Timer timer;
    private final Now now;
    private final ObservableList<ConnectionEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Editing> editing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Removal> removal = new ReadOnlyObjectWrapper<>();
    private @Nullable Work<?> work;

    /**
     * A connection that is made or changed.
     *
     * @param model what is typed
     * @param commands what can be done with it
     * @param probe its test
     */
    public record Editing(EditorViewModel model, EditorCommands commands, ProbeViewModel probe) {}

    /**
     * The page.
     *
     * @param actions the program around
     * @param ui where answers arrive
     * @param timer the time, for keys that end
     * @param now the present moment, for countdowns
     */
    public ConnectionsViewModel(ConnectionActions actions, UiExecutor ui, Timer timer, Now now) {
        this.actions = actions;
        this.ui = ui;
        this.timer = timer;
        this.now = now;
    }

    /** The kept connections, those used last first. */
    public ObservableList<ConnectionEntry> entries() {
        return entries;
    }

    /** Id of the connection that is being opened, empty while none is. */
    public ReadOnlyStringProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Why the last command failed. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /** What is made or changed, null while the list is shown. */
    public ReadOnlyObjectProperty<@Nullable Editing> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** What came of removing a connection last, null before. */
    public ReadOnlyObjectProperty<@Nullable Removal> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    /** Reads the list again. */
    public void refresh() {
        entries.setAll(actions.entries());
    }

    /**
     * Opens a connection.
     *
     * @param id which
     * @param asks hears when its sign-in has to be typed
     */
    public void open(String id, Consumer<Connection> asks) {
        cancel();
        problem.set(null);
        opening.set(id);
        work =
                actions.open(id)
                        .then(
                                ui,
                                answer -> {
                                    ended();
                                    answered(answer, asks);
                                },
                                this::failed);
    }

    /** Ends what goes on. */
    public void cancel() {
        Work<?> current = work;
        if (current != null) {
            current.cancel();
        }
        ended();
    }

    /** Begins a new connection. */
    public void add() {
        add(ConnectionDraft.EMPTY, Optional.empty(), Optional.empty());
    }

    /**
     * Begins a new connection with what is known of it.
     *
     * @param draft where it goes
     * @param identity who signs in
     * @param signIn how; copied
     */
    public void add(ConnectionDraft draft, Optional<Identity> identity, Optional<SignIn> signIn) {
        SignInViewModel inputs = new SignInViewModel(timer);
        identity.ifPresent(inputs::show);
        signIn.ifPresent(inputs::put);
        begin(new EditorViewModel(draft, null, false, connections(), inputs));
    }

    /**
     * Changes a connection.
     *
     * @param id one of the list
     */
    public void edit(String id) {
        find(id).ifPresent(entry -> edit(entry, entry.connection()));
    }

    /**
     * Begins a new connection like another.
     *
     * @param id one of the list
     */
    public void duplicate(String id) {
        find(id).ifPresent(entry -> {
            ConnectionDraft draft = ConnectionDraft.of(entry.connection()).freeOf(connections());
            add(draft, Optional.of(entry.connection().identity()), Optional.empty());
        });
    }

    /**
     * Changes a connection whose project or generation has to be chosen.
     *
     * @param answer what connecting found out
     */
    public void complete(Opening answer) {
        Optional<Connection> which =
                switch (answer) {
                    case Opening.WhichProject project -> Optional.of(project.connection());
                    case Opening.WhichGeneration generation -> Optional.of(generation.connection());
                    default -> Optional.empty();
                };
        which.flatMap(connection -> find(connection.id()))
                .ifPresent(entry -> {
                    Editing opened = edit(entry, entry.connection());
                    opened.commands().show(answer);
                });
    }

    /**
     * Removes a connection and its secrets.
     *
     * @param id which
     */
    public void remove(String id) {
        problem.set(null);
        removal.set(null);
        actions.remove(id)
                .then(
                        ui,
                        came -> {
                            removal.set(came);
                            refresh();
                        },
                        this::failed);
    }

    /** Back to the list; what is typed is given up and wiped. */
    public void closeEditor() {
        Editing open = editing.get();
        if (open != null) {
            open.commands().cancel();
            open.probe().stop();
            open.model().signIn().wipe();
            editing.set(null);
        }
        refresh();
    }

    /** Leaves the page. */
    public void leave() {
        cancel();
        actions.leave();
    }

    private Editing edit(ConnectionEntry entry, Connection connection) {
        SignInViewModel inputs = new SignInViewModel(timer);
        inputs.show(connection.identity());
        inputs.keptProperty().set(entry.remembered() && !connection.identity().oneTimeCode());
        EditorViewModel model =
                new EditorViewModel(
                        ConnectionDraft.of(connection),
                        connection,
                        entry.locked(),
                        connections(),
                        inputs);
        model.rememberProperty().set(entry.remembered());
        model.settled();
        return begin(model);
    }

    private Editing begin(EditorViewModel model) {
        closeEditor();
        EditorCommands commands = new EditorCommands(model, actions, ui);
        ProbeViewModel probe = new ProbeViewModel(new Probing(commands), now, ui);
        Editing opened = new Editing(model, commands, probe);
        commands.onDone(this::closeEditor);
        editing.set(opened);
        commands.tryStore();
        return opened;
    }

    private void answered(Opening answer, Consumer<Connection> asks) {
        switch (answer) {
            case Opening.Opened opened -> refresh();
            case Opening.SignInNeeded needed -> asks.accept(needed.connection());
            case Opening.WhichProject which -> complete(which);
            case Opening.WhichGeneration which -> complete(which);
        }
    }

    private Optional<ConnectionEntry> find(String id) {
        return actions.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private List<Connection> connections() {
        return actions.entries().stream().map(ConnectionEntry::connection).toList();
    }

    private void ended() {
        work = null;
        opening.set("");
    }

    private void failed(Throwable failure) {
        ended();
        problem.set(ProblemText.problemOf(failure));
    }

    /** The test of what is typed at this moment. */
    private final class Probing implements ProbePort {
        private final EditorCommands commands;

        Probing(EditorCommands commands) {
            this.commands = commands;
        }

        @Override
        public Work<ProbeReport> start(Duration clockOffset, ProbeListener listener) {
            try (Order order = commands.order()) {
                return actions.probe(order, clockOffset, listener);
            }
        }
    }
}
