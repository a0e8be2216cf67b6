package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Texts;

/** The company's directory is tried from here and by the service before the request is sent. */
final class CheckPane implements StepPane {
    private final VBox root = new VBox();
    private final DirectoryPane directory;

    CheckPane(SetupContext context, WizardViewModel model) {
        Texts texts = context.ui().texts();
        directory = new DirectoryPane(context, model.directory(), model.check());
        root.getStyleClass().addAll("setup-step", "gap-8");
        Label title = new Label();
        title.textProperty().bind(texts.text("setup.directory.title"));
        title.getStyleClass().add("text-heading");
        Label what = new Label();
        what.textProperty().bind(texts.text("setup.directory.what"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().addAll(title, what, directory);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        directory.focusStart();
    }
}
