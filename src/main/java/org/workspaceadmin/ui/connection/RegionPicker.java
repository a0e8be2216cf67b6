package org.workspaceadmin.ui.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Texts;

/**
 * Finds a region by typing its id, a place or a site; the matches stand below while it is looked
 * for. What is typed and names no region stays as it is, and is judged like any input.
 */
final class RegionPicker extends VBox {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 6;

    private final StringProperty region;
    private final Function<String, List<Region>> regions;
    private final Texts texts;
    private final TextField field = new TextField();
    private final ListView<Region> matches = new ListView<>();
    private boolean showing;

    /**
     * A picker.
     *
     * @param region id of the region, empty while none is chosen
     * @param regions finds those that what was typed may mean, the likeliest first
     * @param texts the language
     */
    RegionPicker(StringProperty region, Function<String, List<Region>> regions, Texts texts) {
        this.region = region;
        this.regions = regions;
        this.texts = texts;
        getStyleClass().add("region-picker");
        field.setId("region");
        field.promptTextProperty().bind(texts.text("editor.region.prompt"));
        field.textProperty().subscribe((before, typed) -> typed(typed));
        field.focusedProperty().subscribe((was, is) -> focusMoved());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
        matches.setId("region-matches");
        matches.getStyleClass().add("region-matches");
        matches.setFixedCellSize(ROW);
        matches.setCellFactory(list -> new Row());
        matches.accessibleTextProperty().bind(texts.text("editor.region.matches"));
        matches.setFocusTraversable(false);
        matches.setOnKeyPressed(this::listKey);
        matches.setOnMouseClicked(e -> choose(matches.getSelectionModel().getSelectedItem()));
        matches.focusedProperty().subscribe((was, is) -> focusMoved());
        fold();
        getChildren().addAll(field, matches);
        region.subscribe(id -> showChosen());
        texts.languageProperty().subscribe(language -> showChosen());
    }

    TextField input() {
        return field;
    }

    private void typed(String typed) {
        if (showing) {
            return;
        }
        String exact = typed.strip();
        region.set(exact);
        show(search(exact));
    }

    private void show(List<Region> found) {
        matches.getItems().setAll(found);
        matches.getSelectionModel().clearSelection();
        boolean open = !found.isEmpty();
        matches.setVisible(open);
        matches.setManaged(open);
        double rows = Math.min(MOST_ROWS, found.size());
        matches.setPrefHeight(rows * ROW + 4);
        matches.setMinHeight(matches.getPrefHeight());
    }

    private void fold() {
        matches.setVisible(false);
        matches.setManaged(false);
    }

    private void focusMoved() {
        if (field.isFocused() && !matches.isVisible() && Regions.find(region.get()).isEmpty()) {
            show(search(field.getText()));
        } else if (!field.isFocused() && !matches.isFocused()) {
            takeTheOnlyOne();
            fold();
        }
    }

    /** What was typed and means one region only is that region. */
    private void takeTheOnlyOne() {
        String typed = field.getText().strip();
        List<Region> found = search(typed);
        if (!typed.isEmpty() && Regions.find(region.get()).isEmpty() && found.size() == 1) {
            region.set(found.getFirst().id());
        }
        showChosen();
    }

    private List<Region> search(String typed) {
        return regions.apply(typed.replace("\u00b7", " "));
    }

    private void fieldKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            if (!matches.isVisible()) {
                show(search(Regions.find(region.get()).isPresent() ? "" : field.getText()));
            }
            matches.requestFocus();
            matches.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && matches.isVisible()) {
            choose(matches.getItems().getFirst());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && matches.isVisible()) {
            fold();
            event.consume();
        }
    }

    private void listKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            choose(matches.getSelectionModel().getSelectedItem());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                || (event.getCode() == KeyCode.UP
                        && matches.getSelectionModel().getSelectedIndex() == 0)) {
            field.requestFocus();
            event.consume();
        }
    }

    private void choose(@Nullable Region chosen) {
        if (chosen != null) {
            region.set(chosen.id());
            showChosen();
            field.requestFocus();
            field.selectAll();
            fold();
        }
    }

    /** The chosen region by its name; anything else as it was typed. */
    private void showChosen() {
        showing = true;
        try {
            Optional<Region> chosen = Regions.find(region.get());
            boolean typing = field.isFocused() && !field.getText().isEmpty();
            if (chosen.isPresent() && !(typing && field.getText().equals(region.get()))) {
                field.setText(name(chosen.get()) + " \u00b7 " + region.get());
            } else if (chosen.isEmpty() && !typing) {
                field.setText(region.get());
            }
        } finally {
            showing = false;
        }
    }

    private String name(Region named) {
        return texts.languageProperty().get() == Language.CHINESE
                ? named.chinese()
                : named.english();
    }

    private final class Row extends ListCell<Region> {
        private final Label name = new Label();
        private final Label id = new Label();
        private final Label site = new Label();
        private final HBox row = new HBox(name, id, site);

        Row() {
            id.getStyleClass().addAll("text-muted", "text-small");
            site.getStyleClass().addAll("text-muted", "text-small");
            id.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(id, Priority.ALWAYS);
            row.getStyleClass().add("region-row");
        }

        @Override
        protected void updateItem(@Nullable Region item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(name(item));
            id.setText(item.id());
            site.setText(texts.now("editor.region.site." + item.site()));
            setAccessibleText(name.getText() + ", " + item.id() + ", " + site.getText());
            setGraphic(row);
        }
    }
}
