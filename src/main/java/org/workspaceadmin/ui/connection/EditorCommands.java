package org.workspaceadmin.ui.connection;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Detected;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.connection.ConnectionActions.Order;

/** What can be done with a connection that is typed, and what goes on. UI thread only. */
public final class EditorCommands {
    private final EditorViewModel model;
    private final ConnectionActions actions;
    private final UiExecutor ui;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper noProject = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper noEnterpriseProject = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Detected.@Nullable Unclear> unclear =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StoreState> store = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Project> projects = FXCollections.observableArrayList();
    private final ObservableList<EnterpriseProject> enterpriseProjects =
            FXCollections.observableArrayList();
    private Runnable done = () -> {};
    private @Nullable Work<?> work;

    /**
     * Commands on inputs.
     *
     * @param model what is typed
     * @param actions the program around
     * @param ui where answers arrive
     */
    public EditorCommands(EditorViewModel model, ConnectionActions actions, UiExecutor ui) {
        this.model = model;
        this.actions = actions;
        this.ui = ui;
    }

    /** Whether the service is asked or something is written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last try failed. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /** Why the generation has to be chosen, null unless it has. */
    public ReadOnlyObjectProperty<Detected.@Nullable Unclear> unclearProperty() {
        return unclear.getReadOnlyProperty();
    }

    /** What is known of the key store, null while it is tried. */
    public ReadOnlyObjectProperty<@Nullable StoreState> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** Projects to choose from, when the region's name did not settle it. */
    public ObservableList<Project> projects() {
        return projects;
    }

    /** Whether the service named no project at all. */
    public ReadOnlyBooleanProperty noProjectProperty() {
        return noProject.getReadOnlyProperty();
    }

    /** Enterprise projects to choose from, once they were asked for. */
    public ObservableList<EnterpriseProject> enterpriseProjects() {
        return enterpriseProjects;
    }

    /** Whether the account turned out to have no enterprise projects. */
    public ReadOnlyBooleanProperty noEnterpriseProjectProperty() {
        return noEnterpriseProject.getReadOnlyProperty();
    }

    /** Hears when it was saved or opened. */
    public void onDone(Runnable action) {
        done = action;
    }

    /** Tries the key store, so that "remember" can be offered or refused with a reason. */
    public void tryStore() {
        actions.tryStore().then(ui, this::storeIs, failure -> storeIs(null));
    }

    /** Has the system ask the operator to unlock the key store. */
    public void unlockStore() {
        store.set(null);
        actions.unlockStore().then(ui, this::storeIs, failure -> storeIs(null));
    }

    /** Signs in once, keeps the connection and opens it; what is typed has to be complete. */
    public void connect() {
        begin();
        try (Order order = order()) {
            work = actions.connect(order).then(ui, this::answered, this::failed);
        }
    }

    /** Keeps the connection without trying it; what is typed has to be complete. */
    public void save() {
        begin();
        try (Order order = order()) {
            work = actions.save(order).then(ui, this::saved, this::failed);
        }
    }

    /** Asks for the account's enterprise projects; what is typed has to be complete. */
    public void findEnterpriseProjects() {
        begin();
        try (Order order = order()) {
            work =
                    actions.enterpriseProjects(order)
                            .then(
                                    ui,
                                    found -> {
                                        ended();
                                        enterpriseProjects.setAll(found);
                                        noEnterpriseProject.set(found.isEmpty());
                                    },
                                    this::failed);
        }
    }

    /** Ends what goes on; the exchange with the service is closed. */
    public void cancel() {
        Work<?> current = work;
        if (current != null) {
            current.cancel();
        }
        ended();
    }

    /**
     * The regions that may be connected to.
     *
     * @param typed words in any order; empty means all
     */
    List<Region> regions(String typed) {
        return actions.regions(typed);
    }

    /** What is typed, with the sign-in or the wish to use the remembered one; the caller closes. */
    Order order() {
        Optional<SignIn> signIn =
                model.signIn().meansKept()
                        ? Optional.empty()
                        : Optional.of(model.signIn().signIn());
        return new Order(
                model.connection(),
                model.generationProperty().get(),
                signIn,
                model.rememberProperty().get());
    }

    /** Shows what another try at connecting found out. */
    void show(Opening opening) {
        answered(opening);
    }

    private void begin() {
        cancel();
        problem.set(null);
        unclear.set(null);
        noProject.set(false);
        busy.set(true);
    }

    private void ended() {
        work = null;
        busy.set(false);
    }

    private void answered(Opening opening) {
        ended();
        switch (opening) {
            case Opening.Opened opened -> finished();
            case Opening.SignInNeeded needed -> model.signIn().keptProperty().set(false);
            case Opening.WhichProject which -> {
                projects.setAll(which.projects());
                noProject.set(which.projects().isEmpty());
            }
            case Opening.WhichGeneration which -> {
                unclear.set(which.unclear());
                if (model.projectIdProperty().get().isBlank()) {
                    model.projectIdProperty().set(which.connection().projectId());
                }
                if (model.generationProperty().get() == GenerationChoice.DETECT) {
                    model.generationProperty().set(GenerationChoice.V2);
                }
            }
        }
    }

    private void saved(Kept kept) {
        ended();
        finished();
    }

    private void finished() {
        model.signIn().wipe();
        model.settled();
        done.run();
    }

    private void failed(Throwable failure) {
        ended();
        problem.set(ProblemText.problemOf(failure));
    }

    private void storeIs(@Nullable StoreState state) {
        store.set(state);
    }
}
