package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.SeenChain;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.FactGrid;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** One check: what was found, and below it what it means, what to do and what was seen. */
final class CheckRow {
    private final SetupContext context;
    private final DirectoryViewModel model;
    private final CheckLine line;
    private final Texts texts;
    private final FoldRow row;

    /**
     * A row.
     *
     * @param context what it works with
     * @param model whose check it is
     * @param line what it shows
     * @param number among the lines
     */
    CheckRow(SetupContext context, DirectoryViewModel model, CheckLine line, int number) {
        this.context = context;
        this.model = model;
        this.line = line;
        texts = context.ui().texts();
        row = new FoldRow("setup-directory-line-" + line.kind() + "-" + number, "check-row");
    }

    /** What is put on screen. */
    FoldRow node() {
        return row;
    }

    /** Shows what the line knows by now. */
    void show() {
        CheckWords words = new CheckWords(texts.messages());
        String name =
                line.subject().isEmpty()
                        ? words.kind(line.kind())
                        : words.kind(line.kind()) + " · " + line.subject();
        CheckResult result = line.result();
        row.always().getChildren().clear();
        row.folded().getChildren().clear();
        row.always().setVisible(false);
        if (result == null) {
            boolean running = model.stateProperty().get() == DirectoryViewModel.State.RUNNING;
            row.show(
                    name,
                    running ? Tone.UNDER_WAY : Tone.OFF,
                    words.word(running ? "RUNNING" : "STOPPED"),
                    "",
                    "");
            return;
        }
        row.show(
                name,
                CheckWords.tone(result.verdict()),
                words.word(result.verdict().name()),
                words.title(result),
                words.took(result.took()));
        boolean good = result.verdict() == Verdict.GOOD || result.verdict() == Verdict.SKIPPED;
        row.always().setVisible(!good);
        VBox said = good ? row.folded() : row.always();
        said.getChildren().setAll(said(words, result));
        Node special = special(result);
        if (special != null) {
            // What is compared or corrected is not folded away.
            said.getChildren().add(special);
        } else {
            row.folded().getChildren().addAll(seen(result));
        }
    }

    /** The same without a line of its own, below one that says what was found. */
    List<Node> body(CheckResult result) {
        List<Node> body = new ArrayList<>(said(new CheckWords(texts.messages()), result));
        Node special = special(result);
        if (special != null) {
            body.add(special);
        } else {
            body.addAll(seen(result));
        }
        return body;
    }

    private List<Node> said(CheckWords words, CheckResult result) {
        List<Node> said = new ArrayList<>();
        String meaning = words.meaning(result);
        if (!meaning.isEmpty()) {
            said.add(text(meaning, "check-meaning"));
        }
        String advice = words.advice(result);
        if (!advice.isEmpty()) {
            said.add(head("setup.directory.advice"));
            said.add(text(advice, "check-advice"));
        }
        return said;
    }

    private @Nullable Node special(CheckResult result) {
        return switch (result.check()) {
            case PORTS -> new PortGrid(texts, result);
            case CERTIFICATE ->
                    SeenChain.of(result.evidence())
                            .<Node>map(chain -> new CertificateCard(context, model, result, chain))
                            .orElse(null);
            default -> null;
        };
    }

    private List<Node> seen(CheckResult result) {
        List<Field> evidence = CheckWords.evidence(result);
        if (evidence.isEmpty()) {
            return List.of();
        }
        FactGrid facts = new FactGrid();
        facts.show(evidence);
        facts.getChildren().forEach(each -> each.getStyleClass().add("text-small"));
        return List.of(head("setup.directory.evidence"), facts);
    }

    private Label head(String key) {
        Label head = new Label(texts.now(key));
        head.getStyleClass().addAll("text-small", "text-strong");
        return head;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
