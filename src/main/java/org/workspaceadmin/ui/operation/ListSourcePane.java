package org.workspaceadmin.ui.operation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.operation.list.ListTable;
import org.workspaceadmin.operation.list.ListTable.Heading;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Where a list is pasted or opened. */
final class ListSourcePane extends VBox {
    private final ListSource source;
    private final UiContext context;
    private final Texts texts;
    private final TextArea area = new TextArea();
    private final CheckBox headed = new CheckBox();
    private final Label fault = new Label();

    /**
     * A field for a list.
     *
     * @param source what it fills
     * @param context language, files
     * @param labelKey key of the label
     * @param promptKey key of the example in the empty field
     */
    ListSourcePane(ListSource source, UiContext context, String labelKey, String promptKey) {
        this.source = source;
        this.context = context;
        texts = context.texts();
        getStyleClass().add("field-box");
        Label label = new Label();
        label.textProperty().bind(texts.text(labelKey));
        label.getStyleClass().add("field-label");
        label.setLabelFor(area);
        Button open = new Button();
        open.textProperty().bind(texts.text("list.open"));
        open.getStyleClass().addAll("small", "list-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(e -> choose());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(label, gap, open);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-8");
        area.textProperty().bindBidirectional(source.textProperty());
        area.promptTextProperty().bind(texts.text(promptKey));
        area.setPrefRowCount(4);
        area.setMinHeight(72);
        area.getStyleClass().add("list-text");
        VBox.setVgrow(area, Priority.ALWAYS);
        headed.textProperty().bind(texts.text("list.headed"));
        headed.getStyleClass().add("list-headed");
        headed.setOnAction(
                e -> source.headingProperty().set(headed.isSelected() ? Heading.YES : Heading.NO));
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.getStyleClass().addAll("field-message", "text-small", "text-danger", "list-fault");
        fault.setGraphic(Icons.BAD.node());
        for (Node node : List.of(fault, headed)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().addAll(line, area, headed, fault);
        draw();
    }

    /** What the operator types in. */
    Node first() {
        return area;
    }

    /** Shows what was read. */
    void draw() {
        ListSource.Reading now = source.readingProperty().get();
        ListTable table = now.table();
        headed.setVisible(table != null);
        if (table != null) {
            headed.setSelected(!table.headings().isEmpty());
        }
        Line why = now.fault();
        fault.setVisible(why != null);
        fault.setText(why == null ? "" : Sentences.of(texts, why));
        area.setAccessibleHelp(fault.getText());
    }

    private void choose() {
        context.files()
                .chooseToOpen(
                        texts.now("list.open.title"),
                        texts.now("list.open.kind"),
                        List.of("*.csv", "*.tsv", "*.txt", "*.*"))
                .ifPresent(source::open);
    }
}
