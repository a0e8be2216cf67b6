package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** What becomes of the application: live, and what to do when it does not go well. */
final class ProgressPane implements StepPane {
    private final VBox root = new VBox();
    private final SetupContext context;
    private final ProgressViewModel model;
    private final Texts texts;
    private final StateBadge state = new StateBadge();
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final Label explanation = new Label();
    private final ProblemPane problem;
    private final HBox choices = new HBox();
    private final Runnable correct;
    private final Runnable finished;

    /**
     * The last step.
     *
     * @param context what it works with
     * @param model the application
     * @param correct goes back to what has to be corrected
     * @param finished goes on when the service works
     */
    ProgressPane(
            SetupContext context, ProgressViewModel model, Runnable correct, Runnable finished) {
        this.context = context;
        this.model = model;
        this.correct = correct;
        this.finished = finished;
        texts = context.ui().texts();
        problem = new ProblemPane(context.ui());
        root.getStyleClass().addAll("setup-step", "setup-inputs");
        state.setId("setup-progress-state");
        state.getStyleClass().add("text-heading");
        bar.setId("setup-progress-bar");
        bar.setMaxWidth(420);
        percent.getStyleClass().add("text-muted");
        explanation.setId("setup-progress-text");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        choices.getStyleClass().add("gap-8");
        HBox progress = new HBox(bar, percent);
        progress.getStyleClass().add("gap-8");
        Label close = new Label();
        close.textProperty().bind(texts.text("setup.progress.close"));
        close.getStyleClass().addAll("text-small", "text-muted");
        close.setWrapText(true);
        root.getChildren().addAll(state, progress, explanation, problem, choices, close);
        model.operationProperty().subscribe(operation -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    private void draw() {
        OperationState operation = model.operationProperty().get();
        choices.getChildren().clear();
        if (operation == null) {
            state.clear();
            return;
        }
        Outcome outcome = model.outcome();
        boolean held = operation.phase() == Phase.HELD;
        String word = held ? "HELD" : outcome.name();
        state.show(held ? Tone.ATTENTION : tone(outcome), texts.now("setup.progress." + word));
        boolean moving = !outcome.ended() && outcome != Outcome.UNKNOWN && !held;
        bar.setVisible(moving);
        int now = model.percent();
        bar.setProgress(now < 0 ? 0 : now / 100.0);
        percent.setText(moving && now >= 0 ? texts.now("setup.progress.percent", now) : "");
        explanation.setText(explanation(outcome, held, model.target()));
        problem.problemProperty().set(outcome == Outcome.SUCCEEDED ? null : operation.problem());
        buttons(outcome, held);
    }

    private String explanation(Outcome outcome, boolean held, @Nullable TargetState target) {
        if (held) {
            return texts.now("setup.progress.HELD.text");
        }
        if (outcome == Outcome.FAILED && target != null) {
            String ours =
                    texts.has("code." + target.code()) ? texts.now("code." + target.code()) : "";
            String known =
                    ours.isEmpty() ? ProblemText.meaningOf(texts.messages(), target.code()) : ours;
            String said = target.message();
            String code = target.code().isEmpty() ? "" : " (" + target.code() + ")";
            return known.isEmpty()
                    ? said + code
                    : said.isEmpty() ? known : known + "\n" + said + code;
        }
        String key = "setup.progress." + outcome.name() + ".text";
        return texts.has(key)
                ? texts.now(key)
                : texts.now("setup.progress." + context.generation().name());
    }

    private void buttons(Outcome outcome, boolean held) {
        if (held) {
            add("setup.progress.resume", "setup-resume", true, model::resume);
            return;
        }
        switch (outcome) {
            case SUCCEEDED -> add("setup.progress.show", "setup-finished", true, finished);
            case FAILED, SKIPPED -> add("setup.progress.correct", "setup-correct", true, correct);
            case UNKNOWN -> {
                add("setup.progress.checkNow", "setup-check-now", true, model::checkNow);
                add("setup.progress.wasDone", "setup-settle-done", false, () -> model.settle(true));
                add("setup.progress.wasNot", "setup-settle-not", false, () -> model.settle(false));
            }
            default -> add("setup.progress.jobs", "setup-jobs", false, context.showJobs());
        }
    }

    private void add(String key, String id, boolean primary, Runnable action) {
        Button button = new Button(texts.now(key));
        button.setId(id);
        if (primary) {
            button.getStyleClass().add("accent");
        }
        button.setOnAction(e -> action.run());
        choices.getChildren().add(button);
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case WAITING -> Tone.WAITING;
            case RUNNING -> Tone.UNDER_WAY;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case SKIPPED -> Tone.SKIPPED;
        };
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        choices.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }
}
