package org.workspaceadmin.app;

import java.util.List;
import java.util.function.Function;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.desktops.DesktopsScreen;
import org.workspaceadmin.ui.jobs.JobTexts;
import org.workspaceadmin.ui.jobs.JobsScreen;
import org.workspaceadmin.ui.jobs.JobsViewModel;
import org.workspaceadmin.ui.operation.DialogContext;
import org.workspaceadmin.ui.operation.DialogLayer;
import org.workspaceadmin.ui.shell.Place;
import org.workspaceadmin.ui.shell.ShellView;

/** Which screens there are, and what each is given. */
final class Wiring {
    private Wiring() {}

    /**
     * The screens of the program.
     *
     * @param operations everything that writes
     * @param settings what screens remember
     * @param context what every screen is given
     * @return builds them for a frame
     */
    static Function<ShellView, Screens> screens(
            Operations operations, Settings settings, UiContext context) {
        return frame ->
                (connection, fleet) -> {
                    OperationDialogs dialogs =
                            new DialogLayer(
                                    new DialogContext(operations, fleet, connection.id(), context),
                                    frame.overlay(),
                                    submitted -> frame.overlay().close());
                    DesktopsScreen desktops =
                            new DesktopsScreen(
                                    fleet, dialogs, context, new SettingsTable(settings));
                    return List.of(
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
                                    jobs(operations, dialogs, connection.id(), context),
                                    true));
                };
    }

    private static JobsScreen jobs(
            Operations operations,
            OperationDialogs dialogs,
            String connectionId,
            UiContext context) {
        JobTexts words = new JobTexts(context.texts());
        JobsViewModel model = new JobsViewModel(operations, context, words::sentence);
        model.onRetry(connectionId, dialogs::retry);
        model.start();
        return new JobsScreen(model, words, context);
    }
}
