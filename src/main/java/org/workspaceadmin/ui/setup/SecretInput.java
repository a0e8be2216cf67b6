package org.workspaceadmin.ui.setup;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.workspaceadmin.ui.common.AccessKey;
import org.workspaceadmin.ui.common.Texts;

/** A password that can be shown while it is typed. */
final class SecretInput extends HBox {
    private final PasswordField hidden = new PasswordField();

    SecretInput(Texts texts) {
        getStyleClass().add("gap-8");
        TextField shown = new TextField();
        shown.setId("setup-password-shown");
        shown.textProperty().bindBidirectional(hidden.textProperty());
        shown.accessibleTextProperty().bind(texts.text("setup.field.PASSWORD"));
        ToggleButton show = new ToggleButton();
        show.setId("setup-password-show");
        show.textProperty()
                .bind(texts.of(() -> AccessKey.in(texts.now("setup.password.show"), 'H')));
        shown.visibleProperty().bind(show.selectedProperty());
        shown.managedProperty().bind(shown.visibleProperty());
        hidden.visibleProperty().bind(show.selectedProperty().not());
        StackPane both = new StackPane(hidden, shown);
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, show);
    }

    /** What is typed into. */
    TextField field() {
        return hidden;
    }
}
