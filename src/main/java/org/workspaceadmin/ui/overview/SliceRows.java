package org.workspaceadmin.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;

/**
 * Parts of a whole as bars under each other, each a button that opens the list behind it. Rows are
 * changed in place, so that the focus stays where it is while numbers move.
 */
final class SliceRows extends VBox {
    private final Texts texts;
    private final String name;
    private final Consumer<String> open;
    private final List<Row> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param texts the language
     * @param name what the slices are of, for ids
     * @param open gets the filter of a row that was pressed
     */
    SliceRows(Texts texts, String name, Consumer<String> open) {
        this.texts = texts;
        this.name = name;
        this.open = open;
        getStyleClass().add("slice-rows");
    }

    /** Shows slices of a whole. */
    void show(List<Slice> slices, int whole) {
        while (rows.size() > slices.size()) {
            rows.removeLast();
        }
        while (rows.size() < slices.size()) {
            rows.add(new Row());
        }
        for (int i = 0; i < slices.size(); i++) {
            rows.get(i).show(slices.get(i), whole);
        }
        if (!getChildren().equals(rows)) {
            getChildren().setAll(rows);
        }
    }

    private final class Row extends Button {
        private final StateBadge badge = new StateBadge();
        private final ProgressBar bar = new ProgressBar(0);
        private final Label count = new Label();
        private final Tooltip share = new Tooltip();
        private String tone = "";

        Row() {
            getStyleClass().addAll("flat", "slice-row");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            badge.setMinWidth(136);
            badge.setPrefWidth(136);
            bar.getStyleClass().add("slice-bar");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setMinWidth(40);
            HBox.setHgrow(bar, Priority.ALWAYS);
            count.getStyleClass().add("numbers");
            count.setMinWidth(56);
            count.setAlignment(Pos.CENTER_RIGHT);
            HBox line = new HBox(badge, bar, count);
            line.getStyleClass().add("gap-8");
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(Double.MAX_VALUE);
            line.prefWidthProperty().bind(widthProperty().subtract(16));
            line.setMinWidth(Region.USE_PREF_SIZE);
            setGraphic(line);
            setMinWidth(0);
            setPrefWidth(0);
            setTooltip(share);
        }

        void show(Slice slice, int whole) {
            String word = texts.now(slice.wordKey());
            setId("overview-" + name + "-" + slice.filter().replace(':', '-'));
            badge.show(slice.tone(), word);
            if (!tone.equals(slice.tone().styleClass())) {
                bar.getStyleClass().remove(tone);
                tone = slice.tone().styleClass();
                bar.getStyleClass().add(tone);
            }
            double part = whole == 0 ? 0 : (double) slice.count() / whole;
            bar.setProgress(part);
            count.setText(texts.now("overview.count", slice.count()));
            String said = texts.now("overview.share", word, slice.count(), whole, part);
            share.setText(said);
            setAccessibleText(said);
            setOnAction(e -> open.accept(slice.filter()));
        }
    }
}
