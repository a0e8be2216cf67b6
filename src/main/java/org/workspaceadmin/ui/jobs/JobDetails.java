package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Codes;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The selected job: what it is, what the operator can do about it, and its desktops. */
final class JobDetails extends StackPane {
    private final JobsViewModel model;
    private final JobTexts words;
    private final LineTexts lines;
    private final Texts texts;
    private final UiContext ui;
    private final Label title = new Label();
    private final StateBadge badge = new StateBadge();
    private final Label meta = new Label();
    private final Button retry = new Button();
    private final Button checkNow = new Button();
    private final Button copy = new Button();
    private final Button resume = new Button();
    private final Button leave = new Button();
    private final Button settleDone = new Button();
    private final Button settleNot = new Button();
    private final VBox band = new VBox();
    private final Label bandTitle = new Label();
    private final Label bandText = new Label();
    private final FlowPane bandButtons = new FlowPane(8, 8);
    private final ProblemPane stopped;
    private final UnknownPane evidence;
    private final TargetsPane targets;
    private final WavesPane waves;
    private final VBox content = new VBox();
    private final Label none = new Label();

    JobDetails(JobsViewModel model, JobTexts words, UiContext ui) {
        this.model = model;
        this.words = words;
        this.ui = ui;
        texts = ui.texts();
        evidence = new UnknownPane(model, words, ui);
        targets = new TargetsPane(model, words, ui);
        waves = new WavesPane(model, texts);
        lines = new LineTexts(words, texts);
        stopped = new ProblemPane(ui);
        stopped.getStyleClass().add("job-problem");
        Button dismiss = button("jobs.dismiss", Icons.CLOSE, model::forgetProblem);
        ProblemPane failed = new ProblemPane(ui, dismiss);
        failed.problemProperty().bind(model.problemProperty());
        failed.getStyleClass().add("command-problem");
        makeBand();
        none.textProperty().bind(texts.text("jobs.none"));
        none.getStyleClass().add("text-muted");
        content.getStyleClass().addAll("job-details", "gap-8");
        VBox.setVgrow(targets, Priority.ALWAYS);
        content.getChildren().addAll(header(), meta, failed, waves, band, stopped, targets);
        content.visibleProperty().bind(model.rowProperty().isNotNull());
        none.visibleProperty().bind(content.visibleProperty().not());
        getChildren().addAll(content, none);
        model.busyProperty().subscribe(busy -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    /** Shows the selected job as it is now. */
    void draw() {
        JobEntry entry = model.selectedProperty().get();
        if (entry == null) {
            drawForeign();
            return;
        }
        OperationState state = entry.state();
        Tally tally = entry.tally();
        title.setText(words.sentence(state));
        badge.show(JobTexts.tone(state.phase()), words.phase(state));
        drawMeta(state);
        boolean busy = model.busyProperty().get();
        boolean held = state.phase() == Phase.HELD;
        boolean unknown = tally.unknown() > 0;
        show(retry, model.canRetry(entry), busy);
        retry.setText(texts.now("jobs.retry", tally.failed()));
        show(copy, true, false);
        show(checkNow, state.open(), busy);
        show(resume, held, busy);
        show(settleDone, unknown, busy);
        show(settleNot, unknown, busy);
        waves.show(state, busy);
        drawBand(state, tally, held && !WavesPane.explains(state), unknown);
        evidence.show(entry);
        stopped.problemProperty().set(held && throttled(state) ? null : state.problem());
        targets.show(tally);
    }

    /** Puts the focus into the list of desktops. */
    void focusTargets() {
        targets.focus();
    }

    /** Times on screen move on. */
    void grow() {
        targets.grow();
        JobEntry entry = model.selectedProperty().get();
        if (entry != null) {
            drawMeta(entry.state());
        } else {
            drawForeign();
        }
    }

    private HBox header() {
        title.getStyleClass().add("text-heading");
        title.setId("job-title");
        title.setMinWidth(80);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setId("job-state");
        meta.getStyleClass().addAll("text-muted", "text-small");
        meta.setId("job-meta");
        meta.setWrapText(true);
        meta.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        retry.setId("job-retry");
        retry.setGraphic(Icons.RESTART.node());
        retry.getStyleClass().add("small");
        retry.setOnAction(e -> model.retryFailed());
        make(checkNow, "jobs.checkNow", "job-check", Icons.REFRESH, model::checkNow);
        make(copy, "jobs.copy", "job-copy", Icons.COPY, this::copy);
        for (Button each : List.of(retry, checkNow, copy)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox header = new HBox(title, badge, gap, retry, checkNow, copy);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("gap-8");
        return header;
    }

    private void makeBand() {
        make(resume, "jobs.resume", "job-resume", Icons.START, model::resume);
        resume.getStyleClass().add("accent");
        make(leave, "jobs.leave", "job-leave", Icons.CLOSE, model::dropUnsent);
        explain(leave, "jobs.leave.means");
        make(
                settleDone,
                "jobs.settle.done",
                "job-settle-done",
                Icons.GOOD,
                () -> model.settle(true));
        make(
                settleNot,
                "jobs.settle.notDone",
                "job-settle-not",
                Icons.BAD,
                () -> model.settle(false));
        explain(settleDone, "jobs.settle.doneMeans");
        explain(settleNot, "jobs.settle.notDoneMeans");
        bandTitle.getStyleClass().add("text-strong");
        bandTitle.setGraphic(Icons.ATTENTION.node());
        bandText.setWrapText(true);
        bandText.setMinHeight(Region.USE_PREF_SIZE);
        band.getStyleClass().add("job-band");
        band.setId("job-band");
        band.setMinHeight(Region.USE_PREF_SIZE);
        band.managedProperty().bind(band.visibleProperty());
        band.setVisible(false);
        bandButtons.setAlignment(Pos.CENTER_LEFT);
        band.getChildren().addAll(bandTitle, bandText, evidence, bandButtons);
    }

    private void drawBand(OperationState state, Tally tally, boolean held, boolean unknown) {
        boolean stale = !held && !unknown && state.open() && tally.unchecked() > 0;
        band.setVisible(held || unknown || stale);
        List<Node> buttons = new ArrayList<>();
        if (held) {
            long busy = busy(state);
            String why =
                    throttled(state)
                            ? "jobs.held"
                            : busy == 0
                                    ? "jobs.held.other"
                                    : waiting(state) ? "jobs.held.wait" : "jobs.held.busy";
            bandTitle.setText(texts.now(why + ".title", busy));
            bandText.setText(texts.now(why + ".text", tally.open()));
            buttons.add(resume);
            if (busy > 0) {
                buttons.add(leave);
                leave.setDisable(model.busyProperty().get());
            }
        } else if (unknown) {
            bandTitle.setText(texts.now("jobs.unknown.title", tally.unknown()));
            bandText.setText(texts.now("jobs.unknown.text"));
            buttons.add(settleDone);
            buttons.add(means("jobs.settle.doneMeans"));
            buttons.add(settleNot);
            buttons.add(means("jobs.settle.notDoneMeans"));
        } else if (stale) {
            bandTitle.setText(texts.now("jobs.unchecked.title"));
            bandText.setText(texts.now("jobs.unchecked.text"));
        }
        if (!same(buttons, bandButtons.getChildren())) {
            bandButtons.getChildren().setAll(buttons);
        }
        bandButtons.setVisible(!buttons.isEmpty());
        bandButtons.setManaged(!buttons.isEmpty());
    }

    /** Whether the service only wants it slower; the band then says it all. */
    private static boolean throttled(OperationState state) {
        Problem problem = state.problem();
        return problem != null && problem.kind() == Problem.Kind.THROTTLED;
    }

    /** How many targets wait because the service was busy with them. */
    private static long busy(OperationState state) {
        return state.targets().stream()
                .filter(t -> t.code().equals(Codes.BUSY) || t.code().equals(Codes.BUSY_WAITING))
                .count();
    }

    private static boolean waiting(OperationState state) {
        return state.targets().stream().anyMatch(t -> t.code().equals(Codes.BUSY_WAITING));
    }

    private Label means(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    private void drawMeta(OperationState state) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.now("jobs.detail.created", words.exact(state.created())));
        parts.add(texts.now("jobs.detail.connection", state.connectionName()));
        if (!state.retryOf().isEmpty()) {
            parts.add(texts.now("jobs.detail.retryOf"));
        }
        if (!state.reason().isEmpty()) {
            parts.add(texts.now("jobs.detail.reason", state.reason()));
        }
        if (state.open() && state.lastRead() != null) {
            parts.add(texts.now("jobs.detail.read", words.ago(state.lastRead(), ui.now().get())));
        } else if (state.open()) {
            parts.add(texts.now("jobs.notChecked"));
        }
        JobEntry entry = model.selectedProperty().get();
        if (entry != null && state.open()) {
            Expectation expected = model.pace().of(entry);
            parts.add(expected == null ? texts.now("jobs.time.none") : lines.expectation(expected));
            long still = Pace.still(entry.face(), ui.now().get());
            if (still > 0) {
                parts.add(
                        texts.now("jobs.still", texts.messages().span(Duration.ofMinutes(still))));
            }
        }
        meta.setText(String.join("  ·  ", parts));
    }

    /** A job started elsewhere can only be read. */
    private void drawForeign() {
        if (!(model.rowProperty().get() instanceof ForeignRow row)) {
            return;
        }
        ForeignJob job = row.job();
        title.setText(lines.type(job.type()));
        badge.show(lines.tone(row, ui.now().get()), lines.state(row, ui.now().get()));
        meta.setText(
                String.join(
                        "  ·  ",
                        texts.now("jobs.foreign.elsewhere"),
                        texts.now("jobs.detail.connection", job.connectionName()),
                        texts.now("jobs.line.job", job.jobId()),
                        texts.now("jobs.foreign.seen", words.exact(job.firstSeen())),
                        texts.now("jobs.detail.read", words.ago(job.lastRead(), ui.now().get()))));
        for (Button each : List.of(retry, checkNow, copy, resume, settleDone, settleNot)) {
            show(each, false, false);
        }
        waves.setVisible(false);
        band.setVisible(false);
        stopped.problemProperty().set(null);
        targets.show(row.face().tally());
    }

    private void copy() {
        JobEntry entry = model.selectedProperty().get();
        if (entry != null) {
            ui.clipboard()
                    .copy(
                            words.copy(
                                    entry.state(),
                                    model.targets().rows().stream()
                                            .map(TargetEntry::state)
                                            .toList()));
        }
    }

    private void make(Button button, String key, String id, Icons icon, Runnable action) {
        button.textProperty().bind(texts.text(key));
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("small");
        button.setOnAction(e -> action.run());
    }

    private Button button(String key, Icons icon, Runnable action) {
        Button button = new Button();
        make(button, key, "job-dismiss", icon, action);
        return button;
    }

    private void explain(Button button, String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text(key));
        button.setTooltip(tooltip);
        button.accessibleHelpProperty().bind(texts.text(key));
    }

    private static boolean same(List<Node> wanted, List<Node> there) {
        if (wanted.size() != there.size()) {
            return false;
        }
        return wanted.equals(there);
    }

    private static void show(Button button, boolean offered, boolean busy) {
        button.setVisible(offered);
        button.setManaged(offered);
        button.setDisable(busy);
    }
}
