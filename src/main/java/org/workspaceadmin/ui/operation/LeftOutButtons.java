package org.workspaceadmin.ui.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Takes the rows that were left out away: to the clipboard, or into a file to correct there. */
final class LeftOutButtons extends HBox {
    private final UiContext context;
    private final Texts texts;
    private final Supplier<Sheet> sheet;
    private final Label said = new Label();

    /**
     * Two buttons.
     *
     * @param context clipboard, files, threads
     * @param sheet the rows left out
     */
    LeftOutButtons(UiContext context, Supplier<Sheet> sheet) {
        this.context = context;
        this.sheet = sheet;
        texts = context.texts();
        Button copy = button("list.leftOut.copy", "list-copy");
        copy.setOnAction(e -> copy());
        Button save = button("list.leftOut.save", "list-save");
        save.setOnAction(e -> save());
        said.getStyleClass().addAll("text-small", "text-muted", "list-said");
        getStyleClass().add("gap-8");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        getChildren().addAll(copy, save, said);
    }

    private void copy() {
        Sheet now = sheet.get();
        context.clipboard().copy(now.tabbed());
        said.setText(texts.now("desktops.copied", now.rows().size()));
    }

    private void save() {
        Sheet now = sheet.get();
        context.files()
                .chooseToSave(
                        texts.now("list.leftOut.title"),
                        "left-out.csv",
                        texts.now("desktops.export.kind"),
                        List.of("*.csv"))
                .ifPresent(path -> write(path, now));
    }

    private void write(Path path, Sheet now) {
        context.workers()
                .start(() -> {
                    try {
                        return Files.writeString(path, now.csv());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .then(
                        context.ui(),
                        written ->
                                said.setText(
                                        texts.now(
                                                "desktops.exported",
                                                now.rows().size(),
                                                String.valueOf(written.getFileName()))),
                        failure ->
                                said.setText(
                                        texts.now(
                                                "desktops.export.failed",
                                                String.valueOf(failure.getMessage()))));
    }

    private Button button(String key, String mark) {
        Button button = new Button();
        button.textProperty().bind(texts.text(key));
        button.getStyleClass().addAll("small", mark);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
