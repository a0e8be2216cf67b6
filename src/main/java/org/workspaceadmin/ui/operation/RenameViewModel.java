package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;

/** Renaming one desktop (api/desktops.md section 11). */
public final class RenameViewModel extends OperationViewModel {
    private final String old;
    private final StringProperty name = new SimpleStringProperty();

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param desktop which
     * @param first what the field begins with
     */
    public RenameViewModel(DialogContext context, Desktop desktop, String first) {
        super(context, OperationKind.RENAME, List.of(desktop));
        old = desktop.name();
        name.set(first);
        replanOn(name);
    }

    /** The new name. */
    public StringProperty nameProperty() {
        return name;
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.Rename(
                now.stream().map(d -> new Draft.NewName(d, name.get().strip())).toList());
    }

    @Override
    public List<Line> consequences(Plan now) {
        return consequences(now.disturbed().size());
    }

    /** What renaming does to users, whether of one desktop or of many. */
    static List<Line> consequences(int sessions) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("operation.rename.does"));
        lines.add(
                sessions > 0
                        ? Line.warning("operation.rename.restartSessions", sessions)
                        : Line.plain("operation.rename.restart"));
        lines.add(Line.plain("operation.rename.settled"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.rename.title", old);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.rename.action", count);
    }

    @Override
    public boolean destructive() {
        return false;
    }
}
