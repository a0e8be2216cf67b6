package org.workspaceadmin.app;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.LiveSetup;
import org.workspaceadmin.journal.JournalCopies;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.activity.ActivityScreen;
import org.workspaceadmin.ui.activity.ActivityViewModel;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.LateScreen;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.desktops.DesktopsScreen;
import org.workspaceadmin.ui.jobs.JobHistory;
import org.workspaceadmin.ui.jobs.JobTexts;
import org.workspaceadmin.ui.jobs.JobsScreen;
import org.workspaceadmin.ui.jobs.JobsViewModel;
import org.workspaceadmin.ui.operation.DialogContext;
import org.workspaceadmin.ui.operation.DialogLayer;
import org.workspaceadmin.ui.overview.OverviewScreen;
import org.workspaceadmin.ui.overview.OverviewViewModel;
import org.workspaceadmin.ui.setup.SetupContext;
import org.workspaceadmin.ui.setup.SetupScreen;
import org.workspaceadmin.ui.shell.Place;
import org.workspaceadmin.ui.shell.ShellView;

/** Which screens there are, and what each is given. */
final class Wiring {
    private Wiring() {}

    /**
     * The screens of the program.
     *
     * @param below everything below the screens
     * @param context what every screen is given
     * @return builds them for a frame
     */
    static Function<ShellView, Screens> screens(Foundations below, UiContext context) {
        Operations operations = below.engine();
        Settings settings = below.settings();
        return frame ->
                (connection, fleet, service, directory) -> {
                    DialogLayer dialogs =
                            new DialogLayer(
                                    new DialogContext(
                                            operations, fleet, connection.id(), directory, context),
                                    frame.overlay(),
                                    submitted -> frame.overlay().close());
                    Screen desktops =
                            new LateScreen(() ->
                                    new DesktopsScreen(
                                            fleet,
                                            dialogs,
                                            directory,
                                            context,
                                            new SettingsTable(settings)));
                    JobTexts words = new JobTexts(context.texts());
                    JobsViewModel jobs =
                            jobs(below, dialogs, connection.id(), words, frame, context);
                    dialogs.onShowJob(id -> {
                        jobs.select(id);
                        frame.goTo("jobs");
                    });
                    return List.of(
                            new Place(
                                    "overview",
                                    "shell.place.overview",
                                    Icons.OVERVIEW,
                                    new LateScreen(() ->
                                            overview(below, fleet, jobs, words, frame, context)),
                                    false),
                            new Place(
                                    "desktops",
                                    "shell.place.desktops",
                                    Icons.DESKTOPS,
                                    desktops,
                                    false),
                            new Place(
                                    "jobs",
                                    "shell.place.jobs",
                                    Icons.JOBS,
                                    new LateScreen(() -> new JobsScreen(jobs, words, context)),
                                    true),
                            new Place(
                                    "setup",
                                    "shell.place.setup",
                                    Icons.SETTINGS,
                                    new LateScreen(() ->
                                            new SetupScreen(
                                                    setup(
                                                            below,
                                                            connection,
                                                            service,
                                                            frame,
                                                            context))),
                                    false),
                            new Place(
                                    "activity",
                                    "shell.place.activity",
                                    Icons.ACTIVITY,
                                    new LateScreen(
                                            () -> activity(below, new Links(frame, jobs), context)),
                                    false));
                };
    }

    private static ActivityScreen activity(Foundations below, Links links, UiContext context) {
        return new ActivityScreen(
                new ActivityViewModel(
                        below.journal().ledger(),
                        () -> JournalCopies.list(below.copies()),
                        context),
                links::job,
                context);
    }

    private static SetupContext setup(
            Foundations below,
            Connection connection,
            CloudConnection service,
            ShellView frame,
            UiContext context) {
        Settings settings = below.settings();
        return new SetupContext(
                connection.id(),
                connection.generation(),
                below.engine(),
                new LiveSetup(service),
                below.siteLists().lists(),
                below.siteLists().unreadable().stream()
                        .map(file -> file.getFileName().toString())
                        .toList(),
                name -> settings.values().screen(name),
                (name, value) -> settings.change(v -> v.withScreen(name, value)),
                below.redactor()::remember,
                new LiveDirectory(below, connection.id(), service),
                () -> frame.goTo("jobs"),
                context);
    }

    private static OverviewScreen overview(
            Foundations below,
            Fleet fleet,
            JobsViewModel jobs,
            JobTexts words,
            ShellView frame,
            UiContext context) {
        return new OverviewScreen(
                new OverviewViewModel(
                        fleet,
                        below.engine(),
                        since -> below.journal().history().outcomes(since),
                        context,
                        ZoneId.systemDefault()),
                new Links(frame, jobs),
                words::sentence,
                context);
    }

    private static JobsViewModel jobs(
            Foundations below,
            OperationDialogs dialogs,
            String connectionId,
            JobTexts words,
            ShellView frame,
            UiContext context) {
        JobHistory history = JobHistory.of(below.journal(), below.workers());
        JobsViewModel model = new JobsViewModel(below.engine(), history, context, words::sentence);
        model.onRetry(connectionId, dialogs::retry);
        model.start();
        frame.showsJobs(model::select);
        return model;
    }
}
