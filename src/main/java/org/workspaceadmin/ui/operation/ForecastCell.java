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

/** One target of a forecast: its name, how it will go, and why beneath. */
final class ForecastCell extends ListCell<ForecastRow> {
    private final Function<ForecastRow, Look> looks;
    private final Label name = new Label();
    private final StateBadge badge = new StateBadge();
    private final Label why = new Label();
    private final VBox box;

    /**
     * How a row reads.
     *
     * @param name the target
     * @param tone of its outcome
     * @param outcome in a word or two
     * @param why the reasons, one per line, empty when there are none
     */
    record Look(String name, Tone tone, String outcome, String why) {}

    ForecastCell(Function<ForecastRow, Look> looks) {
        this.looks = looks;
        getStyleClass().add("list-row");
        name.setMinWidth(0);
        badge.setMinWidth(USE_PREF_SIZE);
        why.getStyleClass().addAll("text-small", "text-muted", "forecast-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.managedProperty().bind(why.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, badge);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        box = new VBox(head, why);
        box.getStyleClass().add("list-row-box");
        // as wide as the list, so that the reasons wrap instead of making the list scroll sideways
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable ForecastRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        Look look = looks.apply(row);
        name.setText(look.name());
        badge.show(look.tone(), look.outcome());
        why.setVisible(!look.why().isEmpty());
        why.setText(look.why());
        setGraphic(box);
        setText(look.name() + " " + look.outcome() + " " + look.why());
    }
}
