package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Problem;

/**
 * The part of a problem that asks whether to sign with the service's time: both times, their
 * difference, and what agreeing means. Nothing is applied before the operator agrees.
 */
final class ClockPane extends VBox {
    private final UiContext context;
    private final FactGrid times = new FactGrid();
    private @Nullable Problem problem;
    private @Nullable Subscription ticking;

    /**
     * A question that is not asked yet.
     *
     * @param retry reads again after the correction
     */
    ClockPane(UiContext context, Runnable retry) {
        this.context = context;
        Texts texts = context.texts();
        getStyleClass().add("problem-help");
        Label question = new Label();
        question.textProperty().bind(texts.text("problem.clock.question"));
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        Button agree = new Button();
        agree.textProperty().bind(texts.text("problem.clock.agree"));
        agree.getStyleClass().addAll("small", "accent", "clock-agree");
        agree.setOnAction(e -> {
            Problem agreed = problem;
            if (agreed != null) {
                ask(null);
                context.help().useMeasuredTime(agreed);
                retry.run();
            }
        });
        Button leave = new Button();
        leave.textProperty().bind(texts.text("problem.clock.leave"));
        leave.getStyleClass().addAll("small", "clock-leave");
        leave.setOnAction(e -> ask(null));
        getChildren().addAll(times, question, new FlowPane(8, 4, agree, leave));
        managedProperty().bind(visibleProperty());
        texts.languageProperty().subscribe(language -> draw());
        ask(null);
    }

    /**
     * Asks about a problem.
     *
     * @param about one with a measured offset; null takes the question back
     */
    void ask(@Nullable Problem about) {
        problem = about;
        setVisible(about != null);
        if (ticking != null) {
            ticking.unsubscribe();
        }
        ticking =
                about == null ? null : context.now().property().subscribe((before, now) -> draw());
        draw();
    }

    private void draw() {
        Problem about = problem;
        if (about == null) {
            return;
        }
        Texts texts = context.texts();
        Duration offset = EvidenceText.clockOffset(about).orElse(Duration.ZERO);
        Instant now = context.now().get();
        ZoneId zone = ZoneId.systemDefault();
        times.show(
                List.of(
                        new Field(
                                texts.now("problem.clock.ours"), texts.messages().exact(now, zone)),
                        new Field(
                                texts.now("problem.clock.theirs"),
                                texts.messages().exact(now.plus(offset), zone)),
                        new Field(
                                texts.now("problem.clock.difference"),
                                EvidenceText.ownClock(texts.messages(), offset))));
    }
}
