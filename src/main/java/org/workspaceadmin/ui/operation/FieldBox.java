package org.workspaceadmin.ui.operation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/**
 * A labelled field with what is wrong with it written beneath. A screen reader hears the same text
 * as the field's help.
 */
final class FieldBox extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Texts texts;
    private final Control field;
    private final Label message = new Label();

    /**
     * A field with its label above.
     *
     * @param texts the language
     * @param labelKey key of the label
     * @param field what is typed or chosen in
     * @param aside what stands at the end of the label's line, such as a counter; may be none
     */
    FieldBox(Texts texts, String labelKey, Control field, Node... aside) {
        this.texts = texts;
        this.field = field;
        getStyleClass().add("field-box");
        Label label = new Label();
        label.textProperty().bind(texts.text(labelKey));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        HBox line = new HBox(label);
        if (aside.length > 0) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().add(gap);
            line.getChildren().addAll(aside);
        }
        field.setMaxWidth(Double.MAX_VALUE);
        message.getStyleClass().addAll("field-message", "text-small");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.managedProperty().bind(message.visibleProperty());
        message.setVisible(false);
        getChildren().addAll(line, field, message);
    }

    /** Has the view model told when the operator leaves the field. */
    FieldBox touches(OperationViewModel model, FormField... fields) {
        field.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        for (FormField each : fields) {
                            model.touch(each);
                        }
                    }
                });
        return this;
    }

    /** Shows what is wrong, or that nothing is. */
    void show(FieldCheck check) {
        List<Violation> violations = check.violations();
        boolean broken = check.state() == FieldCheck.State.BROKEN;
        message.setVisible(!violations.isEmpty());
        field.pseudoClassStateChanged(DANGER, broken);
        message.pseudoClassStateChanged(DANGER, broken);
        message.pseudoClassStateChanged(WARNING, !violations.isEmpty() && !broken);
        if (violations.isEmpty()) {
            field.setAccessibleHelp(null);
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Violation violation : violations) {
            text.append(text.isEmpty() ? "" : "\n").append(Sentences.of(texts, violation));
        }
        message.setText(text.toString());
        message.setGraphic((broken ? Icons.BAD : Icons.ATTENTION).node());
        field.setAccessibleHelp(text.toString());
    }
}
