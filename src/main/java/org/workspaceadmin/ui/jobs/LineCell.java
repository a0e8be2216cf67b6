package org.workspaceadmin.ui.jobs;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;

/** The first cell of a line: how deep it lies, whether it is open, and what it is. */
final class LineCell extends TableCell<JobRow, JobRow.Face> {
    private static final double STEP = 20;

    private final Function<JobRow, String> what;
    private final Function<JobRow, String> spoken;
    private final Region indent = new Region();
    private final FontIcon icon = new FontIcon();
    private final StackPane handle = new StackPane(icon);
    private final Label text = new Label();
    private final HBox line = new HBox(indent, handle, text);
    private final Tooltip tooltip = new Tooltip();

    /**
     * A cell.
     *
     * @param what a line in words
     * @param spoken the same for a screen reader, with depth and whether it is open
     * @param toggle opens or folds a line
     */
    LineCell(
            Function<JobRow, String> what,
            Function<JobRow, String> spoken,
            Consumer<JobRow> toggle) {
        this.what = what;
        this.spoken = spoken;
        handle.getStyleClass().add("line-handle");
        handle.setMinSize(20, 20);
        handle.setOnMousePressed(e -> {
            JobRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && row.face().expandable() && e.getButton() == MouseButton.PRIMARY) {
                toggle.accept(row);
                e.consume();
            }
        });
        line.setAlignment(Pos.CENTER_LEFT);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
    }

    @Override
    protected void updateItem(JobRow.@Nullable Face face, boolean empty) {
        super.updateItem(face, empty);
        JobRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || face == null || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        double width = face.depth() * STEP;
        indent.setMinWidth(width);
        indent.setPrefWidth(width);
        icon.setIconCode((face.expanded() ? Icons.UNFOLDED : Icons.FOLDED).ikon());
        icon.setVisible(face.expandable());
        String words = what.apply(row);
        text.setText(words);
        tooltip.setText(words);
        setTooltip(tooltip);
        setAccessibleText(spoken.apply(row));
        if (getGraphic() == null) {
            setGraphic(line);
        }
    }
}
