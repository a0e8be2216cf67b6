package org.workspaceadmin.ui.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.workspaceadmin.operation.list.NameRow;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/** A list of old and new names, and what became of each row. */
final class NameListForm implements Form {
    private final NameListViewModel model;
    private final Texts texts;
    private final ListSourcePane source;
    private final ListView<NameRow> rows = new ListView<>();
    private final StateBadge good = new StateBadge();
    private final StateBadge doubtful = new StateBadge();
    private final StateBadge leftOut = new StateBadge();
    private final LeftOutButtons buttons;
    private final FlowPane counts = new FlowPane(good, doubtful, leftOut);
    private final VBox root = new VBox();
    private final AccountNotes directory = new AccountNotes("list-directory");
    private int looks;

    NameListForm(NameListViewModel model, UiContext context) {
        this.model = model;
        texts = context.texts();
        source =
                new ListSourcePane(model.source(), context, model.key("list"), model.key("prompt"));
        rows.setCellFactory(view -> new ListRowCell<>(this::look));
        rows.getStyleClass().addAll("judged-rows", "dense");
        rows.accessibleTextProperty().bind(texts.text("list.rows"));
        rows.setMinHeight(112);
        rows.setPrefHeight(168);
        VBox.setVgrow(rows, Priority.ALWAYS);
        buttons = new LeftOutButtons(context, () -> model.leftOut(texts));
        counts.getStyleClass().add("gap-8");
        texts.languageProperty().subscribe(l -> rows.refresh());
        root.getStyleClass().add("form");
        VBox.setVgrow(root, Priority.ALWAYS);
        VBox judged = new VBox(counts, directory, rows, buttons);
        judged.getStyleClass().add("gap-8");
        VBox.setVgrow(judged, Priority.ALWAYS);
        judged.managedProperty().bind(judged.visibleProperty());
        judged.visibleProperty().bind(rows.visibleProperty());
        root.getChildren().addAll(source, judged);
        if (model.ofUsers()) {
            CheckBox restart = new CheckBox();
            restart.textProperty().bind(texts.text("operation.user.restart"));
            restart.selectedProperty().bindBidirectional(model.restartProperty());
            restart.getStyleClass().add("user-restart");
            root.getChildren().add(restart);
        }
        for (StateBadge badge : List.of(good, doubtful, leftOut)) {
            badge.managedProperty().bind(badge.visibleProperty());
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(source.first());
    }

    @Override
    public void draw() {
        source.draw();
        List<NameRow> now = model.judged();
        if (!now.equals(rows.getItems())) {
            rows.getItems().setAll(now);
        } else if (looks != model.looks()) {
            rows.refresh();
        }
        looks = model.looks();
        directory.show(
                model.directory() instanceof AccountLookups.Lookup.Answered
                        ? List.of()
                        : AccountNote.of(model.directory(), texts));
        rows.setVisible(!now.isEmpty());
        int fine = model.good();
        int doubts = model.doubtful();
        show(good, Tone.GOOD, "list.count.good", fine);
        show(doubtful, Tone.ATTENTION, "list.count.doubtful", doubts);
        show(leftOut, Tone.BAD, "list.count.leftOut", now.size() - fine);
        buttons.setVisible(now.size() > fine);
    }

    private void show(StateBadge badge, Tone tone, String key, int count) {
        badge.setVisible(count > 0);
        badge.show(tone, texts.now(key, count));
    }

    private ListRowCell.Look look(NameRow row) {
        String arrow = texts.now("list.change", row.old(), row.wanted());
        List<AccountNote> accounts = model.accountNotes(texts, row);
        String why =
                Stream.concat(
                                Stream.of(NameListViewModel.why(texts, row)),
                                accounts.stream().map(AccountNote::text))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
        if (row.duplicate()) {
            return new ListRowCell.Look(
                    row.line(), arrow, Tone.SKIPPED, texts.now("list.outcome.DUPLICATE"), why);
        }
        if (!row.good()) {
            return new ListRowCell.Look(
                    row.line(), arrow, Tone.BAD, texts.now("list.outcome.leftOut"), why);
        }
        return new ListRowCell.Look(
                row.line(),
                arrow,
                why.isEmpty() ? Tone.GOOD : Tone.ATTENTION,
                texts.now("list.desktops", row.desktops().size()),
                why);
    }
}
