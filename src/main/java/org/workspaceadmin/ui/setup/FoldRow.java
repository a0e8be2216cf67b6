package org.workspaceadmin.ui.setup;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Tone;

/** A line with name, state, finding and time, and what unfolds below it. */
final class FoldRow extends VBox {
    private final ToggleButton line = new ToggleButton();
    private final Label name = new Label();
    private final StateBadge badge = new StateBadge();
    private final Label found = new Label();
    private final Label took = new Label();
    private final VBox always = new VBox();
    private final VBox folded = new VBox();

    /**
     * A folded line.
     *
     * @param id of the line, by which it is found
     * @param style class of the whole
     */
    FoldRow(String id, String style) {
        getStyleClass().addAll("fold-row", style);
        line.setId(id);
        line.getStyleClass().addAll("flat", "fold-line");
        line.setMaxWidth(Double.MAX_VALUE);
        FontIcon chevron = Icons.FOLDED.node();
        chevron.getStyleClass().add("fold-chevron");
        line.selectedProperty()
                .subscribe(
                        open -> chevron.setIconCode((open ? Icons.UNFOLDED : Icons.FOLDED).ikon()));
        name.getStyleClass().add("fold-name");
        badge.getStyleClass().add("fold-state");
        found.getStyleClass().add("fold-found");
        found.setMinWidth(0);
        found.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(found, Priority.ALWAYS);
        took.getStyleClass().addAll("text-small", "text-muted");
        took.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(chevron, name, badge, found, took);
        content.getStyleClass().add("gap-8");
        content.setAlignment(Pos.CENTER_LEFT);
        // As wide as the line and no wider, so that a long finding ends in an ellipsis here.
        content.setMinWidth(0);
        content.prefWidthProperty().bind(line.widthProperty().subtract(16));
        line.setGraphic(content);
        line.setMinWidth(0);
        line.setPrefWidth(0);
        always.getStyleClass().addAll("gap-4", "fold-body");
        folded.getStyleClass().addAll("gap-4", "fold-body");
        folded.visibleProperty().bind(line.selectedProperty());
        for (VBox part : new VBox[] {always, folded}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        always.setVisible(false);
        setFillWidth(true);
        getChildren().addAll(line, always, folded);
    }

    /** What stands below the line at all times; shown when told. */
    VBox always() {
        return always;
    }

    /** What stands below it while it is unfolded. */
    VBox folded() {
        return folded;
    }

    /** Does something when the operator folds or unfolds it. */
    void onPressed(Runnable pressed) {
        line.setOnAction(e -> pressed.run());
    }

    /** Whether it is unfolded. */
    boolean open() {
        return line.isSelected();
    }

    /** Folds or unfolds it. */
    void open(boolean open) {
        line.setSelected(open);
    }

    /** Shows a name and something beside it that is no state. */
    void show(String called, String beside) {
        badge.setVisible(false);
        badge.setManaged(false);
        name.getStyleClass().remove("fold-name");
        name.setText(called);
        found.setText(beside);
        line.setAccessibleText(beside.isEmpty() ? called : called + ". " + beside);
    }

    /** Shows a state. */
    void show(String called, Tone tone, String word, String finding, String time) {
        name.setText(called);
        badge.show(tone, word);
        found.setText(finding);
        took.setText(time);
        StringBuilder spoken = new StringBuilder(called).append(". ").append(word);
        if (!finding.isEmpty()) {
            spoken.append(". ").append(finding);
        }
        line.setAccessibleText(spoken.append(time.isEmpty() ? "" : ". " + time).toString());
    }
}
