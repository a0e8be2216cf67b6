package org.workspaceadmin.app;

import java.util.List;
import java.util.function.Function;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.shell.ShellView;

/** Which screens there are, and what each is given. */
final class Wiring {
    private Wiring() {}

    static Function<ShellView, Screens> screens(
            Operations operations, Settings settings, UiContext context) {
        return frame -> (connection, fleet) -> List.of();
    }
}
