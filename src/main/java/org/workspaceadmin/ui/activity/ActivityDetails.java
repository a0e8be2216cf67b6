package org.workspaceadmin.ui.activity;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.FactGrid;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.UiContext;

/** The selected entry: its facts on the left, its request on the right. */
final class ActivityDetails extends StackPane {
    private final ActivityTexts words;
    private final UiContext ui;
    private final StateBadge badge = new StateBadge();
    private final Label title = new Label();
    private final Button job = new Button();
    private final Button copy = new Button();
    private final FactGrid facts = new FactGrid();
    private final TextArea request = new TextArea();
    private final HBox middle = new HBox();
    private @Nullable Activity entry;

    ActivityDetails(
            ActivityViewModel model, ActivityTexts words, UiContext ui, Consumer<String> jobs) {
        this.words = words;
        this.ui = ui;
        title.getStyleClass().add("text-heading");
        title.setId("activity-title");
        title.setMinWidth(80);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        job.setId("activity-job");
        job.setGraphic(Icons.JOBS.node());
        job.textProperty().bind(ui.texts().text("activity.showJob"));
        job.setOnAction(e -> {
            if (entry != null) {
                jobs.accept(entry.operation());
            }
        });
        copy.setId("activity-copy");
        copy.setGraphic(Icons.COPY.node());
        copy.textProperty().bind(ui.texts().text("activity.copy"));
        copy.setOnAction(e -> copy());
        for (Button button : new Button[] {job, copy}) {
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(badge, title, gap, job, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        ScrollPane left = new ScrollPane(facts);
        facts.setHgap(12);
        left.setFitToWidth(true);
        left.getStyleClass().add("edge-to-edge");
        left.setMinWidth(240);
        left.setPrefWidth(400);
        request.setId("activity-request");
        request.setEditable(false);
        request.setWrapText(true);
        request.getStyleClass().addAll("mono", "request-text");
        request.accessibleTextProperty().bind(ui.texts().text("activity.request"));
        request.managedProperty().bind(request.visibleProperty());
        request.setPrefWidth(360);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(request, Priority.ALWAYS);
        middle.getStyleClass().add("gap-16");
        middle.getChildren().addAll(left, request);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox content = new VBox(head, middle);
        content.getStyleClass().addAll("gap-8", "job-details");
        Label none = new Label();
        none.textProperty().bind(ui.texts().text("activity.none"));
        none.getStyleClass().add("text-muted");
        content.visibleProperty().bind(model.detailsProperty().isNotNull());
        none.visibleProperty().bind(content.visibleProperty().not());
        getChildren().addAll(content, none);
        setMinHeight(0);
        model.detailsProperty().subscribe(this::show);
        ui.texts().languageProperty().subscribe(language -> show(entry));
    }

    private void show(@Nullable Activity shown) {
        entry = shown;
        if (shown == null) {
            return;
        }
        badge.show(ActivityTexts.tone(shown.kind()), words.kind(shown));
        title.setText(shown.operation().isEmpty() ? words.about(shown) : words.operation(shown));
        job.setVisible(!shown.operation().isEmpty());
        facts.show(words.facts(shown));
        String sent = ActivityTexts.request(shown);
        request.setText(sent);
        request.setVisible(!sent.isEmpty());
    }

    private void copy() {
        Activity shown = entry;
        if (shown == null) {
            return;
        }
        StringBuilder all = new StringBuilder(words.kind(shown)).append('\n');
        for (Field fact : words.facts(shown)) {
            all.append(fact.path()).append(": ").append(fact.value()).append('\n');
        }
        ui.clipboard().copy(all.append('\n').append(ActivityTexts.request(shown)).toString());
    }
}
