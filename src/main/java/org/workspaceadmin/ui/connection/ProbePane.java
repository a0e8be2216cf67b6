package org.workspaceadmin.ui.connection;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The connection test: a list of steps that never moves, and below it the step that is looked at
 * closely, with what to do and what was seen.
 */
public final class ProbePane extends VBox {
    private static final double ROW = 32;

    /** Above and below the rows, so that they stay clear of the round corners. */
    private static final double AROUND = 4;

    private final ProbeViewModel model;
    private final UiContext context;
    private final Texts texts;

    /**
     * A test that can be started.
     *
     * @param model its state
     * @param context what every screen is given
     */
    public ProbePane(ProbeViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        getStyleClass().add("probe-pane");
        ProblemPane broke = new ProblemPane(texts, context.clipboard());
        broke.problemProperty().bind(model.problemProperty());
        VBox details = new ProbeDetails(model, context);
        details.visibleProperty().bind(model.begunProperty());
        details.managedProperty().bind(details.visibleProperty());
        getChildren().addAll(header(), list(), broke, details);
    }

    private VBox header() {
        Label title = new Label();
        title.textProperty().bind(texts.text("probe.title"));
        title.getStyleClass().add("text-heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label outcome = new Label();
        outcome.setId("probe-outcome");
        outcome.getStyleClass().add("text-muted");
        outcome.setMinWidth(0);
        outcome.textProperty()
                .bind(
                        texts.of(
                                this::outcome,
                                model.begunProperty(),
                                model.runningProperty(),
                                model.outdatedProperty(),
                                model.reportProperty(),
                                model.problemProperty(),
                                model.lockedUntilProperty(),
                                context.now().property()));
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);

        Button stop = new Button();
        stop.setId("probe-stop");
        stop.setGraphic(Icons.STOP.node());
        stop.textProperty().bind(texts.text("probe.stop"));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.setOnAction(e -> model.stop());
        Button copy = new Button();
        copy.setId("probe-copy");
        copy.setGraphic(Icons.COPY.node());
        copy.textProperty().bind(texts.text("probe.copy"));
        copy.getStyleClass().add("flat");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.visibleProperty().bind(model.begunProperty().and(model.runningProperty().not()));
        copy.managedProperty().bind(copy.visibleProperty());
        copy.setOnAction(e ->
                context.clipboard()
                        .copy(
                                new ProbeTexts(texts.messages())
                                        .copy(
                                                model.kinds().stream()
                                                        .map(k -> model.stepProperty(k).get())
                                                        .toList())));
        Button start = new Button();
        start.setId("probe-start");
        start.textProperty()
                .bind(
                        Bindings.when(model.begunProperty())
                                .then(texts.text("probe.again"))
                                .otherwise(texts.text("probe.start")));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(e -> model.start());
        HBox line = new HBox(title, gap, copy, stop, start);
        line.getStyleClass().add("probe-header");
        line.setAlignment(Pos.CENTER_LEFT);
        // A line of its own: beside the buttons there is no room for it in the smallest window.
        VBox header = new VBox(line, outcome);
        header.getStyleClass().add("gap-4");
        return header;
    }

    /** One line that says where the whole test stands. */
    private String outcome() {
        Duration left = model.lockLeft();
        if (left != null) {
            return texts.now(
                    "probe.outcome.locked",
                    String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart()));
        }
        if (!model.begunProperty().get()) {
            return texts.now("probe.outcome.never");
        }
        if (model.runningProperty().get()) {
            return texts.now("probe.outcome.running");
        }
        if (model.outdatedProperty().get()) {
            return texts.now("probe.outcome.outdated");
        }
        ProbeReport report = model.reportProperty().get();
        if (report == null) {
            return texts.now(
                    model.problemProperty().get() == null
                            ? "probe.outcome.stopped"
                            : "probe.outcome.broke");
        }
        return switch (report.outcome()) {
            case FAILED -> texts.now("probe.outcome.failed");
            case WARNED -> texts.now("probe.outcome.warned");
            default -> texts.now("probe.outcome.passed");
        };
    }

    private ListView<StepKind> list() {
        ListView<StepKind> list = new ListView<>(FXCollections.observableArrayList(model.kinds()));
        list.setId("probe-steps");
        list.getStyleClass().add("probe-steps");
        list.accessibleTextProperty().bind(texts.text("probe.title"));
        list.setFixedCellSize(ROW);
        double height = ROW * model.kinds().size() + 2 * AROUND + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setCellFactory(view -> new ProbeRow(model, texts));
        model.chosenProperty().subscribe(kind -> list.getSelectionModel().select(kind));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((@Nullable StepKind kind) -> {
                    if (kind != null && kind != model.chosenProperty().get()) {
                        model.choose(kind);
                    }
                });
        return list;
    }
}
