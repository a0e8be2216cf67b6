package org.workspaceadmin.ui.connection;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Something that most people do not need, behind one line that unfolds it. */
final class Folded extends VBox {
    Folded(Texts texts, String nameKey, String id, Node content, boolean open) {
        getStyleClass().add("folded");
        ToggleButton line = new ToggleButton();
        line.setId("unfold-" + id);
        line.getStyleClass().addAll("flat", "small", "folded-line");
        line.textProperty().bind(texts.text(nameKey));
        line.graphicProperty()
                .bind(
                        line.selectedProperty()
                                .map(on -> (on ? Icons.UNFOLDED : Icons.FOLDED).node()));
        line.setSelected(open);
        content.visibleProperty().bind(line.selectedProperty());
        content.managedProperty().bind(content.visibleProperty());
        getChildren().addAll(line, content);
    }
}
