package org.workspaceadmin.ui.operation;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Tone;

/**
 * One row of a judged list: its line, what it says, what became of it, and the cause beneath where
 * there is one.
 *
 * @param <T> the row
 */
final class ListRowCell<T> extends ListCell<T> {
    private final Function<T, Look> looks;
    private final Label line = new Label();
    private final Label text = new Label();
    private final StateBadge badge = new StateBadge();
    private final Label why = new Label();
    private final VBox box;

    /**
     * How a row reads.
     *
     * @param line its number
     * @param text what it says
     * @param tone of its outcome
     * @param outcome in a word or two
     * @param why the cause, empty when none is needed
     */
    record Look(int line, String text, Tone tone, String outcome, String why) {}

    ListRowCell(Function<T, Look> looks) {
        this.looks = looks;
        getStyleClass().add("list-row");
        line.getStyleClass().addAll("text-muted", "text-small");
        line.setMinWidth(40);
        line.setAlignment(Pos.CENTER_RIGHT);
        text.setMinWidth(0);
        badge.setMinWidth(USE_PREF_SIZE);
        why.getStyleClass().addAll("text-small", "text-muted", "list-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.managedProperty().bind(why.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(line, text, gap, badge);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        box = new VBox(head, why);
        box.getStyleClass().add("list-row-box");
        // as wide as the list, so that the cause wraps instead of making the list scroll sideways
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        Look look = looks.apply(row);
        line.setText(Integer.toString(look.line()));
        text.setText(look.text());
        badge.show(look.tone(), look.outcome());
        why.setVisible(!look.why().isEmpty());
        why.setText(look.why());
        setGraphic(box);
        setText(look.line() + " " + look.text() + " " + look.outcome() + " " + look.why());
    }
}
