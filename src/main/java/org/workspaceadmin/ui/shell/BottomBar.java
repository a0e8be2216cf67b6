package org.workspaceadmin.ui.shell;

import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.ui.common.AgeLabel;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/** How the connection does, what runs, how old the data is. */
final class BottomBar extends HBox {
    private static final double NAME = 280;

    private final ShellViewModel model;
    private final Texts texts;

    BottomBar(ShellViewModel model, UiContext context) {
        this.model = model;
        this.texts = context.texts();
        getStyleClass().add("bottom-bar");
        setAlignment(Pos.CENTER_LEFT);
        BooleanBinding connected = model.connectionProperty().isNotNull();

        StateBadge link = new StateBadge();
        link.setId("link");
        link.getStyleClass().add("text-small");
        link.visibleProperty().bind(connected);
        model.linkProperty().subscribe(state -> showLink(link));
        model.latencyProperty().subscribe(latency -> showLink(link));
        texts.languageProperty().subscribe(language -> showLink(link));

        Region left = spring();
        Region right = spring();

        Button openJobs = new Button();
        openJobs.setId("open-jobs");
        openJobs.getStyleClass().addAll("flat", "bottom-button");
        openJobs.textProperty().bind(texts.text("shell.openJobs", model.openJobsProperty()));
        openJobs.visibleProperty().bind(connected.and(model.openJobsProperty().greaterThan(0)));
        openJobs.managedProperty().bind(openJobs.visibleProperty());
        openJobs.setOnAction(e -> model.goTo("jobs"));

        AgeLabel age = new AgeLabel(texts, context.now(), model.asOfProperty());
        age.setId("age");
        age.visibleProperty().bind(connected.and(model.asOfProperty().isNotNull()));
        Label read = new Label();
        read.textProperty().bind(texts.text("shell.read"));
        read.getStyleClass().addAll("text-small", "text-muted");
        read.visibleProperty().bind(age.visibleProperty());
        HBox freshness = new HBox(read, age);
        freshness.getStyleClass().add("freshness");
        freshness.setAlignment(Pos.CENTER_LEFT);

        getChildren().addAll(link, left, running(), right, openJobs, freshness);
    }

    private Button running() {
        Label name = new Label();
        name.getStyleClass().add("text-small");
        name.textProperty()
                .bind(
                        texts.of(
                                this::runningName,
                                model.runningProperty(),
                                model.sentenceProperty()));
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().addAll("small", "running-bar");
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> {
                                    OperationState state = model.runningProperty().get();
                                    return state == null ? 0.0 : state.percent() / 100.0;
                                },
                                model.runningProperty()));
        bar.accessibleTextProperty().bind(name.textProperty());
        Label percent = new Label();
        percent.getStyleClass().addAll("text-small", "text-muted");
        percent.textProperty().bind(texts.of(this::runningPercent, model.runningProperty()));
        name.setMaxWidth(NAME);
        HBox line = new HBox(name, bar, percent);
        line.getStyleClass().add("running");
        line.setAlignment(Pos.CENTER);
        Button running = new Button();
        running.setGraphic(line);
        running.setId("running");
        running.getStyleClass().addAll("flat", "bottom-button");
        running.accessibleTextProperty()
                .bind(Bindings.concat(name.textProperty(), ", ", percent.textProperty()));
        running.setOnAction(e -> {
            OperationState state = model.runningProperty().get();
            if (state != null) {
                model.goToJob(state.id());
            }
        });
        running.visibleProperty().bind(model.runningProperty().isNotNull());
        running.managedProperty().bind(running.visibleProperty());
        return running;
    }

    private String runningName() {
        OperationState state = model.runningProperty().get();
        if (state == null) {
            return "";
        }
        String sentence = model.sentenceProperty().get().apply(state);
        return sentence.isEmpty()
                ? texts.now(
                        "shell.running",
                        texts.now("operation.kind." + state.kind().name()),
                        state.targets().size())
                : sentence;
    }

    private String runningPercent() {
        OperationState state = model.runningProperty().get();
        if (state == null) {
            return "";
        }
        int failed = state.count(Outcome.FAILED);
        return failed == 0
                ? texts.now("shell.percent", state.percent())
                : texts.now("shell.percentFailed", state.percent(), failed);
    }

    private void showLink(StateBadge link) {
        Duration latency = model.latencyProperty().get();
        switch (model.linkProperty().get()) {
            case IDLE -> link.show(Tone.OFF, texts.now("shell.link.idle"));
            case NO_SERVICE -> link.show(Tone.OFF, texts.now("shell.link.noService"));
            case READING -> link.show(Tone.WAITING, texts.now("shell.link.reading"));
            case TROUBLE -> link.show(Tone.ATTENTION, texts.now("shell.link.trouble"));
            case SIGNED_OUT -> link.show(Tone.ATTENTION, texts.now("shell.link.signedOut"));
            case CONNECTED ->
                    link.show(
                            Tone.ON,
                            latency == null
                                    ? texts.now("shell.link.connected")
                                    : texts.now(
                                            "shell.link.connectedIn",
                                            Math.max(1, latency.toMillis())));
        }
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
