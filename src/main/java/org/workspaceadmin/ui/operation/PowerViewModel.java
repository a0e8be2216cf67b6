package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.operation.Plan;

/** Starting, stopping, restarting and hibernating desktops (api/desktops.md section 9). */
public final class PowerViewModel extends OperationViewModel {
    private final ObjectProperty<PowerAction> action;
    private final BooleanProperty hard = new SimpleBooleanProperty();

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     * @param first the action to begin with
     */
    public PowerViewModel(DialogContext context, Collection<Desktop> chosen, PowerAction first) {
        super(context, OperationKind.POWER, chosen);
        action = new SimpleObjectProperty<>(first);
        replanOn(action, hard);
    }

    /** What is to be done. */
    public ObjectProperty<PowerAction> actionProperty() {
        return action;
    }

    /** Whether to cut the power instead of asking the system to shut down. */
    public BooleanProperty hardProperty() {
        return hard;
    }

    /** Whether soft and hard differ for the present action. */
    public boolean choosesHow() {
        return action.get() == PowerAction.STOP || action.get() == PowerAction.RESTART;
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.Power(now, action.get(), destructive());
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        String word = word();
        lines.add(
                destructive()
                        ? Line.danger("operation.power." + word + ".hardDoes")
                        : Line.plain("operation.power." + word + ".does"));
        if (action.get() != PowerAction.START && !now.disturbed().isEmpty()) {
            lines.add(Line.warning("operation.sessions", now.disturbed().size()));
        }
        lines.add(Line.plain("operation.power.partial"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.power." + word() + ".title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.power." + word() + ".action", count);
    }

    @Override
    public boolean destructive() {
        return hard.get() && choosesHow();
    }

    private String word() {
        return action.get().name().toLowerCase(Locale.ROOT);
    }
}
