package org.workspaceadmin.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.secret.StoreState;

/**
 * Offers to remember a secret once the key store was seen to work, and says what stands in the way
 * otherwise. Nothing is ever remembered elsewhere.
 */
public final class RememberBox extends VBox {
    private final Texts texts;

    /**
     * The offer.
     *
     * @param remember what the operator wants
     * @param store what is known of the key store, null while it is tried
     * @param unlock has the system ask to unlock it
     * @param offerKey what is offered
     * @param context language
     */
    public RememberBox(
            BooleanProperty remember,
            ObservableValue<? extends @Nullable StoreState> store,
            Runnable unlock,
            String offerKey,
            UiContext context) {
        texts = context.texts();
        getStyleClass().add("field-block");
        CheckBox box = new CheckBox();
        box.setId("remember");
        box.textProperty().bind(texts.text(offerKey));
        box.selectedProperty().bindBidirectional(remember);
        Label hint = new Label();
        hint.setId("remember-hint");
        hint.getStyleClass().addAll("text-small", "text-muted", "under-check");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.textProperty().bind(texts.of(() -> hint(store.getValue()), store));
        Button button = new Button();
        button.setId("unlock-store");
        button.getStyleClass().add("small");
        button.textProperty().bind(texts.text("editor.remember.unlock"));
        button.setOnAction(e -> unlock.run());
        button.visibleProperty()
                .bind(store.map(state -> state.kind() == StoreState.Kind.LOCKED).orElse(false));
        button.managedProperty().bind(button.visibleProperty());
        VBox.setMargin(button, new Insets(0, 0, 0, 26));
        box.disableProperty().bind(store.map(state -> !state.isReady()).orElse(true));
        getChildren().addAll(box, hint, button);
    }

    private String hint(@Nullable StoreState state) {
        if (state == null) {
            return texts.now("editor.remember.trying");
        }
        String store = texts.now("editor.remember.store." + state.store());
        return texts.now("editor.remember." + state.kind(), store);
    }
}
