package org.workspaceadmin.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * An input with its name above, a hint and what is wrong with it below. A screen reader hears the
 * fault as the input's help.
 */
public final class FieldBlock extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Control input;
    private final HBox top;

    /**
     * An input that stands for itself.
     *
     * @param name what stands above
     * @param input what is typed or chosen in
     */
    public FieldBlock(ObservableValue<String> name, Control input) {
        this(name, input, input);
        input.setMaxWidth(Double.MAX_VALUE);
    }

    /**
     * An input inside something larger.
     *
     * @param name what stands above
     * @param input what is typed or chosen in
     * @param shown what is put below the name, with the input in it
     */
    public FieldBlock(ObservableValue<String> name, Control input, Node shown) {
        this.input = input;
        getStyleClass().add("field-block");
        Label label = new Label();
        label.textProperty().bind(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(input);
        top = new HBox(label);
        top.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(top, shown);
    }

    /** What stands at the end of the name's line, such as "optional". */
    public FieldBlock aside(Node... nodes) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        top.getChildren().add(gap);
        top.getChildren().addAll(nodes);
        return this;
    }

    /** A quiet sentence below the input; an empty one takes no room. */
    public FieldBlock hint(ObservableValue<String> text) {
        Label hint = line(text);
        hint.getStyleClass().add("text-muted");
        return this;
    }

    /**
     * What is wrong with the input.
     *
     * @param text the sentence, empty while nothing is
     */
    public FieldBlock fault(ObservableValue<String> text) {
        Label fault = line(text);
        fault.getStyleClass().add("field-message");
        fault.setGraphic(Icons.BAD.node());
        fault.pseudoClassStateChanged(DANGER, true);
        text.subscribe(now -> {
            input.pseudoClassStateChanged(DANGER, !now.isEmpty());
            input.setAccessibleHelp(now);
        });
        return this;
    }

    /** Tells when the operator leaves the input. */
    public FieldBlock onLeft(Runnable left) {
        input.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        left.run();
                    }
                });
        return this;
    }

    /** Shown only while this holds. */
    public FieldBlock when(ObservableValue<Boolean> holds) {
        visibleProperty().bind(holds);
        managedProperty().bind(holds);
        return this;
    }

    /** The input itself. */
    public Control input() {
        return input;
    }

    private Label line(ObservableValue<String> text) {
        Label line = new Label();
        line.textProperty().bind(text);
        line.getStyleClass().add("text-small");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.visibleProperty().bind(text.map(now -> !now.isEmpty()));
        line.managedProperty().bind(line.visibleProperty());
        getChildren().add(line);
        return line;
    }
}
