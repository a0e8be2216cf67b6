package org.workspaceadmin.ui.common;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.workspaceadmin.model.Field;

/** Names and values under each other; long values wrap. */
public final class FactGrid extends GridPane {
    /** An empty one. */
    public FactGrid() {
        getStyleClass().add("problem-facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Shows these in place of what was shown. */
    public void show(List<Field> facts) {
        getChildren().clear();
        int row = 0;
        for (Field fact : facts) {
            Label name = new Label(fact.path());
            name.getStyleClass().add("text-muted");
            Label value = new Label(fact.value());
            value.setWrapText(true);
            addRow(row++, name, value);
        }
    }
}
