package org.workspaceadmin.ui.operation;

import java.util.Collection;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;

/** Making desktops' SIDs equal to those in AD (api/desktops.md section 6). */
public final class UpdateSidsViewModel extends OperationViewModel {
    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     */
    public UpdateSidsViewModel(DialogContext context, Collection<Desktop> chosen) {
        super(context, OperationKind.UPDATE_SIDS, chosen);
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.UpdateSids(now);
    }

    @Override
    public List<Line> consequences(Plan now) {
        return List.of(
                Line.plain("operation.sids.does"),
                Line.plain("operation.sids.users"),
                Line.plain("operation.sids.outcomes"));
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.sids.title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.sids.action", count);
    }

    @Override
    public boolean destructive() {
        return false;
    }
}
