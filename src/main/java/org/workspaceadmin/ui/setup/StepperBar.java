package org.workspaceadmin.ui.setup;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Which steps there are and where the operator is. */
final class StepperBar extends HBox {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Texts texts;

    StepperBar(Texts texts, WizardViewModel model) {
        this.texts = texts;
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        model.stepsProperty().subscribe(steps -> draw(steps, model.stepProperty().get()));
        model.stepProperty().subscribe(step -> draw(model.stepsProperty().get(), step));
        texts.languageProperty()
                .subscribe(l -> draw(model.stepsProperty().get(), model.stepProperty().get()));
    }

    private void draw(List<SetupStep> steps, SetupStep now) {
        getChildren().clear();
        int at = steps.indexOf(now);
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                Label arrow = new Label();
                arrow.setGraphic(Icons.FOLDED.node());
                arrow.getStyleClass().add("stepper-arrow");
                getChildren().add(arrow);
            }
            Label step = new Label((i + 1) + "  " + texts.now("setup.step." + steps.get(i).name()));
            step.getStyleClass().add("stepper-step");
            step.pseudoClassStateChanged(NOW, i == at);
            step.pseudoClassStateChanged(DONE, i < at);
            if (i < at) {
                step.setGraphic(Icons.GOOD.node());
                step.setText(texts.now("setup.step." + steps.get(i).name()));
            }
            getChildren().add(step);
        }
        setAccessibleText(
                texts.now(
                        "setup.stepper.accessible",
                        at + 1,
                        steps.size(),
                        texts.now("setup.step." + now.name())));
    }
}
