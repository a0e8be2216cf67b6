package org.workspaceadmin.ui.desktops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** What can be done with rows beside operations: run, copy, export; and the line that says so. */
final class RowCommands {
    private final DesktopsViewModel model;
    private final UiContext context;
    private final Supplier<List<DesktopColumn>> columns;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * The commands of a table.
     *
     * @param model its rows
     * @param context language, clipboard, files
     * @param columns those on screen, from left to right
     */
    RowCommands(DesktopsViewModel model, UiContext context, Supplier<List<DesktopColumn>> columns) {
        this.model = model;
        this.context = context;
        this.columns = columns;
        model.selectionProperty().subscribe((before, now) -> message.set(""));
    }

    /** What the last command has to say; empty most of the time. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Opens an action's dialog, or says why not. */
    void run(DesktopAction action) {
        Optional<DesktopAction.Obstacle> obstacle = model.run(action);
        message.set(obstacle.map(o -> unavailable(texts(), action, o)).orElse(""));
    }

    /** Copies the selected rows, all shown when none is selected. */
    void copy() {
        boolean selected = !model.selectionProperty().get().isEmpty();
        Sheet sheet = model.sheet(columns.get(), selected);
        context.clipboard().copy(sheet.tabbed());
        message.set(texts().now("desktops.copied", sheet.rows().size()));
    }

    /** Copies the selected desktops' ids, one per line. */
    void copyIds() {
        List<DesktopItem> items = model.selectionProperty().get();
        context.clipboard()
                .copy(items.stream().map(DesktopItem::id).collect(Collectors.joining("\n")));
        message.set(texts().now("desktops.copied", items.size()));
    }

    /** Writes rows to a file the operator names. */
    void export(boolean selectedOnly) {
        Optional<Path> target =
                context.files()
                        .chooseToSave(
                                texts().now("desktops.export.title"),
                                "desktops-" + LocalDate.now(model.texts().zone()) + ".csv",
                                texts().now("desktops.export.kind"),
                                List.of("*.csv"));
        target.ifPresent(path -> write(path, model.sheet(columns.get(), selectedOnly)));
    }

    /** An obstacle in words. */
    static String why(Texts texts, DesktopAction.Obstacle obstacle) {
        return texts.now("desktops.why." + obstacle);
    }

    /** An action that is not possible, and why. */
    static String unavailable(Texts texts, DesktopAction action, DesktopAction.Obstacle obstacle) {
        return texts.now(
                "desktops.action.unavailable",
                texts.now("desktops.action." + action.key()).replace("…", "") + ".",
                why(texts, obstacle) + ".");
    }

    private void write(Path path, Sheet sheet) {
        context.workers()
                .start(() -> {
                    try {
                        return Files.writeString(path, sheet.csv());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .then(
                        context.ui(),
                        written ->
                                message.set(
                                        texts().now(
                                                        "desktops.exported",
                                                        sheet.rows().size(),
                                                        written.getFileName().toString())),
                        failure ->
                                message.set(
                                        texts().now(
                                                        "desktops.export.failed",
                                                        String.valueOf(failure.getMessage()))));
    }

    private Texts texts() {
        return context.texts();
    }
}
