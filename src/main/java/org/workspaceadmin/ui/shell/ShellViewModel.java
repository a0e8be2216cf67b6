package org.workspaceadmin.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.GuardViewModel;
import org.workspaceadmin.ui.common.UiContext;

/** The frame's state: where the operator is, how the connection does, what runs. */
public final class ShellViewModel implements AutoCloseable {
    /** How the connection does, in one word. */
    public enum Link {
        /** Nothing was read yet. */
        READING,
        /** Nothing was asked for yet, and nothing is being read. */
        IDLE,
        /** The last answer was good. */
        CONNECTED,
        /** The service answers, and says that Workspace is not set up in this project. */
        NO_SERVICE,
        /** The last read failed. */
        TROUBLE,
        /** Nothing can be read until somebody signs in again. */
        SIGNED_OUT
    }

    /** How its sign-in stands. */
    public enum SignInState {
        /** Nothing to be done. */
        GOOD,
        /** It ran out. */
        OVER,
        /** The service does not take it any more. */
        REFUSED
    }

    /** Where an operator begins who was nowhere yet. */
    private static final String HOME = "desktops";

    private final UiContext context;
    private final Operations operations;
    private final ShellMemory memory;
    private final Operations.Subscription subscription;
    private final Map<String, OperationState> open = new LinkedHashMap<>();
    private final Map<String, String> searches = new HashMap<>();

    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Place> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionFace> connection =
            new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(Link.READING);
    private final ReadOnlyObjectWrapper<@Nullable Duration> latency = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> asOf = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OperationState> running =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper openJobs = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable GuardViewModel> guard =
            new ReadOnlyObjectWrapper<>();
    private final IntegerProperty news = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Function<OperationState, String>> sentence =
            new ReadOnlyObjectWrapper<>(state -> "");
    private Consumer<String> jobs = id -> {};
    private final ReadOnlyObjectWrapper<SignInState> signIn =
            new ReadOnlyObjectWrapper<>(SignInState.GOOD);

    /**
     * A frame without a connection.
     *
     * @param context texts, time, threads
     * @param operations every operation, whatever connection it belongs to
     * @param memory what is remembered
     */
    public ShellViewModel(UiContext context, Operations operations, ShellMemory memory) {
        this.context = context;
        this.operations = operations;
        this.memory = memory;
        FrameBatch<OperationState> changes = context.batch(this::take);
        subscription = operations.subscribe(changes::add);
        take(operations.all());
        search.subscribe(text -> passSearch(text));
        context.now().property().subscribe(now -> readConnection());
    }

    /** Where the operator can go, in order. */
    public ObservableList<Place> places() {
        return places;
    }

    /** Where the operator is, null on the welcome page. */
    public ReadOnlyObjectProperty<@Nullable Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The open connection, null on the welcome page. */
    public ReadOnlyObjectProperty<@Nullable ConnectionFace> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** What is typed into the search box; each place keeps its own. */
    public StringProperty searchProperty() {
        return search;
    }

    /** How the connection does. */
    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** How long the last answer took. */
    public ReadOnlyObjectProperty<@Nullable Duration> latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    /** When the fleet was last read completely. */
    public ReadOnlyObjectProperty<@Nullable Instant> asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    /** The newest operation that is under way, null when none is. */
    public ReadOnlyObjectProperty<@Nullable OperationState> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many operations are not ended. */
    public ReadOnlyIntegerProperty openJobsProperty() {
        return openJobs.getReadOnlyProperty();
    }

    /** Whether the open connection is read-only, and unlocking it; null on the welcome page. */
    public ReadOnlyObjectProperty<@Nullable GuardViewModel> guardProperty() {
        return guard.getReadOnlyProperty();
    }

    /** How the sign-in of the open connection stands. */
    public ReadOnlyObjectProperty<SignInState> signInProperty() {
        return signIn.getReadOnlyProperty();
    }

    /** A failure of the program itself, shown above the content until it is dismissed. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /**
     * A connection is open: these are its places. The place last shown is shown again.
     *
     * @param face what to show of it
     * @param itsPlaces where one can go, not empty
     */
    public void connected(ConnectionFace face, List<Place> itsPlaces) {
        leave();
        searches.clear();
        connection.set(face);
        endGuard();
        guard.set(new GuardViewModel(face.id(), operations, context));
        places.setAll(itsPlaces);
        readConnection();
        String last = memory.place();
        itsPlaces.stream()
                .filter(place -> place.id().equals(last))
                .findFirst()
                .or(() -> itsPlaces.stream().filter(place -> place.id().equals(HOME)).findFirst())
                .or(() -> itsPlaces.stream().findFirst())
                .ifPresent(this::go);
    }

    /** No connection is open. */
    public void disconnected() {
        leave();
        places.clear();
        connection.set(null);
        endGuard();
        signIn.set(SignInState.GOOD);
        search.set("");
        asOf.set(null);
        latency.set(null);
    }

    /**
     * Goes to a place.
     *
     * @param place one of {@link #places()}
     */
    public void go(Place place) {
        if (place.equals(current.get())) {
            return;
        }
        leave();
        current.set(place);
        search.set(Objects.requireNonNullElse(searches.get(place.id()), ""));
        place.screen().shown();
        memory.place(place.id());
    }

    /**
     * Goes to the place with a number, as the keys do.
     *
     * @param number from 1; a number without a place does nothing
     */
    public void goTo(int number) {
        if (number >= 1 && number <= places.size()) {
            go(places.get(number - 1));
        }
    }

    /**
     * Goes to a place by its name.
     *
     * @param id such as {@code jobs}; an unknown one does nothing
     */
    public void goTo(String id) {
        places.stream().filter(place -> place.id().equals(id)).findFirst().ifPresent(this::go);
    }

    /**
     * Goes to a place and looks for something there.
     *
     * @param id such as {@code desktops}; an unknown one does nothing
     * @param text what to look for, empty to show everything
     */
    public void goTo(String id, String text) {
        goTo(id);
        Place place = current.get();
        if (place != null && place.id().equals(id)) {
            search.set(text);
        }
    }

    /**
     * Who shows an operation of the open connection's jobs.
     *
     * @param shows gets its id after the place of jobs was gone to
     */
    public void showsJobs(Consumer<String> shows) {
        jobs = shows;
    }

    /**
     * Goes to the jobs and shows one.
     *
     * @param operationId which
     */
    public void goToJob(String operationId) {
        goTo("jobs");
        jobs.accept(operationId);
    }

    /**
     * Who says in words what an operation does.
     *
     * @param words an operation as a sentence
     */
    public void describes(Function<OperationState, String> words) {
        sentence.set(words);
    }

    /** Says in words what an operation does. */
    public ReadOnlyObjectProperty<Function<OperationState, String>> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** How many operations ended or stopped since the jobs were looked at. */
    public IntegerProperty newsProperty() {
        return news;
    }

    /** Somebody signed in again: looks at once and reads the present place. */
    public void signedInAgain() {
        readConnection();
        refresh();
    }

    /** Reads the present place again. */
    public void refresh() {
        Place place = current.get();
        if (place != null) {
            place.screen().refresh();
        }
    }

    /** Stops following. */
    @Override
    public void close() {
        subscription.cancel();
        endGuard();
        leave();
    }

    private void endGuard() {
        GuardViewModel before = guard.get();
        if (before != null) {
            guard.set(null);
            before.close();
        }
    }

    private void leave() {
        Place place = current.get();
        if (place != null) {
            current.set(null);
            place.screen().hidden();
        }
    }

    private void passSearch(String text) {
        Place place = current.get();
        if (place != null && !text.equals(searches.getOrDefault(place.id(), ""))) {
            searches.put(place.id(), text);
            place.screen().search(text);
        }
    }

    private void take(List<OperationState> changed) {
        for (OperationState state : changed) {
            if (state.open()) {
                open.put(state.id(), state);
            } else {
                open.remove(state.id());
            }
        }
        openJobs.set(open.size());
        running.set(
                open.values().stream()
                        .filter(ShellViewModel::underWay)
                        .max(Comparator.comparing(OperationState::id))
                        .orElse(null));
    }

    private static boolean underWay(OperationState state) {
        return state.phase() == OperationState.Phase.SENDING
                || state.phase() == OperationState.Phase.RUNNING;
    }

    private void readConnection() {
        ConnectionFace face = connection.get();
        if (face == null) {
            return;
        }
        FleetStatus status = face.status();
        latency.set(face.latency());
        signIn.set(
                !face.signInNeeded()
                        ? SignInState.GOOD
                        : face.signInUntil() == null ? SignInState.REFUSED : SignInState.OVER);
        asOf.set(status.asOf());
        link.set(linkOf(face, status));
    }

    private static Link linkOf(ConnectionFace face, FleetStatus status) {
        if (face.signInNeeded()) {
            return Link.SIGNED_OUT;
        }
        Problem problem = status.problem();
        if (problem != null) {
            return problem.kind() == Problem.Kind.SERVICE_DISABLED ? Link.NO_SERVICE : Link.TROUBLE;
        }
        if (status.asOf() != null || status.loaded() > 0) {
            return Link.CONNECTED;
        }
        if (status.loading()) {
            return Link.READING;
        }
        // The list of desktops was not opened yet; another place may have asked for something.
        return face.latency() == null ? Link.IDLE : Link.CONNECTED;
    }
}
