package org.workspaceadmin.ui.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.CustomEndpoints;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.ServiceName;

/**
 * A connection while it is made or changed: what is typed and what is wrong with it. An input is
 * judged once it was left or sent. What goes on with it is {@link EditorCommands}' to know.
 */
public final class EditorViewModel {
    private static final Set<Field> DRAFT_FIELDS =
            EnumSet.of(
                    Field.NAME,
                    Field.REGION,
                    Field.ENDPOINT,
                    Field.IAM_ENDPOINT,
                    Field.VPC_ENDPOINT,
                    Field.IMS_ENDPOINT,
                    Field.STS_ENDPOINT,
                    Field.EPS_ENDPOINT,
                    Field.PROJECT,
                    Field.ENTERPRISE_PROJECT,
                    Field.LABEL);

    private final @Nullable Connection edited;
    private final boolean locked;
    private final Collection<Connection> kept;
    private final SignInViewModel signIn;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty region = new SimpleStringProperty("");
    private final Map<ServiceName, StringProperty> endpoints = new EnumMap<>(ServiceName.class);
    private final StringProperty projectId = new SimpleStringProperty("");
    private final ObjectProperty<GenerationChoice> generation =
            new SimpleObjectProperty<>(GenerationChoice.DETECT);
    private final StringProperty enterpriseProject = new SimpleStringProperty("");
    private final ObjectProperty<Marking.Colour> colour =
            new SimpleObjectProperty<>(Marking.Colour.NONE);
    private final StringProperty label = new SimpleStringProperty("");
    private final BooleanProperty guarded = new SimpleBooleanProperty();
    private final BooleanProperty remember = new SimpleBooleanProperty();
    private final Map<Field, ReadOnlyObjectWrapper<@Nullable InputFault>> faults =
            new EnumMap<>(Field.class);
    private final Set<Field> judged = EnumSet.noneOf(Field.class);
    private Runnable typed = () -> {};
    private Snapshot before;

    /** Everything that could be lost. */
    private record Snapshot(ConnectionDraft draft, Identity identity, boolean remember) {}

    /**
     * Inputs that begin with a draft.
     *
     * @param start what to begin with
     * @param edited the kept connection that is changed, null for a new one
     * @param locked whether the administrator provides it, so that only the sign-in is the user's
     * @param kept the connections there are, for names that are taken
     * @param signIn the inputs of the sign-in, filled already
     */
    public EditorViewModel(
            ConnectionDraft start,
            @Nullable Connection edited,
            boolean locked,
            Collection<Connection> kept,
            SignInViewModel signIn) {
        this.edited = edited;
        this.locked = locked;
        this.kept = List.copyOf(kept);
        this.signIn = signIn;
        DRAFT_FIELDS.forEach(field -> faults.put(field, new ReadOnlyObjectWrapper<>()));
        for (ServiceName service : ServiceName.values()) {
            endpoints.put(service, new SimpleStringProperty(start.endpoints().text(service)));
        }
        name.set(start.name());
        region.set(start.region());
        projectId.set(start.projectId());
        generation.set(start.generation());
        enterpriseProject.set(start.enterpriseProjectId());
        colour.set(start.marking().colour());
        label.set(start.marking().label());
        guarded.set(start.marking().guarded());
        endpoints.values().forEach(text -> text.subscribe(now -> judge()));
        List.of(name, region, projectId, enterpriseProject, label)
                .forEach(text -> text.subscribe(now -> judge()));
        generation.subscribe(now -> judge());
        before = snapshot();
    }

    /** The kept connection that is changed, empty for a new one. */
    public Optional<Connection> edited() {
        return Optional.ofNullable(edited);
    }

    /** Whether only the sign-in can be changed. */
    public boolean locked() {
        return locked;
    }

    /** The inputs of the sign-in. */
    public SignInViewModel signIn() {
        return signIn;
    }

    /** What the operator calls it; empty takes the region or the host. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Region id, empty while none is chosen. */
    public StringProperty regionProperty() {
        return region;
    }

    /**
     * An address of one's own.
     *
     * @param service whose
     */
    public StringProperty endpointProperty(ServiceName service) {
        StringProperty text = endpoints.get(service);
        if (text == null) {
            throw new IllegalArgumentException(service.name());
        }
        return text;
    }

    /** Project id; empty finds it by the region's name. */
    public StringProperty projectIdProperty() {
        return projectId;
    }

    /** API generation. */
    public ObjectProperty<GenerationChoice> generationProperty() {
        return generation;
    }

    /** Enterprise project id, empty for none. */
    public StringProperty enterpriseProjectProperty() {
        return enterpriseProject;
    }

    /** Colour of the mark. */
    public ObjectProperty<Marking.Colour> colourProperty() {
        return colour;
    }

    /** A short word beside the name. */
    public StringProperty labelProperty() {
        return label;
    }

    /** Whether it can only be read until somebody unlocks it. */
    public BooleanProperty guardedProperty() {
        return guarded;
    }

    /** Whether the sign-in is kept in the system's key store. */
    public BooleanProperty rememberProperty() {
        return remember;
    }

    /** Hears of every change of what is typed. */
    void onTyped(Runnable action) {
        typed = action;
    }

    /**
     * What is wrong with an input, null while nothing is or it was not judged yet.
     *
     * @param field one of a draft's
     */
    public ReadOnlyObjectProperty<@Nullable InputFault> faultProperty(Field field) {
        ReadOnlyObjectWrapper<@Nullable InputFault> fault = faults.get(field);
        if (fault == null) {
            throw new IllegalArgumentException(field.name());
        }
        return fault.getReadOnlyProperty();
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

    /**
     * Judges everything but the sign-in.
     *
     * @return the first input that something is wrong with, empty when nothing is
     */
    public Optional<Field> judgeDraft() {
        judged.addAll(DRAFT_FIELDS);
        judge();
        return check().stream().map(InputFault::field).findFirst();
    }

    /** Whether what is typed is complete, judged or not. */
    public boolean complete() {
        return check().isEmpty();
    }

    /** What is typed, as a draft. */
    public ConnectionDraft draft() {
        Map<ServiceName, String> texts = new EnumMap<>(ServiceName.class);
        endpoints.forEach((service, text) -> texts.put(service, text.get()));
        return new ConnectionDraft(
                name.get(),
                region.get(),
                new CustomEndpoints(texts),
                projectId.get(),
                generation.get(),
                enterpriseProject.get(),
                new Marking(colour.get(), label.get(), guarded.get()));
    }

    /**
     * The connection that is described, under its old id when a kept one is changed.
     *
     * @throws IllegalArgumentException when something is wrong
     */
    public Connection connection() {
        Connection old = edited;
        ConnectionDraft named = draft().named(kept, old == null ? "" : old.id());
        return old == null
                ? named.connection(signIn.identity())
                : named.applyTo(old, signIn.identity());
    }

    /** Whether leaving would lose something that was typed. */
    public boolean changed() {
        return !signIn.noSecretTyped() || !before.equals(snapshot());
    }

    /** What is typed now is what was there before. */
    public void settled() {
        before = snapshot();
    }

    private Snapshot snapshot() {
        return new Snapshot(draft(), signIn.identity(), remember.get());
    }

    private void judge() {
        typed.run();
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
        Connection old = edited;
        return new ArrayList<>(draft().check(kept, old == null ? "" : old.id()));
    }
}
