package org.workspaceadmin.ui.operation;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Texts;

/** The new name of one desktop, with the rule beneath. */
final class RenameForm implements Form {
    private final RenameViewModel model;
    private final TextField name = new TextField();
    private final FieldBox box;
    private final VBox root = new VBox();

    RenameForm(RenameViewModel model, Texts texts) {
        this.model = model;
        name.textProperty().bindBidirectional(model.nameProperty());
        name.getStyleClass().add("rename-name");
        box =
                new FieldBox(texts, "operation.rename.name", name)
                        .touches(model, FormField.COMPUTER_NAME);
        Label rule = new Label();
        rule.textProperty().bind(texts.text("operation.rename.rule"));
        rule.setWrapText(true);
        rule.setMinHeight(Region.USE_PREF_SIZE);
        rule.getStyleClass().addAll("text-small", "text-muted");
        root.getStyleClass().add("form");
        root.getChildren().addAll(new VBox(box, rule));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(name);
    }

    @Override
    public void draw() {
        box.show(model.check(FormField.COMPUTER_NAME));
    }
}
