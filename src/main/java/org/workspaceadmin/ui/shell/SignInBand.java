package org.workspaceadmin.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.shell.ShellViewModel.SignInState;

/** Says that the sign-in is over and offers a new one. Takes no room while it is not. */
final class SignInBand extends HBox {
    SignInBand(ShellViewModel model, Texts texts, Runnable signIn) {
        getStyleClass().add("sign-in-band");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        FontIcon icon = Icons.ATTENTION.node();
        icon.getStyleClass().add("sign-in-band-icon");
        Label title = new Label();
        title.getStyleClass().add("sign-in-band-title");
        title.textProperty().bind(texts.of(() -> texts.now(key(model)), model.signInProperty()));
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.textProperty().bind(texts.text("shell.signIn.text"));
        VBox words = new VBox(title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button again = new Button();
        again.setId("sign-in-again");
        again.getStyleClass().add("accent");
        again.setMinWidth(USE_PREF_SIZE);
        again.textProperty().bind(texts.text("shell.signIn.again"));
        again.setOnAction(e -> signIn.run());
        getChildren().addAll(icon, words, again);
        visibleProperty().bind(model.signInProperty().map(now -> now != SignInState.GOOD));
        managedProperty().bind(visibleProperty());
    }

    private static String key(ShellViewModel model) {
        return model.signInProperty().get() == SignInState.REFUSED
                ? "shell.signIn.refused"
                : "shell.signIn.over";
    }
}
