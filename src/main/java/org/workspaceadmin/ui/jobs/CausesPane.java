package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * What the targets of a job failed of: a chip for each cause with how many it hit, which shows only
 * these, and for the chosen cause what it means, what to do, and the service's own text.
 */
final class CausesPane extends VBox {
    private static final int CHIPS = 4;
    private static final int WIDEST = 40;

    private final JobsViewModel jobs;
    private final TargetsViewModel model;
    private final JobTexts words;
    private final Texts texts;
    private final UiContext ui;
    private final FlowPane chips = new FlowPane(8, 8);
    private final HBox card = new HBox();
    private final Label meaning = new Label();
    private final Label advice = new Label();
    private final Label own = new Label();
    private final Button retry = new Button();

    CausesPane(JobsViewModel jobs, JobTexts words, UiContext ui) {
        this.jobs = jobs;
        this.model = jobs.targets();
        this.words = words;
        this.ui = ui;
        texts = ui.texts();
        setId("job-causes");
        getStyleClass().add("gap-8");
        managedProperty().bind(visibleProperty());
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinHeight(USE_PREF_SIZE);
        makeCard();
        getChildren().addAll(chips, card);
        model.causesProperty().subscribe(causes -> draw());
        model.causeProperty().subscribe(cause -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    private void makeCard() {
        meaning.getStyleClass().add("text-strong");
        own.getStyleClass().addAll("text-small", "text-muted");
        VBox lines = new VBox(meaning, advice, own);
        lines.setMinHeight(USE_PREF_SIZE);
        for (Label line : List.of(meaning, advice, own)) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            line.managedProperty().bind(line.visibleProperty());
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        retry.setId("cause-retry");
        retry.setGraphic(Icons.RESTART.node());
        retry.setOnAction(e -> {
            Causes.Key cause = model.causeProperty().get();
            if (cause != null) {
                jobs.retry(cause);
            }
        });
        Button copy = new Button();
        copy.setId("cause-copy");
        copy.setGraphic(Icons.COPY.node());
        copy.textProperty().bind(texts.text("jobs.cause.copy"));
        copy.setOnAction(e -> copy());
        for (Button button : List.of(retry, copy)) {
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        jobs.busyProperty().subscribe(busy -> retry.setDisable(busy));
        card.setId("cause-card");
        card.getStyleClass().addAll("cause-card", "gap-8");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMinHeight(USE_PREF_SIZE);
        card.managedProperty().bind(card.visibleProperty());
        card.getChildren().addAll(lines, retry, copy);
    }

    private void draw() {
        List<Causes.Group> groups = model.causesProperty().get();
        setVisible(!groups.isEmpty());
        Causes.Key chosen = model.causeProperty().get();
        List<Node> nodes = new ArrayList<>();
        Label title = new Label(texts.now("jobs.cause.title"));
        title.getStyleClass().addAll("text-small", "text-muted");
        nodes.add(title);
        for (Causes.Group group : groups.stream().limit(CHIPS).toList()) {
            nodes.add(chip(group, chosen));
        }
        if (groups.size() > CHIPS) {
            nodes.add(more(groups.subList(CHIPS, groups.size()), chosen));
        }
        chips.getChildren().setAll(nodes);
        Causes.Group shown =
                groups.stream().filter(g -> g.key().equals(chosen)).findFirst().orElse(null);
        card.setVisible(shown != null);
        if (shown != null) {
            drawCard(shown);
        }
    }

    private void drawCard(Causes.Group group) {
        TargetState example = group.example();
        String title = words.cause(example);
        meaning.setText(title);
        String next = ProblemText.adviceOf(texts.messages(), example.code());
        advice.setText(next);
        advice.setVisible(!next.isEmpty());
        String service = example.message().strip();
        String text =
                service.isEmpty()
                        ? example.code()
                        : example.code().isEmpty()
                                ? texts.now("jobs.cause.service", service)
                                : texts.now("jobs.cause.serviceCode", service, example.code());
        own.setText(text);
        own.setVisible(!text.isEmpty() && !title.equals(service));
        JobEntry entry = jobs.selectedProperty().get();
        retry.setText(texts.now("jobs.cause.retry", group.count()));
        boolean offered = entry != null && jobs.canRetry(entry);
        retry.setVisible(offered);
        retry.setManaged(offered);
    }

    private ToggleButton chip(Causes.Group group, Causes.@Nullable Key chosen) {
        ToggleButton chip = new ToggleButton(shortText(group));
        chip.getStyleClass().addAll("chip", "cause-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setSelected(group.key().equals(chosen));
        chip.setAccessibleText(fullText(group));
        chip.setOnAction(e -> choose(group.key()));
        return chip;
    }

    private ToggleButton more(List<Causes.Group> rest, Causes.@Nullable Key chosen) {
        int count = rest.stream().mapToInt(Causes.Group::count).sum();
        ToggleButton more = new ToggleButton(texts.now("jobs.cause.more", rest.size(), count));
        more.getStyleClass().addAll("chip", "cause-more");
        more.setSelected(rest.stream().anyMatch(g -> g.key().equals(chosen)));
        ContextMenu menu = new ContextMenu();
        for (Causes.Group group : rest) {
            MenuItem item = new MenuItem(fullText(group));
            item.setOnAction(e -> choose(group.key()));
            menu.getItems().add(item);
        }
        more.setOnAction(e -> {
            more.setSelected(rest.stream().anyMatch(g -> g.key().equals(chosen)));
            menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0);
        });
        return more;
    }

    private void choose(Causes.Key cause) {
        boolean off = Objects.equals(cause, model.causeProperty().get());
        model.causeProperty().set(off ? null : cause);
    }

    private String fullText(Causes.Group group) {
        return texts.now("jobs.cause.group", group.count(), inOneLine(group.example()));
    }

    private String shortText(Causes.Group group) {
        String key = "cause." + group.key().code();
        String name = texts.has(key) ? texts.now(key) : inOneLine(group.example());
        String cut = name.length() > WIDEST ? name.substring(0, WIDEST - 1).strip() + "…" : name;
        return texts.now("jobs.cause.group", group.count(), cut);
    }

    private String inOneLine(TargetState example) {
        String text = words.cause(example).replace('\n', ' ').strip();
        if (text.isEmpty()) {
            return texts.now("jobs.cause.none");
        }
        int stop = text.toLowerCase(Locale.ROOT).indexOf(". ");
        String first = stop > 0 ? text.substring(0, stop) : text;
        return first.endsWith(".") || first.endsWith("。")
                ? first.substring(0, first.length() - 1)
                : first;
    }

    /** The cause and who it hit, for a ticket. */
    private void copy() {
        Causes.Key cause = model.causeProperty().get();
        StringBuilder all = new StringBuilder();
        for (TargetEntry row : model.rows()) {
            if (Causes.key(row.state()).equals(cause)) {
                all.append(all.isEmpty() ? words.fullCause(row.state()) + "\n\n" : "");
                all.append(words.row(row.state())).append('\n');
            }
        }
        if (!all.isEmpty()) {
            ui.clipboard().copy(all.toString());
        }
    }
}
