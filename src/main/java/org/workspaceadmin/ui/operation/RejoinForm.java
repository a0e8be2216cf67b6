package org.workspaceadmin.ui.operation;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.HealthWords;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.operation.ForecastRow.Outcome;

/** The forecast of a rejoin: counts, every target with its reasons, and one button to thin it. */
final class RejoinForm implements Form {
    private final RejoinViewModel model;
    private final UiContext ui;
    private final Texts texts;
    private final HealthWords words;
    private final DirectoryWords directory;
    private final Map<Outcome, StateBadge> counts = new EnumMap<>(Outcome.class);
    private final ListView<ForecastRow> rows = new ListView<>();
    private final Label note = new Label();
    private final Hyperlink connect = new Hyperlink();
    private final Button leaveOut = new Button();
    private final Hyperlink takeBack = new Hyperlink();
    private final VBox root = new VBox();

    RejoinForm(RejoinViewModel model, UiContext ui) {
        this.model = model;
        this.ui = ui;
        texts = ui.texts();
        words = new HealthWords(texts, ZoneId.systemDefault());
        directory = new DirectoryWords(texts, ZoneId.systemDefault());
        Label heading = new Label();
        heading.textProperty().bind(texts.text("operation.forecast"));
        heading.getStyleClass().add("field-label");
        heading.setLabelFor(rows);
        FlowPane badges = new FlowPane();
        badges.getStyleClass().addAll("gap-8", "forecast-counts");
        for (Outcome outcome : Outcome.values()) {
            StateBadge badge = new StateBadge();
            badge.getStyleClass().add("forecast-" + outcome);
            badge.managedProperty().bind(badge.visibleProperty());
            counts.put(outcome, badge);
            badges.getChildren().add(badge);
        }
        rows.setCellFactory(view -> new ForecastCell(this::look));
        rows.getStyleClass().addAll("judged-rows", "dense", "forecast-rows");
        rows.accessibleTextProperty().bind(texts.text("operation.forecast"));
        rows.setMinHeight(168);
        rows.setPrefHeight(208);
        VBox.setVgrow(rows, Priority.ALWAYS);
        note.getStyleClass().addAll("text-small", "text-muted", "forecast-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        connect.getStyleClass().addAll("text-small", "forecast-connect");
        connect.setOnAction(e -> model.connect());
        leaveOut.getStyleClass().addAll("small", "forecast-leave-out");
        leaveOut.setMinWidth(Region.USE_PREF_SIZE);
        leaveOut.setOnAction(e -> model.leaveOutFailing());
        takeBack.getStyleClass().addAll("text-small", "forecast-take-back");
        takeBack.setOnAction(e -> model.takeBack());
        FlowPane actions = new FlowPane(leaveOut, takeBack);
        actions.getStyleClass().add("gap-8");
        for (Node node : List.of(note, connect, leaveOut, takeBack)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        texts.languageProperty().subscribe(language -> rows.refresh());
        root.getStyleClass().addAll("form", "forecast");
        VBox.setVgrow(root, Priority.ALWAYS);
        root.managedProperty().bind(root.visibleProperty());
        root.getChildren().addAll(heading, badges, note, connect, rows, actions);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.empty();
    }

    @Override
    public void draw() {
        List<ForecastRow> now = model.forecast();
        root.setVisible(!now.isEmpty() || model.takenOut() > 0);
        if (!now.equals(rows.getItems())) {
            rows.getItems().setAll(now);
        }
        counts.forEach((outcome, badge) -> {
            int count = model.count(outcome);
            badge.setVisible(count > 0);
            badge.show(tone(outcome), texts.now("operation.forecast.count." + outcome, count));
        });
        int failing = model.count(Outcome.FAILS);
        leaveOut.setVisible(failing > 0);
        leaveOut.setText(texts.now("operation.forecast.leaveOut", failing));
        takeBack.setVisible(model.takenOut() > 0);
        takeBack.setText(texts.now("operation.forecast.takeBack", model.takenOut()));
        drawStanding(model.standing());
    }

    private void drawStanding(@Nullable DirectoryStanding standing) {
        boolean told = standing != null;
        note.setVisible(told);
        connect.setVisible(
                standing != null
                        && standing.state() != DirectoryStanding.State.KNOWN
                        && standing.state() != DirectoryStanding.State.FIRST_READING);
        if (standing != null) {
            note.setText(
                    standing.state() == DirectoryStanding.State.CLOSED
                            ? texts.now("operation.forecast.noDirectory")
                            : directory.full(standing, ui.timer().instant()));
            connect.setText(
                    texts.now(
                            standing.state() == DirectoryStanding.State.CLOSED
                                    ? "desktops.health.connect"
                                    : "desktops.health.connection"));
        }
    }

    private ForecastCell.Look look(ForecastRow row) {
        return new ForecastCell.Look(
                row.name(),
                tone(row.outcome()),
                texts.now("operation.forecast." + row.outcome()),
                row.reasons().stream().map(words::reason).collect(Collectors.joining("\n")));
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case FAILS -> Tone.BAD;
            case ATTENTION -> Tone.ATTENTION;
            case NOT_KNOWN -> Tone.UNKNOWN;
            case WORKS -> Tone.GOOD;
        };
    }
}
