package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;

/** Rejoining desktops to the AD domain (api/desktops.md section 5). */
public final class RejoinViewModel extends OperationViewModel {
    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     */
    public RejoinViewModel(DialogContext context, Collection<Desktop> chosen) {
        super(context, OperationKind.REJOIN_DOMAIN, chosen);
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.Rejoin(now);
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("operation.rejoin.does"));
        lines.add(Line.plain("operation.rejoin.restart"));
        if (!now.disturbed().isEmpty()) {
            lines.add(Line.warning("operation.sessions", now.disturbed().size()));
        }
        lines.add(Line.plain("operation.rejoin.follow"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.rejoin.title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.rejoin.action", count);
    }

    @Override
    public boolean destructive() {
        return false;
    }
}
