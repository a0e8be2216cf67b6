package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The desktops of one job, each with its outcome and the cause. */
final class TargetsPane extends VBox {
    private static final double ROW = 28;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Columns of numbers. */
    private static final List<String> RIGHT = List.of("progress", "begin", "took");

    private final TargetsViewModel model;
    private final JobTexts words;
    private final LineTexts lines;
    private final Texts texts;
    private final UiContext ui;
    private final Supplier<Instant> now;
    private final TableView<TargetEntry> table = new TableView<>();
    private final Cells.Growing growing = new Cells.Growing();
    private final Map<TargetFilter, ToggleButton> chips = new EnumMap<>(TargetFilter.class);

    TargetsPane(JobsViewModel jobs, JobTexts words, UiContext ui) {
        model = jobs.targets();
        this.words = words;
        this.ui = ui;
        texts = ui.texts();
        lines = new LineTexts(words, texts);
        now = ui.now()::get;
        getStyleClass().add("gap-8");
        TextField search = new TextField();
        search.setId("target-search");
        search.promptTextProperty().bind(texts.text("jobs.target.search"));
        search.accessibleTextProperty().bind(texts.text("jobs.target.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPrefWidth(176);
        HBox bar = new HBox();
        bar.getStyleClass().add("gap-8");
        bar.setAlignment(Pos.CENTER_LEFT);
        makeChips(bar);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().addAll(gap, sort(), search);
        makeTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, partLine(), new CausesPane(jobs, words, ui), table);
        jobs.rowProperty().subscribe(this::reveal);
    }

    /** Sorting moves rows, so only the operator does it. */
    private Button sort() {
        Button sort = new Button();
        sort.setId("target-sort");
        sort.textProperty().bind(texts.text("jobs.target.sort"));
        sort.setGraphic(Icons.ATTENTION.node());
        sort.getStyleClass().addAll("small", "flat");
        sort.setMinWidth(USE_PREF_SIZE);
        sort.visibleProperty().bind(model.unsortedProperty());
        sort.managedProperty().bind(sort.visibleProperty());
        sort.setOnAction(e -> model.sort());
        return sort;
    }

    /** Says that only a request's or a job's targets are shown. */
    private HBox partLine() {
        Label which = new Label();
        which.getStyleClass().addAll("text-small", "text-muted");
        which.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    JobRow part = model.partProperty().get();
                                    return part == null
                                            ? ""
                                            : texts.now("jobs.target.part", lines.what(part));
                                },
                                model.partProperty()));
        Button all = new Button();
        all.setId("target-all");
        all.textProperty().bind(texts.text("jobs.target.all"));
        all.getStyleClass().addAll("small", "flat");
        all.setOnAction(e -> model.part(null));
        HBox line = new HBox(which, all);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.partProperty().isNotNull());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /** A target chosen in the tree is chosen here too, if the filters show it. */
    private void reveal(@Nullable JobRow line) {
        if (line instanceof PartRow part && line.face().level() == JobRow.Level.TARGET) {
            TargetEntry row = model.row(part.indices().getFirst());
            if (row != null && table.getItems().contains(row)) {
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
        }
    }

    /** Shows how many desktops each filter has. */
    void show(Tally tally) {
        chips.forEach((filter, chip) -> {
            int count = filter.count(tally);
            chip.setText(
                    texts.now(
                            "jobs.chip", texts.now("jobs.target.filter." + filter.name()), count));
            chip.setDisable(count == 0 && !chip.isSelected());
        });
    }

    /** Times on screen move on. */
    void grow() {
        growing.grow();
    }

    /** Puts the focus into the table. */
    void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private void makeChips(HBox bar) {
        ToggleGroup group = new ToggleGroup();
        for (TargetFilter filter : TargetFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setToggleGroup(group);
            chip.getStyleClass().addAll("chip", "target-chip-" + filter.name());
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(e -> model.filterProperty().set(filter));
            chips.put(filter, chip);
            bar.getChildren().add(chip);
        }
        model.filterProperty().subscribe(f -> group.selectToggle(chips.get(f)));
        group.selectedToggleProperty()
                .subscribe((was, is) -> {
                    if (is == null) {
                        group.selectToggle(was);
                    }
                });
    }

    private void makeTable() {
        table.setId("targets-table");
        table.getStyleClass().addAll("jobs-table", "dense");
        table.setFixedCellSize(ROW);
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.text("jobs.target.table"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label none = new Label();
        none.textProperty().bind(texts.text("jobs.target.none"));
        none.getStyleClass().add("text-muted");
        table.setPlaceholder(none);
        add("name", 128, c -> Cells.text(t -> words.name(t.target()), Pos.CENTER_LEFT));
        add("outcome", 128, c -> outcome());
        add("progress", 44, c -> Cells.text(TargetsPane::percent, Pos.CENTER_RIGHT));
        add(
                "begin",
                76,
                c ->
                        Cells.text(
                                t -> words.clock(t.begin()),
                                t -> t.begin() == null ? "" : words.exact(t.begin()),
                                Pos.CENTER_RIGHT));
        add("took", 64, c -> growing.text(t -> words.took(t.begin(), t.end(), now.get()), t -> ""));
        add("cause", 320, c -> Cells.text(words::cause, words::fullCause, Pos.CENTER_LEFT));
        texts.languageProperty().subscribe(l -> table.refresh());
        ContextMenu menu =
                new ContextMenu(
                        item("jobs.menu.copyRows", this::copyRows),
                        item("jobs.menu.copyCause", this::copyCauses),
                        item("jobs.menu.copyIds", this::copyIds));
        menu.getItems().getFirst().setAccelerator(COPY);
        table.setContextMenu(menu);
        table.setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copyRows();
                e.consume();
            }
        });
    }

    private TableCell<TargetEntry, TargetState> outcome() {
        return Cells.graphic(
                new StateBadge(),
                (badge, t) -> badge.show(JobTexts.tone(t.outcome()), words.outcome(t)),
                words::outcome);
    }

    private static String percent(TargetState state) {
        Integer progress = state.progress();
        return progress == null || state.outcome().ended() ? "" : progress.toString();
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.text(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void copyRows() {
        copy(selected().stream().map(words::row).collect(Collectors.joining("\n")));
    }

    private void copyCauses() {
        copy(
                selected().stream()
                        .map(words::fullCause)
                        .filter(cause -> !cause.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n\n")));
    }

    private void copyIds() {
        copy(selected().stream().map(t -> t.target().id()).collect(Collectors.joining("\n")));
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            ui.clipboard().copy(text);
        }
    }

    private List<TargetState> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(TargetEntry::state)
                .toList();
    }

    private void add(
            String name,
            double width,
            Callback<TableColumn<TargetEntry, TargetState>, TableCell<TargetEntry, TargetState>>
                    factory) {
        TableColumn<TargetEntry, TargetState> column = new TableColumn<>();
        column.textProperty().bind(texts.text("jobs.target.column." + name));
        column.setCellValueFactory(row -> row.getValue().stateProperty());
        column.setCellFactory(factory);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 44));
        if (RIGHT.contains(name)) {
            column.getStyleClass().add("right");
        }
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }
}
