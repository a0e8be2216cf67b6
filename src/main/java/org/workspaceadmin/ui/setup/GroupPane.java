package org.workspaceadmin.ui.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** The checks of one group, as one line that unfolds them. */
final class GroupPane {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.BAD, Verdict.UNKNOWN, Verdict.ATTENTION, Verdict.GOOD, Verdict.SKIPPED);

    private final SetupContext context;
    private final DirectoryViewModel model;
    private final CheckGroup group;
    private final Texts texts;
    private final FoldRow row;
    private final List<CheckRow> rows = new ArrayList<>();
    private List<CheckLine> lines = List.of();
    private boolean touched;

    GroupPane(SetupContext context, DirectoryViewModel model, CheckGroup group) {
        this.context = context;
        this.model = model;
        this.group = group;
        texts = context.ui().texts();
        row = new FoldRow("setup-directory-group-" + group, "check-group");
        row.onPressed(() -> touched = true);
        row.managedProperty().bind(row.visibleProperty());
        row.setVisible(false);
    }

    /** What is put on screen. */
    FoldRow node() {
        return row;
    }

    /** Takes the lines of a check that begins, or what is left of them at its end. */
    void lines(List<CheckLine> all) {
        List<CheckLine> mine =
                all.stream().filter(line -> CheckGroup.of(line.kind()) == group).toList();
        if (mine.equals(lines)) {
            return;
        }
        boolean anew = mine.stream().allMatch(line -> line.result() == null);
        if (anew) {
            touched = false;
        }
        lines = mine;
        rows.clear();
        row.folded().getChildren().clear();
        int number = 0;
        for (CheckLine line : mine) {
            CheckRow each = new CheckRow(context, model, line, number++);
            rows.add(each);
            line.resultProperty().subscribe(result -> draw(each));
            if (mine.size() > 1) {
                row.folded().getChildren().add(each.node());
            }
        }
        row.folded().getStyleClass().remove("check-rows");
        if (mine.size() > 1) {
            row.folded().getStyleClass().add("check-rows");
        }
        row.setVisible(!mine.isEmpty());
    }

    /** A group of one needs no line of its own below the group's. */
    private void draw(CheckRow each) {
        if (lines.size() > 1) {
            each.show();
            return;
        }
        CheckResult only = lines.getFirst().result();
        row.folded().getChildren().clear();
        if (only != null) {
            row.folded().getChildren().setAll(each.body(only));
        }
    }

    /** Says again what there is, in the language of now. */
    void redraw() {
        rows.forEach(this::draw);
        show();
    }

    /** Unfolds what needs a look, once the check is over, unless the operator folded himself. */
    void ended() {
        rows.forEach(this::draw);
        show();
        CheckResult worst = worst();
        if (!touched) {
            row.open(worst != null && WORST_FIRST.indexOf(worst.verdict()) < 3);
        }
    }

    /** Says how the group stands. */
    void show() {
        CheckWords words = new CheckWords(texts.messages());
        List<CheckResult> results =
                lines.stream().map(CheckLine::result).filter(Objects::nonNull).toList();
        CheckResult worst = worst();
        boolean all = results.size() == lines.size();
        boolean running = model.stateProperty().get() == DirectoryViewModel.State.RUNNING;
        boolean bad = worst != null && worst.verdict() == Verdict.BAD;
        String name = words.group(group);
        if (worst == null || (!all && !bad)) {
            row.show(
                    name,
                    running ? Tone.UNDER_WAY : Tone.OFF,
                    words.word(running ? "RUNNING" : "STOPPED"),
                    texts.now("setup.directory.count.of", results.size(), lines.size()),
                    "");
            return;
        }
        boolean fine = worst.verdict() == Verdict.GOOD && results.size() > 1;
        row.show(
                name,
                CheckWords.tone(worst.verdict()),
                words.word(worst.verdict().name()),
                fine ? texts.now("setup.directory.all", results.size()) : found(words, worst),
                words.took(
                        results.stream()
                                .map(CheckResult::took)
                                .max(Comparator.naturalOrder())
                                .orElse(Duration.ZERO)));
    }

    private static String found(CheckWords words, CheckResult worst) {
        return worst.subject().isEmpty()
                ? words.title(worst)
                : worst.subject() + " · " + words.title(worst);
    }

    private @Nullable CheckResult worst() {
        return lines.stream()
                .map(CheckLine::result)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(r -> WORST_FIRST.indexOf(r.verdict())))
                .orElse(null);
    }
}
