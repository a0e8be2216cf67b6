package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The evidence about requests that got no answer: what was sent when, how its job was searched for,
 * which jobs came close. Beside each what the operator can do, and before anything is sent again
 * what could happen.
 */
final class UnknownPane extends VBox {
    private static final double HIGHEST = 168;

    private final UnknownViewModel model;
    private final EvidenceWords words;
    private final Texts texts;
    private final VBox list = new VBox();
    private final Label refused = new Label();
    private List<SearchEvidence> shown = List.of();
    private @Nullable String operation;
    private int asking = -1;
    private boolean busy;

    UnknownPane(JobsViewModel jobs, JobTexts words, UiContext ui) {
        model = jobs.unknown();
        texts = ui.texts();
        this.words = new EvidenceWords(words, texts);
        setId("job-evidence");
        getStyleClass().add("gap-8");
        managedProperty().bind(visibleProperty());
        list.getStyleClass().add("gap-8");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("dialog-scroll", "evidence-scroll");
        scroll.setMaxHeight(HIGHEST);
        list.heightProperty()
                .subscribe(
                        height -> scroll.setMinHeight(Math.min(HIGHEST, height.doubleValue() + 2)));
        refused.textProperty().bind(texts.text("jobs.again.refused"));
        refused.setWrapText(true);
        refused.visibleProperty().bind(model.refusedProperty());
        refused.managedProperty().bind(refused.visibleProperty());
        getChildren().addAll(scroll, refused);
        jobs.busyProperty()
                .subscribe(now -> {
                    busy = now;
                    draw();
                });
        texts.languageProperty().subscribe(language -> draw());
    }

    /** Shows what is known of an operation's unanswered requests. */
    void show(JobEntry entry) {
        boolean another = !entry.id().equals(operation);
        List<SearchEvidence> now = model.evidence(entry);
        if (another) {
            operation = entry.id();
            asking = -1;
            model.forget();
        }
        setVisible(!now.isEmpty());
        if (another || !now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        List<Node> cards = new ArrayList<>();
        for (SearchEvidence each : shown) {
            cards.add(card(each));
        }
        list.getChildren().setAll(cards);
    }

    private Node card(SearchEvidence evidence) {
        Label title = label(words.title(evidence));
        title.getStyleClass().add("text-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title);
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, label(words.search(evidence)));
        card.getStyleClass().add("evidence");
        String failure = words.failure(evidence);
        if (!failure.isEmpty()) {
            card.getChildren().add(muted(failure));
        }
        for (Candidate candidate : evidence.candidates()) {
            card.getChildren().add(candidate(evidence, candidate));
        }
        if (evidence.canSendAgain()) {
            if (asking == evidence.request()) {
                card.getChildren().add(confirmation(evidence));
            } else {
                head.getChildren()
                        .add(
                                button(
                                        "jobs.again.ask",
                                        "job-again",
                                        Icons.RESTART,
                                        () -> ask(evidence.request())));
            }
        } else if (!evidence.complete()) {
            card.getChildren().add(muted(texts.now("jobs.again.incomplete")));
        }
        return card;
    }

    private Node candidate(SearchEvidence evidence, Candidate candidate) {
        Label text = muted(words.candidate(candidate));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button take =
                button(
                        "jobs.adopt",
                        "job-adopt",
                        Icons.GOOD,
                        () -> model.adopt(evidence, candidate));
        take.setAccessibleText(texts.now("jobs.adopt.this", candidate.jobId()));
        HBox line = new HBox(text, take);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node confirmation(SearchEvidence evidence) {
        Label risk = label(words.risk(evidence));
        risk.setGraphic(Icons.ATTENTION.node());
        risk.setId("job-again-risk");
        Button send =
                button(
                        "jobs.again.send",
                        "job-again-send",
                        Icons.RESTART,
                        () -> {
                            asking = -1;
                            model.sendAgain(evidence);
                        });
        send.getStyleClass().add("danger");
        Button leave = button("jobs.again.leave", "job-again-leave", Icons.CLOSE, () -> ask(-1));
        HBox buttons = new HBox(leave, send);
        buttons.getStyleClass().add("gap-8");
        VBox asked = new VBox(risk, buttons);
        asked.getStyleClass().add("gap-8");
        return asked;
    }

    private void ask(int request) {
        asking = request;
        draw();
        Node first = lookup(request < 0 ? "#job-again" : "#job-again-leave");
        Objects.requireNonNullElse(first, this).requestFocus();
    }

    private Button button(String key, String id, Icons icon, Runnable action) {
        Button button = new Button(texts.now(key));
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(busy);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Label muted(String text) {
        Label label = label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
