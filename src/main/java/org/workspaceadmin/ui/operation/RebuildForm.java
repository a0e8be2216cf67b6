package org.workspaceadmin.ui.operation;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/** Which image, when, and what users read beforehand. */
final class RebuildForm implements Form {
    private final RebuildViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final ImagePickerPane picker;
    private final FieldBox delay;
    private final FieldBox message;
    private final FieldBox order;
    private final FieldBox project;
    private final Label counter = new Label();
    private final StateBadge goneImages = new StateBadge();
    private final Label imageMessage = new Label();

    RebuildForm(RebuildViewModel model, UiContext ui) {
        this.model = model;
        texts = ui.texts();
        picker = new ImagePickerPane(model.picker(), ui);
        Label imageLabel = new Label();
        imageLabel.textProperty().bind(texts.text("operation.rebuild.image"));
        imageLabel.getStyleClass().add("field-label");
        goneImages.setWrapText(true);
        goneImages.setMinHeight(Region.USE_PREF_SIZE);
        goneImages.getStyleClass().add("images-gone");
        hide(goneImages);
        imageMessage
                .getStyleClass()
                .addAll("field-message", "image-message", "text-small", "text-danger");
        imageMessage.setWrapText(true);
        hide(imageMessage);
        VBox image = new VBox(imageLabel, picker, imageMessage, goneImages);
        image.getStyleClass().add("field-box");
        VBox.setVgrow(picker, Priority.ALWAYS);
        VBox.setVgrow(image, Priority.ALWAYS);

        delay =
                new FieldBox(
                                texts,
                                "operation.rebuild.delay",
                                field(model.delayProperty(), "rebuild-delay"))
                        .touches(model, FormField.DELAY);
        delay.setPrefWidth(136);
        delay.setMinWidth(136);
        project =
                new FieldBox(
                                texts,
                                "operation.rebuild.project",
                                field(model.enterpriseProjectProperty(), "rebuild-project"))
                        .touches(model, FormField.ENTERPRISE_PROJECT);
        HBox.setHgrow(project, Priority.ALWAYS);
        HBox first = new HBox(delay, project);
        first.getStyleClass().add("gap-8");
        order =
                new FieldBox(
                                texts,
                                "operation.rebuild.order",
                                field(model.orderIdProperty(), "rebuild-order"))
                        .touches(model, FormField.ORDER);
        hide(order);
        TextArea words = new TextArea();
        words.textProperty().bindBidirectional(model.messageProperty());
        words.setWrapText(true);
        words.setPrefRowCount(2);
        words.setMinHeight(52);
        words.getStyleClass().add("rebuild-message");
        words.promptTextProperty().bind(texts.text("operation.rebuild.message.prompt"));
        counter.getStyleClass().addAll("text-small", "text-muted", "counter");
        message =
                new FieldBox(texts, "operation.rebuild.message", words, counter)
                        .touches(model, FormField.MESSAGE);
        root.getStyleClass().add("form");
        root.getChildren().addAll(image, first, order, message);
        VBox.setVgrow(root, Priority.ALWAYS);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(picker.first());
    }

    @Override
    public void draw() {
        delay.show(model.check(FormField.DELAY));
        project.show(model.check(FormField.ENTERPRISE_PROJECT));
        order.setVisible(model.mayNeedOrder());
        order.show(model.check(FormField.ORDER));
        // the limit is counted as it is typed, not only after the field was left
        int length = model.messageProperty().get().strip().length();
        counter.setText(
                texts.now("operation.rebuild.counter", length, RebuildViewModel.MESSAGE_MAX));
        message.show(
                length > RebuildViewModel.MESSAGE_MAX
                        ? FieldCheck.of(model.violationsOf(FormField.MESSAGE))
                        : model.check(FormField.MESSAGE));
        FieldCheck image = model.check(FormField.IMAGE);
        imageMessage.setVisible(image.state() == FieldCheck.State.BROKEN);
        if (imageMessage.isVisible()) {
            imageMessage.setText(Sentences.of(texts, image.violations().getLast()));
        }
        int gone = model.goneImagesProperty().get();
        goneImages.setVisible(gone > 0);
        if (gone > 0) {
            goneImages.show(Tone.ATTENTION, texts.now("operation.rebuild.gone", gone));
        }
    }

    private static TextField field(StringProperty value, String styleClass) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.getStyleClass().add(styleClass);
        return field;
    }

    private static void hide(Node node) {
        node.managedProperty().bind(node.visibleProperty());
        node.setVisible(false);
    }
}
