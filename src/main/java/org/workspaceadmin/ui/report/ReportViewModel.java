package org.workspaceadmin.ui.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.report.Report;
import org.workspaceadmin.report.ReportArchive;
import org.workspaceadmin.report.ReportChoice;
import org.workspaceadmin.report.ReportException;
import org.workspaceadmin.report.SupportReports;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/** A report from gathering to the saved file. UI thread. */
final class ReportViewModel {
    private static final String ENDING = ".zip";

    private final SupportReports reports;
    private final ReportArchive archive;
    private final UiContext ui;
    private final @Nullable Problem about;
    private final BooleanProperty withoutNames = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Gathering());
    private @Nullable Work<?> running;
    private Subscription subscriptions = Subscription.EMPTY;

    /** Where it stands. */
    sealed interface State {
        /** Put together in the background. */
        record Gathering() implements State {}

        /** Could not be put together. */
        record Failed(Problem problem) implements State {}

        /**
         * To be looked at.
         *
         * @param report the report
         * @param fault why it could not be saved just now, null when that was not tried
         */
        record Ready(Report report, @Nullable ReportException fault) implements State {}

        /** Written in the background. */
        record Saving(Report report) implements State {}

        /** Saved. */
        record Saved(Report report, Path file) implements State {}

        /** The report, null while there is none. */
        default @Nullable Report shown() {
            return switch (this) {
                case Gathering gathering -> null;
                case Failed failed -> null;
                case Ready ready -> ready.report();
                case Saving saving -> saving.report();
                case Saved saved -> saved.report();
            };
        }
    }

    /**
     * A report that is not begun.
     *
     * @param reports gathers
     * @param archive writes
     * @param ui threads, words, files
     * @param about the problem it is for, null for none
     */
    ReportViewModel(
            SupportReports reports, ReportArchive archive, UiContext ui, @Nullable Problem about) {
        this.reports = reports;
        this.archive = archive;
        this.ui = ui;
        this.about = about;
    }

    /** Begins, and begins again whenever names or the language are chosen anew. */
    void start() {
        subscriptions =
                Subscription.combine(
                        withoutNames.subscribe((was, is) -> gather()),
                        ui.texts().languageProperty().subscribe((was, is) -> gather()));
        gather();
    }

    /** Ends whatever runs. */
    void stop() {
        subscriptions.unsubscribe();
        cancel();
    }

    /** Whether names of users and desktops become numbers. */
    BooleanProperty withoutNamesProperty() {
        return withoutNames;
    }

    /** Where it stands. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Gathers again. */
    void gather() {
        cancel();
        state.set(new State.Gathering());
        ReportChoice choice =
                new ReportChoice(
                        withoutNames.get(), about, ui.timer().instant(), ZoneId.systemDefault());
        Messages words = ui.texts().messages();
        running =
                ui.workers()
                        .start(() -> reports.gather(choice, words::text))
                        .then(
                                ui.ui(),
                                report -> state.set(new State.Ready(report, null)),
                                failure ->
                                        state.set(
                                                new State.Failed(ProblemText.problemOf(failure))));
    }

    /** Asks where to, and saves there; does nothing while there is no report. */
    void save() {
        Report report = state.get().shown();
        if (report == null || state.get() instanceof State.Saving) {
            return;
        }
        Optional<Path> chosen =
                ui.files()
                        .chooseToSave(
                                ui.texts().now("report.title"),
                                report.fileName(),
                                ui.texts().now("report.archive"),
                                List.of("*" + ENDING));
        chosen.ifPresent(path -> write(report, withEnding(path)));
    }

    /** Gives up saving; nothing is left of it. */
    void cancelSaving() {
        if (state.get() instanceof State.Saving(Report report)) {
            cancel();
            state.set(new State.Ready(report, null));
        }
    }

    private void write(Report report, Path file) {
        cancel();
        state.set(new State.Saving(report));
        running =
                ui.workers()
                        .start(() -> {
                            archive.write(report, file);
                            return file;
                        })
                        .then(
                                ui.ui(),
                                saved -> state.set(new State.Saved(report, saved)),
                                failure -> notSaved(report, failure));
    }

    private void notSaved(Report report, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ReportException fault) {
                state.set(new State.Ready(report, fault));
                return;
            }
        }
        state.set(new State.Failed(ProblemText.problemOf(failure)));
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** Some systems' dialogs give the name without its ending. */
    private static Path withEnding(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.indexOf('.') >= 0 ? path : path.resolveSibling(name + ENDING);
    }
}
