package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** Has the service itself try the company's directory before the request is sent. */
final class CheckPane implements StepPane {
    private final VBox root = new VBox();
    private final CheckViewModel check;
    private final Texts texts;
    private final Button run = new Button();
    private final StateBadge verdict = new StateBadge();

    CheckPane(SetupContext context, WizardViewModel model) {
        check = model.check();
        texts = context.ui().texts();
        root.getStyleClass().addAll("setup-step", "setup-inputs");
        Label title = new Label();
        title.textProperty().bind(texts.text("setup.check.title"));
        title.getStyleClass().add("text-heading");
        Label what = new Label();
        what.textProperty().bind(texts.text("setup.check.what"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Label care = new Label();
        care.textProperty().bind(texts.text("setup.check.care"));
        care.getStyleClass().addAll("text-small", "text-muted");
        care.setWrapText(true);
        care.setMinHeight(Region.USE_PREF_SIZE);
        run.setId("setup-check-run");
        run.textProperty().bind(texts.text("setup.check.run"));
        run.setOnAction(e -> check.run());
        verdict.setId("setup-check-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        ProblemPane problem = new ProblemPane(context.ui());
        check.problemProperty().subscribe(why -> problem.problemProperty().set(why));
        root.getChildren().addAll(title, what, run, verdict, problem, care);
        check.stateProperty().subscribe(state -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    private void draw() {
        CheckViewModel.State state = check.stateProperty().get();
        run.setDisable(
                state == CheckViewModel.State.RUNNING || state == CheckViewModel.State.NOT_OFFERED);
        care().setVisible(state != CheckViewModel.State.NOT_OFFERED);
        verdict.show(tone(state), texts.now("setup.check." + state.name()));
    }

    private Node care() {
        return root.getChildren().getLast();
    }

    private static Tone tone(CheckViewModel.State state) {
        return switch (state) {
            case IDLE -> Tone.OFF;
            case RUNNING -> Tone.UNDER_WAY;
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case NOT_OFFERED -> Tone.UNKNOWN;
        };
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        run.requestFocus();
    }
}
