package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Sending;
import org.workspaceadmin.model.Sending.Stage;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/**
 * What is left to send of a job: which wave, how much of the failure budget is used, why it waits,
 * and what the operator can do about it. Shows nothing once everything has left.
 */
final class WavesPane extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button pause = new Button();
    private final Button goOn = new Button();
    private final Button drop = new Button();
    private final FlowPane buttons = new FlowPane(8, 8);

    WavesPane(JobsViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("job-band", "waves-pane");
        setId("job-waves");
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        title.getStyleClass().add("text-strong");
        title.setId("job-waves-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setId("job-waves-text");
        make(pause, "job-pause", Icons.PAUSE, model::pause);
        pause.textProperty().bind(texts.text("jobs.waves.pause"));
        make(goOn, "job-continue", Icons.START, model::resume);
        goOn.getStyleClass().add("accent");
        make(drop, "job-drop", Icons.STOP, model::dropUnsent);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getChildren().addAll(goOn, pause, drop);
        getChildren().addAll(title, text, buttons);
    }

    /** Whether this pane says why a job waits, so that nothing else has to. */
    static boolean explains(OperationState state) {
        Stage stage = state.sending().stage();
        return state.sending().unsent() > 0 && stage.held() && stage != Stage.STOPPED;
    }

    /** Shows what is left to send. */
    void show(OperationState state, boolean busy) {
        Sending sending = state.sending();
        boolean worth =
                sending.unsent() > 0
                        && (sending.waves() > 1
                                || sending.pacing().budget().limited()
                                || sending.stage() != Stage.LEAVING);
        setVisible(worth);
        if (!worth) {
            return;
        }
        boolean attention = explains(state);
        getStyleClass().remove("calm");
        if (!attention) {
            getStyleClass().add("calm");
        }
        title.setText(head(sending));
        title.setGraphic((attention ? Icons.ATTENTION : Icons.UNDER_WAY).node());
        text.setText(body(state));
        offer(pause, sending.canPause(), busy);
        // what the service or the connection stopped has its own band with its own button
        offer(goOn, sending.canContinue() && sending.stage() != Stage.STOPPED, busy);
        goOn.setText(texts.now("jobs.waves.go." + word(sending.stage())));
        offer(drop, sending.canDrop(), busy);
        drop.setText(texts.now("jobs.waves.drop", sending.unsent()));
    }

    private String head(Sending sending) {
        List<String> parts = new ArrayList<>();
        if (sending.waves() > 1) {
            parts.add(texts.now("jobs.waves.wave", sending.wave(), sending.waves()));
        }
        parts.add(texts.now("jobs.waves.stage." + sending.stage().name()));
        parts.add(texts.now("jobs.waves.unsent", sending.unsent()));
        return String.join("  ·  ", parts);
    }

    private String body(OperationState state) {
        Sending sending = state.sending();
        List<String> sentences = new ArrayList<>();
        Instant start = sending.pacing().start();
        String at = start == null ? "" : texts.messages().exact(start, ZoneId.systemDefault());
        switch (sending.stage()) {
            case SCHEDULED -> sentences.add(texts.now("jobs.waves.why.scheduled", at));
            case MISSED -> sentences.add(texts.now("jobs.waves.why.missed", at));
            case CHECKING -> sentences.add(texts.now("jobs.waves.why.checking", sending.awaited()));
            case TRIAL_ENDED -> sentences.add(texts.now("jobs.waves.why.trial"));
            case BUDGET_SPENT -> sentences.add(texts.now("jobs.waves.why.budget"));
            case PAUSED, LEAVING, STOPPED, LEFT -> {}
        }
        if (sending.pacing().budget().limited()) {
            int allowed = sending.pacing().budget().allowed(state.targets().size());
            sentences.add(texts.now("jobs.waves.budget", sending.counted(), allowed));
        }
        if (sending.late() > 0) {
            sentences.add(texts.now("jobs.waves.late", sending.late()));
        }
        if (sending.stage() != Stage.SCHEDULED && sending.stage() != Stage.MISSED) {
            sentences.add(texts.now("jobs.waves.noCancel"));
        }
        return String.join(" ", sentences);
    }

    private static String word(Stage stage) {
        return switch (stage) {
            case SCHEDULED, MISSED -> "start";
            case TRIAL_ENDED -> "next";
            default -> "on";
        };
    }

    private static void make(Button button, String id, Icons icon, Runnable action) {
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("small");
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static void offer(Button button, boolean offered, boolean busy) {
        button.setVisible(offered);
        button.setManaged(offered);
        button.setDisable(busy);
    }
}
