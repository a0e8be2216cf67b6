package org.workspaceadmin.ui.common;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The structure of a list before its content is there. Stays invisible for the first 300 ms, so
 * that a quick answer does not flash; then it stands still.
 */
public final class SkeletonRows extends VBox {
    private static final Duration PATIENCE = Duration.millis(300);
    private static final double[] WIDTHS = {140, 96, 72, 88, 120, 64, 104};

    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /**
     * Grey rows.
     *
     * @param rows how many
     * @param columns how many bars in each, 1-7
     */
    public SkeletonRows(int rows, int columns) {
        getStyleClass().add("skeleton");
        for (int row = 0; row < rows; row++) {
            HBox line = new HBox();
            line.getStyleClass().add("skeleton-row");
            for (int column = 0; column < columns; column++) {
                line.getChildren().add(bar(row, column));
            }
            getChildren().add(line);
        }
        patience.setOnFinished(e -> setOpacity(1));
        setMouseTransparent(true);
        sceneProperty().subscribe(scene -> restart());
        visibleProperty().subscribe(visible -> restart());
    }

    private void restart() {
        setOpacity(0);
        if (getScene() != null && isVisible()) {
            patience.playFromStart();
        } else {
            patience.stop();
        }
    }

    private static HBox bar(int row, int column) {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        double width = WIDTHS[column % WIDTHS.length];
        bar.setPrefWidth(width - (row * 7 + column * 13) % 32);
        HBox box = new HBox(bar);
        box.setPrefWidth(width);
        HBox.setHgrow(box, Priority.SOMETIMES);
        return box;
    }
}
