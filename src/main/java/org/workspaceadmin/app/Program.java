package org.workspaceadmin.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connected;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.transfer.ImportSources;
import org.workspaceadmin.fleet.LiveFleet;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.report.SupportReports;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.about.AboutDialog;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionActions;
import org.workspaceadmin.ui.report.ReportLayer;
import org.workspaceadmin.ui.settings.SettingsDialog;
import org.workspaceadmin.ui.shell.ShellActions;
import org.workspaceadmin.ui.shell.ShellView;
import org.workspaceadmin.ui.shell.ShellViewModel;
import org.workspaceadmin.ui.shell.ShellWindow;

/**
 * The running program: the window, and the connections that were opened since it started. Of these
 * one is on screen; the others stay attached to the engine, so that their operations go on.
 */
public final class Program implements ShellActions, ConnectionDesk.Hall, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Foundations below;
    private final UiContext context;
    private final Screens screens;
    private final Demo demo;
    private final Stage stage;
    private final Skin skin;
    private final ShellViewModel shell;
    private final ShellWindow window;
    private final SupportReports archives;
    private final ReportLayer reports;
    private final Reception reception;
    private final Subscription focusAtStart;
    private final ConnectionDesk desk;
    private final Map<String, Attached> attached =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final SignInRenewal renewal;
    private final Overlay overlay;
    private final ProgramSettings settings;
    private final JobNews news;
    private @Nullable Session session;

    private record Attached(Connection connection, CloudConnection service) {}

    /**
     * Builds the window; UI thread.
     *
     * @param stage the window
     * @param below everything below the screens; stays the caller's to close
     * @param context what screens are given
     * @param memory what the frame remembers
     * @param demo the demo, not started
     * @param screens builds the screens of a connection, given the frame
     */
    Program(
            Stage stage,
            Foundations below,
            UiContext context,
            SettingsMemory memory,
            Demo demo,
            Function<ShellView, Screens> screens) {
        this.stage = stage;
        this.below = below;
        this.context = context;
        this.demo = demo;
        below.directories().demo(demo.reach());
        renewal = new SignInRenewal(below, context);
        skin = new Skin(memory.theme());
        shell = new ShellViewModel(context, below.engine(), memory);
        StartPages pages = new StartPages();
        desk = new ConnectionDesk(below, this, ImportSources.ofThisComputer());
        ShellView view = new ShellView(shell, this, context, skin, memory, pages);
        archives = new SupportReports(new ProgramReport(below, this::opened), below.redactor());
        reports = new ReportLayer(archives, view.overlay(), context);
        context.help().reportedBy(reports::open);
        reception = new Reception(desk, this::openDemo, pages, context, view.overlay());
        window = new ShellWindow(stage, view, shell, context.texts(), memory);
        this.screens = screens.apply(view);
        news = new JobNews(below, context, stage, shell, view);
        context.help()
                .answeredBy(new SessionHelp(() -> session, below.connector(), below.workers()));
        overlay = view.overlay();
        settings =
                new ProgramSettings(
                        below,
                        () -> Optional.ofNullable(session).map(Session::connection),
                        () -> settingsChanged(memory),
                        this::showAbout);
        // Only what is in a window that is shown takes the focus.
        focusAtStart =
                stage.showingProperty()
                        .subscribe(showing -> {
                            if (showing && session == null) {
                                pages.focus();
                            }
                        });
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** What every screen is given. */
    public UiContext context() {
        return context;
    }

    /** The frame's state: places, connection, open jobs. */
    public ShellViewModel shell() {
        return shell;
    }

    /** Theme switching. */
    public Skin skin() {
        return skin;
    }

    /** The demo's service, null while it does not run. */
    public @Nullable Simulator simulator() {
        return demo.simulator();
    }

    /** What the screens of connections ask of the program. */
    public ConnectionActions desk() {
        return desk;
    }

    /** Makes reports for support. */
    public SupportReports archives() {
        return archives;
    }

    /** Shows a failure of the program above the content; any thread. */
    void report(Throwable failure) {
        context.ui().execute(() -> shell.problemProperty().set(ProblemText.problemOf(failure)));
    }

    /** Shows above the content what is the matter with the journal, if anything is; any thread. */
    void reportJournal() {
        below.workers()
                .start(below::journalProblem)
                .then(
                        context.ui(),
                        found -> found.ifPresent(shell.problemProperty()::set),
                        this::report);
    }

    /** Puts the window before all others; any thread. */
    void comeForward() {
        context.ui()
                .execute(() -> {
                    LOG.info("started again with this folder; the window comes forward");
                    stage.setIconified(false);
                    stage.show();
                    stage.toFront();
                    stage.requestFocus();
                });
    }

    @Override
    public List<Choice> connections() {
        List<Choice> choices = new ArrayList<>();
        attached.values().forEach(a -> choices.add(choice(a.connection(), true)));
        below.connections().list().stream()
                .filter(kept -> !attached.containsKey(kept.id()))
                .forEach(kept -> choices.add(choice(kept, false)));
        choices.addAll(unsubscribed());
        return choices;
    }

    /** The demo's second project by each generation, while it was not opened. */
    private List<Choice> unsubscribed() {
        if (demo.simulator() == null) {
            return List.of();
        }
        return Stream.of(Generation.V2, Generation.V1)
                .filter(generation -> !attached.containsKey(demo.unsubscribedId(generation)))
                .map(generation ->
                        new Choice(
                                demo.unsubscribedId(generation),
                                unsubscribedName(generation),
                                true,
                                Marking.NONE,
                                false))
                .toList();
    }

    private String unsubscribedName(Generation generation) {
        return context.texts().now("demo.unsubscribed." + generation.name());
    }

    /**
     * Opens the demo's second project, which has no service yet.
     *
     * @param generation how it is spoken to
     * @return done when it is on screen; fails where the demo does not run
     */
    public Work<Boolean> openUnsubscribed(Generation generation) {
        String name = unsubscribedName(generation);
        return below.workers()
                .start(() -> {
                    Simulator running = demo.start();
                    Connection connection = demo.unsubscribed(running, name, generation);
                    try (SignIn signIn = Demo.signIn(running)) {
                        if (below.connector().connect(connection, signIn).await()
                                instanceof Connected.To to) {
                            adopt(to.connection(), to.service());
                        }
                    }
                    return true;
                });
    }

    private static Choice choice(Connection connection, boolean open) {
        return new Choice(
                connection.id(), connection.name(), connection.demo(), connection.marking(), open);
    }

    @Override
    public void open(String connectionId) {
        Attached known = attached.get(connectionId);
        Optional<Generation> unsubscribed =
                Stream.of(Generation.values())
                        .filter(g -> demo.unsubscribedId(g).equals(connectionId))
                        .findFirst();
        if (known == null && unsubscribed.isPresent()) {
            openUnsubscribed(unsubscribed.get()).then(context.ui(), opened -> {}, this::report);
        } else if (known == null) {
            connectElsewhere();
            reception.openKept(connectionId);
        } else if (session == null || !session.id().equals(connectionId)) {
            show(known);
        }
    }

    @Override
    public Optional<SignInForm> signInForm() {
        return onScreen()
                .filter(a -> !a.connection().demo())
                .map(a -> renewal.form(a.connection()));
    }

    @Override
    public Work<Boolean> signInAgain(SignIn signIn) {
        Attached here = onScreen().orElseThrow();
        return renewal.renew(here.connection(), here.service(), signIn)
                .map(
                        context.ui(),
                        renewed -> {
                            below.actors().signedIn(renewed, here.service());
                            attached.computeIfPresent(
                                    renewed.id(), (id, a) -> new Attached(renewed, a.service()));
                            return true;
                        });
    }

    private Optional<Attached> onScreen() {
        return Optional.ofNullable(session).map(open -> attached.get(open.id()));
    }

    @Override
    public void connectElsewhere() {
        leave();
        reception.showWelcome();
        shell.disconnected();
    }

    @Override
    public void manageConnections() {
        leave();
        shell.disconnected();
        reception.manageConnections();
    }

    @Override
    public void saveReport() {
        reports.open(null);
    }

    /** The connections that were opened, for a report; any thread. */
    private List<Connection> opened() {
        List<Connection> all = new ArrayList<>();
        synchronized (attached) {
            attached.values().forEach(a -> all.add(a.connection()));
        }
        return all;
    }

    /** Starts the demo and opens it. */
    Work<Boolean> openDemo() {
        String name = context.texts().now("demo.name");
        return below.workers()
                .start(() -> {
                    Simulator simulator = demo.start();
                    Connection connection = demo.connection(simulator, name);
                    try (SignIn signIn = Demo.signIn(simulator)) {
                        if (below.connector().connect(connection, signIn).await()
                                instanceof Connected.To to) {
                            adopt(to.connection(), to.service());
                        }
                    }
                    return true;
                });
    }

    @Override
    public Optional<Connection> attached(String connectionId) {
        return Optional.ofNullable(attached.get(connectionId)).map(Attached::connection);
    }

    @Override
    public void showAttached(String connectionId) {
        open(connectionId);
    }

    @Override
    public void adopt(Connection connection, CloudConnection service) {
        below.actors().signedIn(connection, service);
        below.engine()
                .attach(
                        connection.id(),
                        connection.name(),
                        connection.projectId(),
                        connection.generation(),
                        service);
        context.ui().execute(() -> adopted(new Attached(connection, service)));
    }

    @Override
    public void renamed(Connection connection) {
        attached.computeIfPresent(
                connection.id(), (id, before) -> new Attached(connection, before.service()));
    }

    @Override
    public void drop(String connectionId) {
        Attached gone = attached.remove(connectionId);
        if (gone != null) {
            below.engine().detach(connectionId);
            below.actors().signedOut(connectionId);
            gone.service().close();
        }
    }

    @Override
    public void leaveConnections() {
        reception.showWelcome();
    }

    private void adopted(Attached fresh) {
        Attached before = attached.put(fresh.connection().id(), fresh);
        show(fresh);
        if (before != null && !before.service().equals(fresh.service())) {
            before.service().close();
        }
    }

    private void show(Attached chosen) {
        leave();
        Connection connection = chosen.connection();
        LiveFleet fleet = LiveFleet.of(chosen.service(), below.workers(), below.timer());
        fleet.interval(below.settings().values().refresh());
        below.fleets().opened(connection.id(), fleet);
        DirectoryDesk directory =
                DirectoryDesk.of(
                        connection, fleet, chosen.service(), demo, below, overlay, context);
        Session opened =
                new Session(
                        connection,
                        chosen.service(),
                        fleet,
                        directory::close,
                        screens.of(connection, fleet, chosen.service(), directory));
        directory.start();
        session = opened;
        shell.connected(opened, opened.places());
        reception.showWelcome();
        LOG.info("opened {} ({})", connection.name(), connection.endpoints().workspace());
    }

    private void leave() {
        Session leaving = session;
        if (leaving != null) {
            session = null;
            shell.disconnected();
            below.fleets().closed(leaving.id());
            leaving.close();
        }
    }

    @Override
    public void showAbout() {
        AboutDialog.open(overlay, ThisProgram.facts(below, stage), context);
    }

    @Override
    public void showSettings() {
        SettingsDialog.open(overlay, settings, context, SettingsDialog.Section.GENERAL);
    }

    private void settingsChanged(SettingsMemory memory) {
        skin.themeProperty().set(memory.theme());
        context.texts().setLanguage(memory.language());
        Session here = session;
        if (here != null) {
            here.interval(below.settings().values().refresh());
        }
    }

    /** Remembers the window and closes the screens; UI thread. What is below stays open. */
    @Override
    public void close() {
        focusAtStart.unsubscribe();
        news.close();
        window.remember();
        leave();
        shell.close();
        context.now().close();
    }

    /** Ends the connections; background thread, after {@link #close()} and the engine's end. */
    void closeConnections() {
        attached.values().forEach(a -> a.service().close());
        demo.close();
    }
}
