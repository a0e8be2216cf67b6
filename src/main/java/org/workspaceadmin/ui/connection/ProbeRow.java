package org.workspaceadmin.ui.connection;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.probe.ProbeStep;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.connection.probe.StepState;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;

/**
 * One step in the list: state, name, verdict, time. Its height never changes, and the mark of a
 * running step is in the scene only while it runs.
 */
final class ProbeRow extends ListCell<StepKind> {
    private static final double MARK = 14;
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final ProbeViewModel model;
    private final Texts texts;
    private final StateBadge badge = new StateBadge();
    private final StackPane state = new StackPane();
    private final Label name = new Label();
    private final Label verdict = new Label();
    private final Label took = new Label();
    private final HBox line;
    private Subscription step = Subscription.EMPTY;

    ProbeRow(ProbeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("probe-row");
        state.getStyleClass().add("probe-state");
        state.setAlignment(Pos.CENTER_LEFT);
        state.getChildren().add(badge);
        name.getStyleClass().add("probe-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        verdict.getStyleClass().addAll("probe-verdict", "text-muted");
        verdict.setMaxWidth(Double.MAX_VALUE);
        verdict.setMinWidth(0);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        took.getStyleClass().addAll("probe-took", "text-small", "text-muted");
        took.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(name, state, verdict, took);
        line.getStyleClass().add("probe-line");
        line.setAlignment(Pos.CENTER_LEFT);
        // the row is as wide as the list, so that a long verdict ends in an ellipsis here and is
        // told in full below
        setPrefWidth(0);
        texts.languageProperty().subscribe(language -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable StepKind kind, boolean empty) {
        super.updateItem(kind, empty);
        step.unsubscribe();
        step = Subscription.EMPTY;
        if (empty || kind == null) {
            setGraphic(null);
            return;
        }
        setGraphic(line);
        step = model.stepProperty(kind).subscribe(now -> show(kind));
    }

    private void show(@Nullable StepKind kind) {
        if (kind == null) {
            return;
        }
        ProbeStep now = model.stepProperty(kind).get();
        ProbeTexts words = new ProbeTexts(texts.messages());
        String word = words.state(now.state());
        boolean running = now.state() == StepState.RUNNING;
        badge.show(ProbeTexts.tone(now.state()), word);
        if (running && state.getChildren().size() == 1) {
            ProgressIndicator mark = new ProgressIndicator();
            mark.setMinSize(MARK, MARK);
            mark.setPrefSize(MARK, MARK);
            mark.setMaxSize(MARK, MARK);
            mark.getStyleClass().add("probe-mark");
            state.getChildren().add(mark);
        } else if (!running && state.getChildren().size() > 1) {
            state.getChildren().remove(1, state.getChildren().size());
        }
        badge.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("running"), running);
        name.setText(words.name(kind));
        verdict.setText(words.verdict(now));
        took.setText(words.took(now));
        setAccessibleText(
                String.join(". ", words.name(kind), word, words.verdict(now), words.took(now)));
    }
}
