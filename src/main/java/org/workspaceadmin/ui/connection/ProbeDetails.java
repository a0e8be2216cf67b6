package org.workspaceadmin.ui.connection;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.workspaceadmin.connection.probe.ProbeStep;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.connection.probe.StepState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** One step closely: the whole verdict, the problem or what to do, and the evidence, folded. */
final class ProbeDetails extends VBox {
    private static final double LABEL = 180;
    private static final double VALUE_PERCENT = 36;

    private final ProbeViewModel model;
    private final Texts texts;
    private final Label name = new Label();
    private final Label verdict = new Label();
    private final Label advice = new Label();
    private final ProblemPane problem;
    private final Button correct = new Button();
    private final Button evidence = new Button();
    private final GridPane facts = new GridPane();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private Subscription step = Subscription.EMPTY;

    ProbeDetails(ProbeViewModel model, UiContext context) {
        this.model = model;
        texts = context.texts();
        getStyleClass().add("probe-details");
        setId("probe-details");
        name.getStyleClass().add("text-strong");
        wrapped(verdict);
        wrapped(advice).getStyleClass().add("text-muted");
        problem = new ProblemPane(texts, context.clipboard());
        problem.setId("probe-problem");
        correct.setId("probe-correct-clock");
        correct.textProperty().bind(texts.text("probe.clock.correct"));
        correct.disableProperty().bind(model.startableProperty().not());
        correct.setOnAction(e -> model.correctClock());
        evidence.setId("probe-evidence");
        evidence.getStyleClass().addAll("flat", "small");
        evidence.textProperty().bind(texts.text("probe.evidence"));
        evidence.graphicProperty()
                .bind(unfolded.map(open -> (open ? Icons.UNFOLDED : Icons.FOLDED).node()));
        evidence.setOnAction(e -> unfolded.set(!unfolded.get()));
        FlowPane buttons = new FlowPane(correct, evidence);
        buttons.getStyleClass().add("probe-buttons");
        facts.getStyleClass().add("probe-facts");
        facts.setId("probe-facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(LABEL);
        labels.setMaxWidth(LABEL);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(VALUE_PERCENT);
        ColumnConstraints abouts = new ColumnConstraints();
        abouts.setHgrow(Priority.ALWAYS);
        for (ColumnConstraints column : List.of(labels, values, abouts)) {
            facts.getColumnConstraints().add(column);
        }
        facts.visibleProperty().bind(unfolded.and(evidence.visibleProperty()));
        facts.managedProperty().bind(facts.visibleProperty());
        getChildren().addAll(name, verdict, advice, problem, buttons, facts);

        model.chosenProperty()
                .subscribe(kind -> {
                    step.unsubscribe();
                    step = model.stepProperty(kind).subscribe(now -> show());
                });
        model.correctionProperty().subscribe(offset -> show());
        texts.languageProperty().subscribe(language -> show());
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void shown(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void show() {
        StepKind kind = model.chosenProperty().get();
        ProbeStep now = model.stepProperty(kind).get();
        ProbeTexts words = new ProbeTexts(texts.messages());
        name.setText(words.name(kind));
        verdict.setText(
                words.verdict(now).isEmpty() ? words.state(now.state()) : words.verdict(now));
        advice.setText(words.advice(now));
        shown(advice, !advice.getText().isEmpty());
        problem.problemProperty().set(now.problem());
        shown(
                correct,
                kind == StepKind.CLOCK
                        && now.state() == StepState.FAILED
                        && model.correctionProperty().get() != null);
        shown(evidence, !now.facts().isEmpty());
        facts.getChildren().clear();
        int row = 0;
        for (ProbeTexts.Seen fact : words.facts(now)) {
            Label label = wrapped(new Label(fact.label()));
            label.getStyleClass().add("text-muted");
            Label about = wrapped(new Label(fact.about()));
            about.getStyleClass().addAll("text-small", "text-muted");
            facts.addRow(row++, label, wrapped(new Label(fact.value())), about);
        }
    }
}
