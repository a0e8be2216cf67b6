package org.workspaceadmin.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Filter;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.app.notice.SystemNotices;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.HomeException;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.connection.secret.LayeredSecretStore;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.ui.common.FxBrowser;
import org.workspaceadmin.ui.common.FxClipboard;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.HelpLine;
import org.workspaceadmin.ui.common.NoticePort;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The life of the program with a window, from start to exit code. */
public final class ProgramRun {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration CALLING = Duration.ofSeconds(6);
    private static final Duration UI_CLOSING = Duration.ofSeconds(1);

    /** Held strongly, since Java's own logging forgets loggers that nobody holds. */
    private static final java.util.logging.Logger JAVAFX =
            java.util.logging.Logger.getLogger("javafx");

    private final @Nullable SimulatorOptions demo;
    private final @Nullable Script script;
    private final Path scriptFolder;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ProgramRun(
            @Nullable SimulatorOptions demo, @Nullable Script script, Path scriptFolder) {
        this.demo = demo;
        this.script = script;
        this.scriptFolder = scriptFolder;
    }

    /**
     * Opens the window and returns when it was closed.
     *
     * @param start what the command line asks for
     * @param err gets the reason when the program cannot start
     * @return exit code
     */
    public static int window(Options.Start.Window start, PrintWriter err) {
        return new ProgramRun(start.demo(), null, Path.of("")).run(start.home(), err);
    }

    /**
     * Opens the window with the demo, has a script drive it, and closes it.
     *
     * @param start what the command line asks for
     * @param script drives the window
     * @param err gets the reason when the program cannot start
     * @return the script's exit code
     */
    public static int scripted(Options.Start.Tour start, Script script, PrintWriter err) {
        return new ProgramRun(start.demo(), script, start.folder()).run(start.home(), err);
    }

    private int run(@Nullable Path folder, PrintWriter err) {
        Foundations below;
        SingleInstance instance = null;
        Demo world = new Demo(demo == null ? Options.demoDefaults() : demo, Instant.now());
        try {
            Home home = Foundations.home(folder);
            if (script == null) {
                instance = SingleInstance.claim(home.folder()).orElse(null);
                if (instance == null && SingleInstance.callForward(home.folder(), CALLING)) {
                    err.println(Messages.of(system()).text("start.already", home.folder()));
                    err.flush();
                    return 0;
                }
            }
            // A script leaves nothing behind in the key store of who runs it.
            below =
                    Foundations.open(
                            home,
                            script == null ? LayeredSecretStore.system() : new SessionSecretStore(),
                            settings -> meanwhile(settings, world));
        } catch (HomeException | JournalException e) {
            LOG.info("cannot start", e); // said to the operator in words below
            return failed(StartFailure.of(e, system()), err);
        }
        CompletableFuture<Program> started = new CompletableFuture<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("uncaught on {}", thread.getName(), failure);
            below.failures().add(below.timer().instant(), thread.getName(), failure);
            Program program = started.getNow(null);
            if (program != null) {
                program.report(failure);
            } else {
                ended.complete(1);
            }
        });
        SingleInstance only = instance;
        // Read from disk while the window is being built, and kept for the first connection.
        below.workers().start(below.network()::options);
        FxStart.run(() -> {
            Program program = start(below, world);
            started.complete(program);
            program.reportJournal();
            if (only != null) {
                only.onCall(program::comeForward);
            }
        });
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::endedBySystem));
        int code = ended.join();
        close(below, started);
        if (only != null) {
            only.close();
        }
        closed.countDown();
        return code;
    }

    /** What needs nothing but the settings, and takes long. */
    private void meanwhile(Settings settings, Demo world) {
        acceptClassPath();
        ThisProgram.scale(settings.values());
        FxStart.begin();
        if (demo != null) {
            Thread.ofVirtual().name("demo-start").start(world::startEarly);
        }
    }

    private static Language system() {
        return Language.of(java.util.Locale.getDefault());
    }

    /** The system ends the process: close as if the window had been closed. */
    private void endedBySystem() {
        ended.complete(0);
        try {
            if (!closed.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("ended before everything was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Program start(Foundations below, Demo world) {
        SettingsMemory memory = new SettingsMemory(below.settings());
        Stage stage = new Stage();
        UiContext context = context(below, stage, memory.language());
        Program program =
                new Program(stage, below, context, memory, world, Wiring.screens(below, context));
        stage.setOnCloseRequest(request -> {
            request.consume();
            ended.complete(0);
        });
        if (demo != null) {
            program.openDemo().then(context.ui(), opened -> ready(program), program::report);
        }
        stage.show();
        ThisProgram.log(stage);
        return program;
    }

    private void ready(Program program) {
        Script driver = script;
        if (driver != null) {
            Thread.ofPlatform().name("script").daemon().start(() -> drive(driver, program));
        }
    }

    private void drive(Script driver, Program program) {
        int code = 1;
        try {
            code = driver.run(program, scriptFolder);
        } catch (Exception e) {
            LOG.error("the script failed", e);
        } finally {
            ended.complete(code);
        }
    }

    private UiContext context(Foundations below, Stage stage, Language language) {
        FxUiExecutor ui = new FxUiExecutor();
        Texts texts = new Texts(language);
        return new UiContext(
                texts,
                new Now(below.timer(), ui),
                below.timer(),
                below.workers(),
                ui,
                new FxClipboard(),
                new FxFiles(() -> stage),
                new FxBrowser(new Host().getHostServices()),
                new HelpLine(),
                // A script is watched by nobody.
                script == null
                        ? SystemNotices.ofThisSystem(below.workers(), texts.now("app.name"))
                        : NoticePort.NONE);
    }

    /** Ends everything in order; what does not end in time is left to the end of the process. */
    private static void close(Foundations below, CompletableFuture<Program> started) {
        Program program = started.getNow(null);
        Thread closing =
                Thread.ofPlatform()
                        .name("closing")
                        .daemon()
                        .start(() -> {
                            if (program != null) {
                                onUi(() -> {
                                    program.close();
                                    program.stage().hide();
                                });
                            }
                            below.engine().close();
                            if (program != null) {
                                program.closeConnections();
                            }
                            below.close();
                        });
        try {
            if (!closing.join(CLOSING)) {
                LOG.warn("not everything closed within {}", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static void onUi(Runnable action) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(true);
            } catch (RuntimeException e) {
                LOG.warn("a part of the window did not close", e);
                done.complete(false);
            }
        });
        try {
            done.get(UI_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // When the system ends the process, JavaFX ends its thread at the same time.
            LOG.debug("the window closed without us", e);
        }
    }

    private static int failed(StartFailure failure, PrintWriter err) {
        err.println(failure.title());
        err.println(failure.advice());
        err.flush();
        if (Display.available()) {
            acceptClassPath();
            failure.show();
        }
        return 1;
    }

    /** JavaFX warns once about every start from the class path, which is how this program runs. */
    static void acceptClassPath() {
        Filter filter =
                record ->
                        !String.valueOf(record.getMessage())
                                .startsWith("Unsupported JavaFX configuration");
        JAVAFX.setFilter(filter);
    }

    /** Only to reach the host services, which JavaFX gives to applications alone. */
    private static final class Host extends Application {
        @Override
        public void start(Stage unused) {
            throw new IllegalStateException("never launched");
        }
    }
}
