package org.workspaceadmin.ui.report;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.report.Report;
import org.workspaceadmin.ui.common.Texts;

/** One file of the archive: what it is, and how large. */
final class PartCell extends ListCell<Report.Part> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label size = new Label();
    private final HBox row = new HBox();

    PartCell(Texts texts) {
        this.texts = texts;
        size.getStyleClass().addAll("text-muted", "text-small");
        size.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        row.getChildren().addAll(name, size);
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Report.@Nullable Part part, boolean empty) {
        super.updateItem(part, empty);
        if (empty || part == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        name.setText(texts.now("report.part." + part.kind()));
        size.setText(size(texts, part.size()));
        setText(name.getText() + ", " + size.getText());
        setGraphic(row);
    }

    /** A number of bytes in words. */
    static String size(Texts texts, long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024
                ? texts.now("report.kilobytes", kilobytes)
                : texts.now("report.megabytes", Math.round(bytes / 104857.6) / 10.0);
    }
}
