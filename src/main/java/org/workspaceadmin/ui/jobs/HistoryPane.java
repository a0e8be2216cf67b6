package org.workspaceadmin.ui.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Callback;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.HistoryQuery.Result;
import org.workspaceadmin.journal.HistoryRow;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.jobs.HistoryViewModel.Period;

/** The ended operations of the past: what is searched, what was found, and its export. */
final class HistoryPane extends VBox {
    private static final double ROW = 32;

    private final HistoryViewModel model;
    private final HistoryExport export;
    private final JobTexts words;
    private final Texts texts;
    private final UiContext ui;
    private final TableView<HistoryRow> table = new TableView<>();
    private final Label exported = new Label();
    private final ProblemPane problem;

    /**
     * A pane; nothing is searched before it is asked to.
     *
     * @param model what it shows
     * @param export writes files
     * @param words operations in words
     * @param ui what every screen is given
     * @param open shows one operation with its targets
     */
    HistoryPane(
            HistoryViewModel model,
            HistoryExport export,
            JobTexts words,
            UiContext ui,
            Consumer<OperationState> open) {
        this.model = model;
        this.export = export;
        this.words = words;
        this.ui = ui;
        texts = ui.texts();
        problem = new ProblemPane(ui);
        setId("history");
        getStyleClass().add("gap-8");
        setMinHeight(0);
        makeTable(open);
        VBox.setVgrow(table, Priority.ALWAYS);
        model.problemProperty().subscribe(now -> problem.problemProperty().set(now));
        getChildren().addAll(filters(), problem, table, footer());
    }

    private HBox filters() {
        TextField search = new TextField();
        search.setId("history-search");
        search.promptTextProperty().bind(texts.text("jobs.history.search"));
        search.accessibleTextProperty().bind(texts.text("jobs.history.search"));
        search.textProperty().bindBidirectional(model.textProperty());
        search.setPrefWidth(240);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(360);
        List<@Nullable OperationKind> kinds = new ArrayList<>();
        kinds.add(null);
        kinds.addAll(List.of(OperationKind.values()));
        ComboBox<@Nullable OperationKind> kind =
                choice(
                        "history-kind",
                        kinds,
                        model.kindProperty(),
                        k ->
                                k == null
                                        ? texts.now("jobs.history.anyKind")
                                        : texts.now("operation.kind." + k.name()));
        ComboBox<Period> period =
                choice(
                        "history-period",
                        List.of(Period.values()),
                        model.periodProperty(),
                        p -> texts.now("jobs.history.period." + p.name()));
        ComboBox<Result> result =
                choice(
                        "history-result",
                        List.of(Result.values()),
                        model.resultProperty(),
                        r -> texts.now("jobs.history.result." + r.name()));
        HBox line = new HBox(search, kind, result, period);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox footer() {
        Label count = new Label();
        count.setId("history-count");
        count.getStyleClass().addAll("text-small", "text-muted");
        count.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "jobs.history.count",
                                                model.rows().size(),
                                                model.totalProperty().get()),
                                model.totalProperty(),
                                model.rows()));
        Button older = new Button();
        older.setId("history-older");
        older.textProperty().bind(texts.text("jobs.history.older"));
        older.getStyleClass().add("small");
        older.setOnAction(e -> model.older());
        older.visibleProperty().bind(model.moreProperty());
        older.managedProperty().bind(older.visibleProperty());
        older.disableProperty().bind(model.loadingProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        exported.setId("history-exported");
        exported.getStyleClass().addAll("text-small", "text-muted");
        Button write = new Button();
        write.setId("history-export");
        write.setGraphic(Icons.SAVE.node());
        write.textProperty().bind(texts.text("jobs.history.export"));
        write.getStyleClass().add("small");
        write.setMinWidth(USE_PREF_SIZE);
        write.disableProperty().bind(Bindings.isEmpty(model.rows()));
        write.setOnAction(e -> export());
        HBox line = new HBox(count, older, gap, exported, write);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void export() {
        ui.files()
                .chooseToSave(
                        texts.now("jobs.history.export.title"),
                        "jobs." + HistoryExport.Form.CSV.ending(),
                        texts.now("jobs.history.export.kind"),
                        List.of("*.csv", "*.jsonl"))
                .ifPresent(this::export);
    }

    private void export(Path file) {
        exported.setText(texts.now("jobs.history.exporting"));
        problem.problemProperty().set(null);
        var query = model.query();
        ui.workers()
                .start(() -> export.write(query, file))
                .then(
                        ui.ui(),
                        count ->
                                exported.setText(
                                        texts.now(
                                                "jobs.history.exported",
                                                count,
                                                String.valueOf(file.getFileName()))),
                        failure -> {
                            exported.setText("");
                            problem.problemProperty().set(ProblemText.problemOf(failure));
                        });
    }

    private void makeTable(Consumer<OperationState> open) {
        table.setId("history-table");
        table.getStyleClass().addAll("jobs-table", "dense");
        table.setFixedCellSize(ROW);
        table.setMinHeight(64);
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.accessibleTextProperty().bind(texts.text("jobs.history"));
        Label none = new Label();
        none.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        model.loadingProperty().get()
                                                ? texts.now("jobs.history.loading")
                                                : texts.now("jobs.history.none"),
                                model.loadingProperty()));
        none.getStyleClass().add("text-muted");
        table.setPlaceholder(none);
        add("ended", 152, column -> Cells.text(this::ended, Pos.CENTER_LEFT));
        add("what", 200, column -> Cells.text(this::what, this::what, Pos.CENTER_LEFT));
        add("counts", 176, column -> counts());
        add(
                "connection",
                112,
                column -> Cells.text(r -> r.operation().connectionName(), Pos.CENTER_LEFT));
        add(
                "reason",
                128,
                column -> Cells.text(HistoryPane::reason, HistoryPane::reason, Pos.CENTER_LEFT));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.read(row, open);
                    }
                });
        texts.languageProperty().subscribe(language -> table.refresh());
    }

    private static String reason(HistoryRow row) {
        return row.operation().reason();
    }

    private String ended(HistoryRow row) {
        var ended = row.operation().ended();
        return ended == null ? "" : words.exact(ended);
    }

    private String what(HistoryRow row) {
        int count = Recollection.tally(row).total();
        return texts.now(
                "jobs.history.what",
                texts.now("operation.kind." + row.operation().kind().name()),
                count);
    }

    private TableCell<HistoryRow, HistoryRow> counts() {
        TallyBar bar = new TallyBar();
        Label label = new Label();
        label.getStyleClass().add("text-small");
        HBox line = new HBox(bar, label);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return Cells.graphic(
                line,
                (node, row) -> {
                    Tally tally = Recollection.tally(row);
                    bar.show(tally);
                    label.setText(words.counts(tally));
                },
                row -> words.allCounts(Recollection.tally(row)));
    }

    private void add(
            String name,
            double width,
            Callback<TableColumn<HistoryRow, HistoryRow>, TableCell<HistoryRow, HistoryRow>>
                    factory) {
        TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>();
        column.textProperty().bind(texts.text("jobs.history.column." + name));
        column.setCellValueFactory(
                row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(factory);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 96));
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    private <T extends @Nullable Object> ComboBox<T> choice(
            String id, List<T> choices, Property<T> value, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T choice) {
                        return name.apply(choice);
                    }

                    @Override
                    @SuppressWarnings("NullAway") // never typed
                    public T fromString(String text) {
                        return null;
                    }
                });
        box.valueProperty().bindBidirectional(value);
        texts.languageProperty()
                .subscribe(language -> {
                    T now = value.getValue();
                    box.getItems().setAll(choices);
                    box.setValue(now);
                });
        return box;
    }
}
