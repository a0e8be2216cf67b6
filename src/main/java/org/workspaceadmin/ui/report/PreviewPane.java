package org.workspaceadmin.ui.report;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.report.Report;
import org.workspaceadmin.ui.common.Texts;

/** What one file of the archive holds, line by line; only the lines in sight become nodes. */
final class PreviewPane extends VBox {
    private static final int LONGEST_LINE = 1000;
    private static final double LINE = 18;

    private final Texts texts;
    private final Label file = new Label();
    private final Label about = new Label();
    private final ListView<String> lines = new ListView<>();
    private Report.@Nullable Part shown;

    PreviewPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("report-preview");
        file.getStyleClass().add("field-label");
        about.getStyleClass().addAll("text-muted", "text-small");
        about.setWrapText(true);
        lines.getStyleClass().addAll("mono", "report-lines");
        lines.setFixedCellSize(LINE);
        lines.setCellFactory(list -> new Line());
        lines.setMinHeight(0);
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(file, about, lines);
    }

    /** Shows a file, null for none. */
    void show(Report.@Nullable Part part) {
        if (part == null) {
            lines.getItems().clear();
            file.setText("");
            about.setText("");
        } else {
            boolean same = shown != null && shown.text().equals(part.text());
            if (!same) {
                lines.getItems().setAll(part.text().lines().toList());
                // what happened last is what a log is opened for
                lines.scrollTo(part.kind().equals("log") ? lines.getItems().size() - 1 : 0);
            }
            file.setText(part.file());
            about.setText(texts.now("report.part." + part.kind() + ".about"));
            lines.setAccessibleText(texts.now("report.preview.accessible", part.file()));
        }
        shown = part;
    }

    private static final class Line extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
            } else {
                setText(
                        item.length() > LONGEST_LINE
                                ? item.substring(0, LONGEST_LINE) + "…"
                                : item);
            }
        }
    }
}
