package org.workspaceadmin.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why there is nothing to see, and what to do next. */
public final class EmptyState extends VBox {
    /**
     * An empty state.
     *
     * @param icon what is missing
     * @param sentence why it is empty
     * @param explanation what would bring something here
     * @param nextSteps buttons, the most useful first; may be none
     */
    public EmptyState(
            Icons icon,
            ObservableValue<String> sentence,
            ObservableValue<String> explanation,
            Button... nextSteps) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = icon.node();
        picture.getStyleClass().add("empty-icon");
        Label title = new Label();
        title.textProperty().bind(sentence);
        title.getStyleClass().add("empty-title");
        Label why = new Label();
        why.textProperty().bind(explanation);
        why.setWrapText(true);
        why.getStyleClass().add("empty-text");
        getChildren().addAll(picture, title, why);
        for (Node step : nextSteps) {
            getChildren().add(step);
        }
    }
}
