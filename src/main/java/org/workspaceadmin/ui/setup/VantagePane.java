package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/**
 * The two who try the directory side by side, this workstation and the service, each with its
 * button, and what the two together mean.
 */
final class VantagePane extends VBox {
    private final DirectoryViewModel ours;
    private final CheckViewModel cloud;
    private final Texts texts;
    private final StateBadge oursState = new StateBadge();
    private final Label counts = wrapped(new Label());
    private final Button start = new Button();
    private final Button stop = new Button();
    private final StateBadge cloudState = new StateBadge();
    private final Label said = wrapped(new Label());
    private final Button ask = new Button();
    private final Label care = wrapped(new Label());
    private final StateBadge title = new StateBadge();
    private final Label text = wrapped(new Label());

    VantagePane(SetupContext context, DirectoryViewModel ours, CheckViewModel cloud) {
        this.ours = ours;
        this.cloud = cloud;
        texts = context.ui().texts();
        getStyleClass().add("gap-8");
        GridPane pair = new GridPane();
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            pair.getColumnConstraints().add(half);
        }
        pair.addRow(
                0,
                side("ours", oursState, counts, oursButtons()),
                side("cloud", cloudState, said, askPart()));
        pair.getStyleClass().add("gap-16");
        care.setId("setup-check-care");
        care.getStyleClass().add("text-small");
        title.setId("setup-vantage-title");
        title.getStyleClass().add("text-strong");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        text.setId("setup-vantage-text");
        Label limits = wrapped(new Label());
        limits.textProperty().bind(texts.text("setup.directory.both.limits"));
        limits.getStyleClass().addAll("text-small", "text-muted");
        VBox together = new VBox(title, text, limits);
        together.setId("setup-vantage");
        together.getStyleClass().addAll("vantage-band", "gap-4");
        getChildren().addAll(pair, care, together);

        ours.stateProperty().subscribe(state -> draw());
        ours.staleProperty().subscribe(stale -> draw());
        ours.newsProperty().subscribe(n -> draw());
        ours.withAccountProperty().subscribe(with -> draw());
        ours.completeProperty().subscribe(complete -> draw());
        ours.attempts().madeProperty().subscribe(n -> draw());
        ours.attempts().refusedProperty().subscribe(refused -> draw());
        cloud.stateProperty().subscribe(state -> draw());
        cloud.problemProperty().subscribe(why -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    /** Puts the focus on the button one begins with. */
    void focusStart() {
        start.requestFocus();
    }

    private VBox side(String name, StateBadge state, Node... rest) {
        Label head = new Label();
        head.textProperty().bind(texts.text("setup.directory." + name));
        head.getStyleClass().add("text-strong");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        VBox side = new VBox(head, state);
        side.getChildren().addAll(rest);
        side.getStyleClass().addAll("vantage-side", "gap-8");
        return side;
    }

    private Node oursButtons() {
        oursState.setId("setup-directory-state");
        counts.setId("setup-directory-counts");
        counts.getStyleClass().addAll("text-small", "text-muted");
        counts.visibleProperty().bind(counts.textProperty().isNotEmpty());
        counts.managedProperty().bind(counts.visibleProperty());
        CheckBox account = new CheckBox();
        account.setId("setup-directory-account");
        account.textProperty().bind(texts.text("setup.directory.account"));
        account.selectedProperty().bindBidirectional(ours.withAccountProperty());
        account.disableProperty()
                .bind(ours.stateProperty().isEqualTo(DirectoryViewModel.State.RUNNING));
        start.setId("setup-directory-start");
        start.setOnAction(e -> ours.start());
        stop.setId("setup-directory-stop");
        stop.setGraphic(Icons.STOP.node());
        stop.textProperty().bind(texts.text("setup.directory.stop"));
        stop.visibleProperty()
                .bind(Bindings.equal(ours.stateProperty(), DirectoryViewModel.State.RUNNING));
        stop.managedProperty().bind(stop.visibleProperty());
        stop.setOnAction(e -> {
            ours.stop();
            start.requestFocus();
        });
        FlowPane buttons = new FlowPane(start, stop, account);
        buttons.setRowValignment(VPos.CENTER);
        buttons.getStyleClass().add("gap-8");
        return buttons;
    }

    private Node askPart() {
        said.setId("setup-check-said");
        said.getStyleClass().addAll("text-small", "text-muted");
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        cloudState.setId("setup-check-verdict");
        ask.setId("setup-check-run");
        ask.textProperty().bind(texts.text("setup.check.run"));
        ask.setOnAction(e -> cloud.run());
        return ask;
    }

    private void draw() {
        drawOurs();
        drawCloud();
        String account = ours.form().accountProperty().get();
        List<String> said = new ArrayList<>();
        boolean refused = ours.attempts().refusedProperty().get();
        if (refused) {
            said.add(texts.now("setup.directory.care.refused"));
        } else {
            said.add(
                    ours.withAccountProperty().get()
                            ? texts.now("setup.directory.care", account.isBlank() ? "–" : account)
                            : texts.now("setup.directory.care.none"));
        }
        int made = ours.attempts().madeProperty().get();
        if (made > 0) {
            said.add(texts.now("setup.directory.care.attempts", made));
        }
        care.setText(String.join(" ", said));
        care.setGraphic(refused ? Icons.ATTENTION.node() : null);
        care.getStyleClass().removeAll("text-muted", "text-warning", "tone-attention");
        care.getStyleClass()
                .addAll(
                        refused
                                ? List.of("text-warning", "tone-attention")
                                : List.of("text-muted"));
        TwoVantage both =
                TwoVantage.of(
                        ours.side(),
                        TwoVantage.cloud(
                                cloud.stateProperty().get(), cloud.problemProperty().get()));
        title.show(both.tone(), texts.now("setup.directory.both." + both + ".title"));
        text.setText(texts.now("setup.directory.both." + both + ".text"));
    }

    private void drawOurs() {
        DirectoryViewModel.State state = ours.stateProperty().get();
        boolean running = state == DirectoryViewModel.State.RUNNING;
        String word = word(state);
        oursState.show(tone(word), texts.now("setup.directory.state." + word));
        counts.setText(counted(running));
        boolean begun = state != DirectoryViewModel.State.IDLE;
        start.setText(
                texts.now(
                        "setup.directory."
                                + (!begun
                                        ? "start"
                                        : ours.withAccountProperty().get()
                                                ? "again"
                                                : "againPlain")));
        start.setDisable(running || !ours.completeProperty().get());
        start.setVisible(!running);
        start.setManaged(!running);
    }

    private String word(DirectoryViewModel.State state) {
        if (state != DirectoryViewModel.State.DONE) {
            return state.name();
        }
        return ours.count(Verdict.BAD) > 0
                ? "FAILED"
                : ours.count(Verdict.UNKNOWN) > 0
                        ? "OPEN"
                        : ours.count(Verdict.ATTENTION) > 0 ? "REMARKS" : "PASSED";
    }

    private static Tone tone(String word) {
        return switch (word) {
            case "RUNNING" -> Tone.UNDER_WAY;
            case "PASSED" -> Tone.GOOD;
            case "REMARKS" -> Tone.ATTENTION;
            case "FAILED" -> Tone.BAD;
            case "IDLE" -> Tone.OFF;
            default -> Tone.UNKNOWN;
        };
    }

    private String counted(boolean running) {
        String missing = ours.missing();
        if (!missing.isEmpty() && !running) {
            return texts.now("setup.directory.ready." + missing);
        }
        int all = ours.linesProperty().get().size();
        if (all == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (running) {
            parts.add(texts.now("setup.directory.count.of", ours.results().size(), all));
        }
        for (Verdict verdict : List.of(Verdict.BAD, Verdict.UNKNOWN, Verdict.ATTENTION)) {
            if (ours.count(verdict) > 0) {
                parts.add(texts.now("setup.directory.count." + verdict, ours.count(verdict)));
            }
        }
        parts.add(texts.now("setup.directory.count", ours.count(Verdict.GOOD)));
        if (ours.count(Verdict.SKIPPED) > 0) {
            parts.add(texts.now("setup.directory.count.SKIPPED", ours.count(Verdict.SKIPPED)));
        }
        return String.join(" · ", parts);
    }

    private void drawCloud() {
        CheckViewModel.State state = cloud.stateProperty().get();
        Problem why = cloud.problemProperty().get();
        boolean asked =
                state != CheckViewModel.State.FAILED
                        || (why != null && TwoVantage.isOfTheDirectory(why));
        cloudState.show(
                asked ? tone(state) : Tone.UNKNOWN,
                texts.now("setup.check." + (asked ? state.name() : "NO_ANSWER")));
        said.setText(why == null || !asked ? "" : why.message());
        ask.setDisable(
                state == CheckViewModel.State.RUNNING
                        || state == CheckViewModel.State.NOT_OFFERED
                        || ours.form().domainNameProperty().get().isBlank());
    }

    private static Tone tone(CheckViewModel.State state) {
        return switch (state) {
            case IDLE -> Tone.OFF;
            case RUNNING -> Tone.UNDER_WAY;
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case NOT_OFFERED -> Tone.UNKNOWN;
        };
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
