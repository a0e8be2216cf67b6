package org.workspaceadmin.ui.operation;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Texts;

/** What users read, counted as it is typed. */
final class MessageForm implements Form {
    private final MessageViewModel model;
    private final Texts texts;
    private final TextArea words = new TextArea();
    private final Label counter = new Label();
    private final FieldBox message;
    private final VBox root = new VBox();

    MessageForm(MessageViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words.textProperty().bindBidirectional(model.messageProperty());
        words.setWrapText(true);
        words.setPrefRowCount(4);
        words.setMinHeight(88);
        words.getStyleClass().add("message-text");
        words.promptTextProperty().bind(texts.text(model.prompt()));
        counter.getStyleClass().addAll("text-small", "text-muted", "counter");
        message =
                new FieldBox(texts, model.label(), words, counter)
                        .touches(model, FormField.MESSAGE);
        root.getStyleClass().add("form");
        root.getChildren().add(message);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(words);
    }

    @Override
    public void draw() {
        int length = model.messageProperty().get().strip().length();
        counter.setText(texts.now("operation.rebuild.counter", length, model.longest()));
        message.show(
                length > model.longest()
                        ? FieldCheck.of(model.violationsOf(FormField.MESSAGE))
                        : model.check(FormField.MESSAGE));
    }
}
