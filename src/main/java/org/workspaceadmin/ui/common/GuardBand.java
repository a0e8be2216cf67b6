package org.workspaceadmin.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Says inside a dialog that its connection is read-only, and unlocks it there, so that nothing that
 * was chosen or typed is lost. Takes no room while the connection can be written to.
 */
public final class GuardBand extends VBox {
    private final UnlockFields fields;
    private final HBox send;

    /**
     * A band.
     *
     * @param model the guard of the dialog's connection
     * @param context the language and the clipboard
     */
    public GuardBand(GuardViewModel model, UiContext context) {
        Texts texts = context.texts();
        setId("guard-band");
        getStyleClass().add("guard-band");
        Label title = new Label();
        title.setGraphic(Icons.LOCKED.node());
        title.getStyleClass().add("guard-title");
        title.textProperty().bind(texts.text("guard.band.title"));
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(texts.text("guard.band.text"));
        VBox words = new VBox(title, text);
        words.getStyleClass().add("guard-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button begin = new Button();
        begin.setId("guard-begin");
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.textProperty().bind(texts.text("guard.band.begin"));
        HBox head = new HBox(words, begin);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-16");
        fields = new UnlockFields(model, context);
        Button unlock = UnlockFields.button(model, texts);
        send = new HBox(unlock);
        send.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(head, fields, send);
        VBox.setMargin(this, new Insets(0, 0, 12, 0));
        unfold(false);
        begin.setOnAction(e -> {
            unfold(true);
            begin.setVisible(false);
            begin.setManaged(false);
            fields.focusFirst();
        });
        ObservableValue<Boolean> locked = model.writableProperty().not();
        visibleProperty().bind(locked);
        managedProperty().bind(visibleProperty());
        locked.subscribe(is -> {
            if (!is) {
                unfold(false);
                begin.setVisible(true);
                begin.setManaged(true);
            }
        });
    }

    private void unfold(boolean open) {
        fields.setVisible(open);
        fields.setManaged(open);
        send.setVisible(open);
        send.setManaged(open);
    }
}
