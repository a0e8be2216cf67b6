package org.workspaceadmin.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.AccessKey;
import org.workspaceadmin.ui.common.Texts;

/** The wizard: where one is, the step, and the way back and on. */
final class WizardView extends VBox {
    private final WizardViewModel model;
    private final Texts texts;
    private final Map<SetupStep, StepPane> panes = new EnumMap<>(SetupStep.class);
    private final ScrollPane content = new ScrollPane();
    private final Button back = new Button();
    private final Button next = new Button();
    private final Label hint = new Label();

    /**
     * A wizard.
     *
     * @param context what it works with
     * @param model its state
     * @param progress what becomes of the application
     * @param finished goes on when the service works
     */
    WizardView(
            SetupContext context,
            WizardViewModel model,
            ProgressViewModel progress,
            Runnable finished) {
        this.model = model;
        texts = context.ui().texts();
        getStyleClass().add("wizard");
        panes.put(SetupStep.KIND, new KindPane(texts, model));
        panes.put(SetupStep.DOMAIN, new DomainPane(context, model));
        panes.put(SetupStep.NETWORK, new NetworkPane(context, model));
        panes.put(SetupStep.CHECK, new CheckPane(context, model));
        panes.put(SetupStep.REVIEW, new ReviewPane(context, model));
        panes.put(
                SetupStep.PROGRESS,
                new ProgressPane(context, progress, () -> model.go(model.toCorrect()), finished));
        content.setFitToWidth(true);
        content.getStyleClass().add("wizard-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(new StepperBar(texts, model), content, footer());
        model.stepProperty().subscribe(this::show);
        // What is typed after Next was refused is on its way to being right.
        model.form().kept().forEach(kept -> kept.text().subscribe(text -> hint.setText("")));
        texts.languageProperty().subscribe(l -> buttons(model.stepProperty().get()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
    }

    private HBox footer() {
        back.setId("setup-back");
        back.setOnAction(e -> model.back());
        next.setId("setup-next");
        next.getStyleClass().add("accent");
        next.setOnAction(e -> goOn());
        next.setDefaultButton(true);
        hint.setId("setup-hint");
        hint.getStyleClass().addAll("text-small", "text-danger");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(back, gap, hint, next);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("wizard-footer");
        return footer;
    }

    private void goOn() {
        if (model.stepProperty().get() == SetupStep.REVIEW) {
            model.submit();
            return;
        }
        DomainField wrong = model.next();
        hint.setText(
                wrong == null
                        ? ""
                        : texts.now(
                                "setup.hint." + (wrong == DomainField.TYPE ? "kind" : "field")));
        StepPane pane = panes.get(model.stepProperty().get());
        if (wrong != null && pane != null) {
            pane.focus(wrong);
        }
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !back.isDisabled()) {
            model.back();
            event.consume();
        }
    }

    private void show(SetupStep step) {
        StepPane pane = panes.get(step);
        if (pane == null) {
            throw new IllegalStateException(step.name());
        }
        hint.setText("");
        content.setFitToHeight(step == SetupStep.DOMAIN);
        content.setContent(pane.root());
        content.setVvalue(0);
        buttons(step);
        pane.shown();
        javafx.application.Platform.runLater(pane::focus);
    }

    private void buttons(SetupStep step) {
        back.setText(AccessKey.in(texts.now("setup.back"), 'B'));
        back.setDisable(step == SetupStep.KIND);
        back.setVisible(step != SetupStep.PROGRESS);
        next.setText(
                step == SetupStep.REVIEW
                        ? AccessKey.in(texts.now("setup.submit"), 'S')
                        : AccessKey.in(texts.now("setup.next"), 'N'));
        next.setVisible(step != SetupStep.PROGRESS);
        next.disableProperty().unbind();
        if (step == SetupStep.REVIEW) {
            next.disableProperty()
                    .bind(
                            model.submittingProperty()
                                    .or(
                                            javafx.beans.binding.Bindings.createBooleanBinding(
                                                    () -> {
                                                        var plan = model.planProperty().get();
                                                        return plan == null || !plan.sendable();
                                                    },
                                                    model.planProperty())));
        } else {
            next.setDisable(false);
        }
    }
}
