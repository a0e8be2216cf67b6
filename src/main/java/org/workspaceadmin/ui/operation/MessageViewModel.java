package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.DesktopRules;

/** Saying something to users, and logging them off if asked (api/desktops.md section 9). */
public final class MessageViewModel extends OperationViewModel {
    private final StringProperty message = new SimpleStringProperty("");
    private final boolean logOff;
    private final String words;

    private MessageViewModel(
            DialogContext context, OperationKind kind, Collection<Desktop> chosen, String first) {
        super(context, kind, chosen);
        logOff = kind == OperationKind.LOG_OFF;
        words = logOff ? "operation.logOff." : "operation.notify.";
        message.set(first);
        replanOn(message);
    }

    /**
     * Logs users off, with or without a message.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     * @param message what the field begins with
     */
    public static MessageViewModel logOff(
            DialogContext context, Collection<Desktop> chosen, String message) {
        return new MessageViewModel(context, OperationKind.LOG_OFF, chosen, message);
    }

    /**
     * Shows users a message.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     * @param message what the field begins with
     */
    public static MessageViewModel notification(
            DialogContext context, Collection<Desktop> chosen, String message) {
        return new MessageViewModel(context, OperationKind.NOTIFY, chosen, message);
    }

    /** What users read. */
    public StringProperty messageProperty() {
        return message;
    }

    /** The most characters it may have. */
    public int longest() {
        return logOff ? DesktopRules.LOG_OFF_MESSAGE : DesktopRules.NOTIFICATION;
    }

    /** Key of the field's label. */
    String label() {
        return words + "message";
    }

    /** Key of what stands in the empty field. */
    String prompt() {
        return words + "prompt";
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        String text = message.get().strip();
        return logOff ? new Draft.LogOff(now, text) : new Draft.Notify(now, text);
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        if (logOff) {
            lines.add(
                    now.disturbed().isEmpty()
                            ? Line.plain(words + "does")
                            : Line.warning(words + "ends", now.disturbed().size()));
            lines.add(Line.plain(words + "settled"));
        } else {
            lines.add(Line.plain(words + "does"));
            lines.add(Line.plain(words + "settled"));
        }
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

    /** Logging off ends what people work on. */
    @Override
    public boolean destructive() {
        return logOff;
    }
}
