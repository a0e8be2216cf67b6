package org.workspaceadmin.ui.operation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.list.FleetIndex;
import org.workspaceadmin.operation.list.ListMatch;
import org.workspaceadmin.operation.list.ListMatch.MatchedRow;
import org.workspaceadmin.operation.list.ListTable;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Chooses desktops by a list: what it names on the left, what became of every row on the right.
 * What fits several desktops or none is listed first and never chosen on its own.
 */
final class FromListDialog extends VBox {
    private static final double WIDTH = 920;
    private static final double LEFT = 376;

    private final FromListViewModel model;
    private final Texts texts;
    private final ListSourcePane source;
    private final ComboBox<FleetIndex.Key> key = new ComboBox<>();
    private final ComboBox<Integer> column = new ComboBox<>();
    private final FieldBox columnBox;
    private final CheckBox everyOne = new CheckBox();
    private final ListView<MatchedRow> rows = new ListView<>();
    private final Label nothing = new Label();
    private final StateBadge matched = new StateBadge();
    private final StateBadge ambiguous = new StateBadge();
    private final StateBadge unmatched = new StateBadge();
    private final StateBadge duplicate = new StateBadge();
    private final LeftOutButtons buttons;
    private final Button choose = new Button();
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * The dialog.
     *
     * @param model what it shows
     * @param context language, files, clipboard
     * @param close closes it
     * @param chosen receives the desktops
     */
    FromListDialog(
            FromListViewModel model,
            UiContext context,
            Runnable close,
            Consumer<List<Desktop>> chosen) {
        this.model = model;
        this.close = close;
        texts = context.texts();
        source =
                new ListSourcePane(
                        model.source(), context, "list.choose.list", "list.choose.prompt");
        columnBox = new FieldBox(texts, "list.choose.column", column);
        buttons = new LeftOutButtons(context, () -> model.leftOut(texts));
        choose.setOnAction(e -> {
            List<Desktop> desktops = model.desktops();
            close.run();
            chosen.accept(desktops);
        });
        getStyleClass().addAll("operation-dialog", "from-list");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(texts.text("list.choose.title"));
        VBox right = right();
        HBox body = new HBox(left(), right);
        body.getStyleClass().add("dialog-body");
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), body, footer());
    }

    /** Begins to follow the view model. */
    void start() {
        subscriptions =
                Subscription.combine(
                        model.source().readingProperty().subscribe((was, is) -> draw()),
                        model.matchProperty().subscribe((was, is) -> draw()),
                        model.everyOneProperty().subscribe((was, is) -> draw()),
                        texts.languageProperty().subscribe((was, is) -> redraw()));
        redraw();
    }

    /** Ends everything. */
    void stop() {
        subscriptions.unsubscribe();
        model.stop();
    }

    /** Where the focus begins. */
    Node first() {
        return source.first();
    }

    private HBox header() {
        FontIcon icon = Icons.FROM_LIST.node();
        icon.getStyleClass().add("dialog-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("list.choose.title"));
        title.getStyleClass().addAll("text-title", "dialog-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button cross = new Button();
        cross.setGraphic(Icons.CLOSE.node());
        cross.getStyleClass().addAll("button-icon", "flat", "dialog-close");
        cross.accessibleTextProperty().bind(texts.text("operation.close"));
        cross.setOnAction(e -> close.run());
        cross.setFocusTraversable(false);
        HBox header = new HBox(icon, title, cross);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    private VBox left() {
        key.getItems().setAll(FleetIndex.Key.values());
        key.valueProperty().bindBidirectional(model.keyProperty());
        key.getStyleClass().add("list-key");
        column.getStyleClass().add("list-column");
        column.setOnAction(e -> {
            Integer chosen = column.getValue();
            if (chosen != null) {
                model.columnProperty().set(chosen);
            }
        });
        columnBox.managedProperty().bind(columnBox.visibleProperty());
        everyOne.textProperty().bind(texts.text("list.choose.everyOne"));
        everyOne.selectedProperty().bindBidirectional(model.everyOneProperty());
        everyOne.setWrapText(true);
        everyOne.setMinHeight(Region.USE_PREF_SIZE);
        everyOne.managedProperty().bind(everyOne.visibleProperty());
        everyOne.getStyleClass().add("list-every");
        Label help = new Label();
        help.textProperty().bind(texts.text("list.choose.help"));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().addAll("text-small", "text-muted");
        VBox form =
                new VBox(
                        source,
                        new FieldBox(texts, "list.choose.key", key),
                        columnBox,
                        everyOne,
                        help);
        form.getStyleClass().add("form");
        VBox.setVgrow(source, Priority.ALWAYS);
        form.setPrefWidth(LEFT);
        form.setMinWidth(LEFT);
        form.setMaxWidth(LEFT);
        return form;
    }

    private VBox right() {
        FlowPane counts = new FlowPane(matched, ambiguous, unmatched, duplicate);
        counts.getStyleClass().add("gap-8");
        for (StateBadge badge : List.of(matched, ambiguous, unmatched, duplicate)) {
            badge.managedProperty().bind(badge.visibleProperty());
        }
        rows.setCellFactory(view -> new ListRowCell<>(this::look));
        rows.getStyleClass().addAll("judged-rows", "dense");
        rows.accessibleTextProperty().bind(texts.text("list.rows"));
        rows.setPrefHeight(320);
        rows.setMinHeight(112);
        nothing.textProperty().bind(texts.text("list.choose.nothing"));
        nothing.setWrapText(true);
        nothing.getStyleClass().add("text-muted");
        rows.setPlaceholder(nothing);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox right = new VBox(counts, rows, buttons);
        right.getStyleClass().add("gap-8");
        return right;
    }

    private HBox footer() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.textProperty().bind(texts.text("operation.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> close.run());
        choose.getStyleClass().addAll("accent", "list-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setDefaultButton(true);
        HBox footer = new HBox(gap, cancel, choose);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        return footer;
    }

    private void redraw() {
        speak(key, k -> texts.now("list.key." + k.name()));
        speak(column, this::columnName);
        rows.refresh();
        draw();
    }

    private void draw() {
        source.draw();
        ListTable table = model.source().table();
        int width = table == null ? 0 : table.width();
        columnBox.setVisible(width > 1);
        List<Integer> columns = IntStream.range(0, width).boxed().toList();
        if (!columns.equals(column.getItems())) {
            column.getItems().setAll(columns);
            speak(column, this::columnName);
        }
        if (width > 0) {
            column.setValue(model.columnProperty().get());
        }
        ListMatch match = model.matchProperty().get();
        List<MatchedRow> now = model.rows();
        if (!now.equals(rows.getItems())) {
            rows.getItems().setAll(now);
        }
        show(matched, Tone.GOOD, match, ListMatch.Outcome.MATCHED);
        show(ambiguous, Tone.ATTENTION, match, ListMatch.Outcome.AMBIGUOUS);
        show(unmatched, Tone.BAD, match, ListMatch.Outcome.UNMATCHED);
        show(duplicate, Tone.SKIPPED, match, ListMatch.Outcome.DUPLICATE);
        everyOne.setVisible(match.count(ListMatch.Outcome.AMBIGUOUS) > 0);
        buttons.setVisible(match.count(ListMatch.Outcome.MATCHED) < now.size());
        int count = model.desktops().size();
        choose.setText(texts.now("list.choose.action", count));
        choose.setDisable(count == 0);
    }

    private void show(StateBadge badge, Tone tone, ListMatch match, ListMatch.Outcome outcome) {
        int count = match.count(outcome);
        badge.setVisible(count > 0);
        badge.show(tone, texts.now("list.count." + outcome.name(), count));
    }

    private ListRowCell.Look look(MatchedRow row) {
        String text = row.text().isEmpty() ? texts.now("list.noText") : row.text();
        String outcome = texts.now("list.outcome." + row.outcome().name());
        return switch (row.outcome()) {
            case MATCHED -> {
                String name = FromListViewModel.names(row);
                yield new ListRowCell.Look(
                        row.line(),
                        text.equalsIgnoreCase(name) ? text : texts.now("list.means", name, text),
                        Tone.GOOD,
                        outcome,
                        "");
            }
            case AMBIGUOUS ->
                    new ListRowCell.Look(
                            row.line(),
                            text,
                            Tone.ATTENTION,
                            outcome,
                            texts.now(
                                    "list.fits",
                                    row.desktops().size(),
                                    FromListViewModel.names(row)));
            case UNMATCHED -> new ListRowCell.Look(row.line(), text, Tone.BAD, outcome, "");
            case DUPLICATE ->
                    new ListRowCell.Look(
                            row.line(),
                            text,
                            Tone.SKIPPED,
                            outcome,
                            texts.now("list.repeats", row.firstLine()));
        };
    }

    private String columnName(int number) {
        ListTable table = model.source().table();
        String heading =
                table == null || number >= table.headings().size()
                        ? ""
                        : table.headings().get(number);
        return heading.isEmpty() ? texts.now("list.choose.columnNumber", number + 1) : heading;
    }

    /** New cells, because those there are keep the words of the language before. */
    private static <T> void speak(ComboBox<T> box, Function<T, String> words) {
        box.setCellFactory(view -> new WordCell<>(words));
        box.setButtonCell(new WordCell<>(words));
    }

    private static final class WordCell<T> extends ListCell<T> {
        private final Function<T, String> words;

        WordCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : words.apply(value));
        }
    }
}
