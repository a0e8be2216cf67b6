package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;

/** Beginning and ending the administrator's maintenance mode (api/desktops.md section 9). */
public final class MaintenanceViewModel extends OperationViewModel {
    private final boolean on;
    private final String words;

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     * @param on whether to begin
     */
    public MaintenanceViewModel(DialogContext context, Collection<Desktop> chosen, boolean on) {
        super(context, OperationKind.MAINTENANCE, chosen);
        this.on = on;
        words = on ? "operation.maintenance.begin." : "operation.maintenance.end.";
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.Maintenance(now, on);
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain(words + "does"));
        if (on && sessions() > 0) {
            lines.add(Line.warning("operation.maintenance.sessions", sessions()));
        }
        lines.add(Line.plain("operation.maintenance.settled"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain(words + "title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain(words + "action", count);
    }

    @Override
    public boolean destructive() {
        return false;
    }
}
