package org.workspaceadmin.ui.setup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Why a list could not be had, with the way on; takes no room otherwise. */
final class ListTrouble extends VBox {
    ListTrouble(UiContext ui, Choices<?> choices, String wayOnKey) {
        Texts texts = ui.texts();
        getStyleClass().add("list-trouble");
        Label why = new Label();
        why.getStyleClass().addAll("text-small", "text-warning");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.setGraphic(Icons.ATTENTION.node());
        why.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    var problem = choices.problemProperty().get();
                                    if (problem == null) {
                                        return "";
                                    }
                                    ProblemText text = ProblemText.of(texts.messages(), problem);
                                    return text.title() + ". " + texts.now(wayOnKey);
                                },
                                choices.problemProperty()));
        Button again = new Button();
        again.getStyleClass().addAll("small", "list-again");
        again.textProperty().bind(texts.text("setup.list.again"));
        again.setOnAction(e -> choices.retry());
        getChildren().addAll(why, again);
        visibleProperty().bind(choices.problemProperty().isNotNull());
        managedProperty().bind(visibleProperty());
    }
}
