package org.workspaceadmin.ui.desktops;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** The filter line, its chips, and under it what was not understood. */
final class FilterBar extends VBox {
    private final TextField field = new TextField();

    /**
     * A filter line.
     *
     * @param model what it filters
     * @param texts the language
     * @param leave where the focus goes after Enter or the arrow down
     */
    FilterBar(DesktopsViewModel model, Texts texts, Runnable leave) {
        getStyleClass().add("filter-bar");
        field.setId("desktops-filter");
        field.promptTextProperty().bind(texts.text("desktops.filter.prompt"));
        field.accessibleTextProperty().bind(texts.text("desktops.filter.label"));
        field.textProperty().bindBidirectional(model.filterTextProperty());
        Tooltip help = new Tooltip();
        help.setWrapText(true);
        help.setMaxWidth(420);
        help.textProperty().bind(texts.text("desktops.filter.help", fields()));
        field.setTooltip(help);
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                        model.clearFilter();
                        e.consume();
                    } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) {
                        leave.run();
                        e.consume();
                    }
                });

        Button clear = new Button();
        clear.setId("desktops-filter-clear");
        clear.setGraphic(Icons.CLOSE.node());
        clear.getStyleClass().addAll("button-icon", "flat", "small", "filter-clear");
        clear.accessibleTextProperty().bind(texts.text("desktops.filter.clear"));
        clear.setTooltip(tooltip(texts, "desktops.filter.clear"));
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.setOnAction(e -> {
            model.clearFilter();
            field.requestFocus();
        });
        Node icon = Icons.FILTER.node();
        icon.getStyleClass().add("filter-icon");
        icon.setMouseTransparent(true);
        StackPane line = new StackPane(field, icon, clear);
        line.getStyleClass().add("filter-line");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
        HBox.setHgrow(line, Priority.ALWAYS);

        HBox row = new HBox(line);
        row.getStyleClass().add("filter-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Chip chip : Chip.values()) {
            row.getChildren().add(chip(chip, model, texts));
        }

        Label hints = new Label();
        hints.setId("desktops-filter-hint");
        hints.setWrapText(true);
        hints.getStyleClass().addAll("text-small", "filter-hint");
        hints.setGraphic(Icons.INFO.node());
        hints.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        model.hintsProperty().get().stream()
                                                .map(h -> hint(texts, h))
                                                .collect(Collectors.joining(" ")),
                                model.hintsProperty()));
        hints.visibleProperty().bind(hints.textProperty().isNotEmpty());
        hints.managedProperty().bind(hints.visibleProperty());
        getChildren().addAll(row, hints);
    }

    /** Puts the cursor into the line with everything selected. */
    void begin() {
        field.requestFocus();
        field.selectAll();
    }

    private static ToggleButton chip(Chip chip, DesktopsViewModel model, Texts texts) {
        ToggleButton button = new ToggleButton();
        button.setId("desktops-chip-" + chip.key());
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty()
                .bind(texts.text("desktops.chip." + chip.key(), model.countProperty(chip)));
        button.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        button.getText()
                                                + ", "
                                                + texts.now(
                                                        "desktops.chip.state."
                                                                + (button.isSelected()
                                                                        ? "on"
                                                                        : "off")),
                                button.textProperty(),
                                button.selectedProperty()));
        model.filterTextProperty()
                .subscribe(text -> button.setSelected(chip.on(FilterQuery.parse(text))));
        button.setOnAction(e -> {
            model.toggle(chip);
            button.setSelected(chip.on(FilterQuery.parse(model.filterTextProperty().get())));
        });
        return button;
    }

    private static String hint(Texts texts, FilterHint hint) {
        return texts.now("desktops.filter.hint." + hint.kind(), hint.word(), fields());
    }

    private static String fields() {
        return Arrays.stream(FilterField.values())
                .map(FilterField::word)
                .collect(Collectors.joining(", "));
    }

    private static Tooltip tooltip(Texts texts, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.text(key));
        return tip;
    }
}
