package org.workspaceadmin.ui.welcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * The page's state: what is typed, what is wrong with it, what goes on. An input is judged once it
 * was left or sent, not while it is first typed.
 */
public final class WelcomeViewModel {
    /** What goes on. */
    public enum Doing {
        /** The operator types. */
        NOTHING,
        /** The demo starts. */
        STARTING_DEMO,
        /** The service is asked. */
        CONNECTING
    }

    private final WelcomeActions actions;
    private final UiExecutor ui;
    private final ObjectProperty<@Nullable Region> region = new SimpleObjectProperty<>();
    private final BooleanProperty ownEndpoint = new SimpleBooleanProperty();
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final StringProperty projectId = new SimpleStringProperty("");
    private final StringProperty accessKey = new SimpleStringProperty("");
    private final StringProperty secretKey = new SimpleStringProperty("");
    private final ObservableList<Project> projects = FXCollections.observableArrayList();
    private final BooleanProperty noProject = new SimpleBooleanProperty();
    private final Map<Field, ReadOnlyObjectWrapper<@Nullable InputFault>> faults =
            new EnumMap<>(Field.class);
    private final Set<Field> judged = EnumSet.noneOf(Field.class);
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private @Nullable Work<?> work;

    /**
     * An empty page.
     *
     * @param actions what it asks of the program
     * @param ui where answers arrive
     */
    public WelcomeViewModel(WelcomeActions actions, UiExecutor ui) {
        this.actions = actions;
        this.ui = ui;
        for (Field field : Field.values()) {
            faults.put(field, new ReadOnlyObjectWrapper<>());
        }
        region.subscribe(value -> retyped());
        ownEndpoint.subscribe(value -> retyped());
        endpoint.subscribe(value -> retyped());
        projectId.subscribe(value -> retyped());
        accessKey.subscribe(value -> retyped());
        secretKey.subscribe(value -> retyped());
    }

    /** The region, null when none is chosen. */
    public ObjectProperty<@Nullable Region> regionProperty() {
        return region;
    }

    /** Whether an address is typed instead of a region chosen. */
    public BooleanProperty ownEndpointProperty() {
        return ownEndpoint;
    }

    /** The address, when typed. */
    public StringProperty endpointProperty() {
        return endpoint;
    }

    /** Project id; empty finds it by the region's name. */
    public StringProperty projectIdProperty() {
        return projectId;
    }

    /** Access key id. */
    public StringProperty accessKeyProperty() {
        return accessKey;
    }

    /** Secret key; emptied once the connection is open. */
    public StringProperty secretKeyProperty() {
        return secretKey;
    }

    /** Projects to choose from, when the region's name did not settle it. */
    public ObservableList<Project> projects() {
        return projects;
    }

    /** Whether the service named no project that could be used. */
    public BooleanProperty noProjectProperty() {
        return noProject;
    }

    /**
     * What is wrong with an input, null while nothing is or it was not judged yet.
     *
     * @param field which input
     */
    public ReadOnlyObjectProperty<@Nullable InputFault> faultProperty(Field field) {
        ReadOnlyObjectWrapper<@Nullable InputFault> fault = faults.get(field);
        if (fault == null) {
            throw new IllegalArgumentException(field.name());
        }
        return fault.getReadOnlyProperty();
    }

    /** What goes on. */
    public ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** Why the last try failed. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /**
     * The operator left an input, so it is judged from now on.
     *
     * @param field which
     */
    public void left(Field field) {
        judged.add(field);
        judge();
    }

    /** Starts the demo. */
    public void openDemo() {
        begin(Doing.STARTING_DEMO);
        work = actions.openDemo().then(ui, opened -> ended(), this::failed);
    }

    /**
     * Connects, if nothing is wrong.
     *
     * @return the input to correct first, null when the service is asked
     */
    public @Nullable Field connect() {
        judged.addAll(EnumSet.allOf(Field.class));
        judge();
        List<InputFault> wrong = check();
        if (!wrong.isEmpty()) {
            return wrong.getFirst().field();
        }
        begin(Doing.CONNECTING);
        try (SignIn signIn = signIn()) {
            work = actions.connect(draft(), signIn).then(ui, this::answered, this::failed);
        }
        return null;
    }

    /** Ends what goes on; the exchange with the service is closed. */
    public void cancel() {
        Work<?> current = work;
        if (current != null) {
            current.cancel();
        }
        ended();
    }

    /** Forgets what was typed about the sign-in. */
    public void forgetSecret() {
        judged.clear();
        secretKey.set("");
        judge();
    }

    private void begin(Doing what) {
        cancel();
        problem.set(null);
        noProject.set(false);
        doing.set(what);
    }

    private void ended() {
        work = null;
        doing.set(Doing.NOTHING);
    }

    private void answered(WelcomeActions.Answer answer) {
        ended();
        switch (answer) {
            case WelcomeActions.Answer.Opened opened -> forgetSecret();
            case WelcomeActions.Answer.WhichProject which -> {
                projects.setAll(which.projects());
                noProject.set(which.projects().isEmpty());
            }
        }
    }

    private void failed(Throwable failure) {
        ended();
        problem.set(ProblemText.problemOf(failure));
    }

    private void retyped() {
        noProject.set(false);
        judge();
    }

    private void judge() {
        List<InputFault> wrong = check();
        faults.forEach((field, shown) ->
                shown.set(
                        wrong.stream()
                                .filter(fault -> fault.field() == field)
                                .filter(fault -> judged.contains(field))
                                .findFirst()
                                .orElse(null)));
    }

    private List<InputFault> check() {
        List<InputFault> wrong = new ArrayList<>(draft().check());
        try (SignIn signIn = signIn()) {
            wrong.addAll(signIn.check());
        }
        return wrong;
    }

    private ConnectionDraft draft() {
        Region chosen = region.get();
        boolean own = ownEndpoint.get();
        return new ConnectionDraft(
                "",
                own || chosen == null ? "" : chosen.id(),
                own ? endpoint.get() : "",
                projectId.get(),
                Generation.V2);
    }

    private SignIn signIn() {
        return new SignIn.AccessKey(accessKey.get(), secretKey.get().strip().toCharArray());
    }
}
