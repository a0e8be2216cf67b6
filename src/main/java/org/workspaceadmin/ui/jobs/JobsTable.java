package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.jobs.JobEntry.Snapshot;

/** The operations, one row each, newest first. */
final class JobsTable {
    private static final double ROW = 32;

    private final TableView<JobEntry> table = new TableView<>();
    private final Cells.Growing growing = new Cells.Growing();
    private final JobTexts words;
    private final Texts texts;
    private final Supplier<Instant> now;

    JobsTable(JobsViewModel model, JobTexts words, UiContext ui) {
        this.words = words;
        texts = ui.texts();
        now = ui.now()::get;
        table.setId("jobs-table");
        table.getStyleClass().addAll("jobs-table", "dense");
        table.setFixedCellSize(ROW);
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.accessibleTextProperty().bind(texts.text("jobs.table"));
        add(
                "jobs.column.what",
                240,
                2000,
                column ->
                        Cells.text(
                                s -> words.sentence(s.state()),
                                s -> words.sentence(s.state()),
                                Pos.CENTER_LEFT));
        add("jobs.column.state", 124, 168, column -> state());
        add("jobs.column.progress", 96, 140, column -> progress());
        add("jobs.column.counts", 188, 232, column -> counts());
        add(
                "jobs.column.started",
                100,
                110,
                column ->
                        growing.text(
                                s -> words.ago(s.state().created(), now.get()),
                                s -> words.exact(s.state().created())));
        add("jobs.column.elapsed", 64, 84, column -> growing.text(this::took, s -> ""));
        texts.languageProperty().subscribe(language -> table.refresh());
        select(model);
    }

    TableView<JobEntry> node() {
        return table;
    }

    /** Times on screen move on. */
    void grow() {
        growing.grow();
    }

    private void select(JobsViewModel model) {
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> {
                    if (entry != null) {
                        model.selectedProperty().set(entry);
                    }
                });
        model.selectedProperty()
                .subscribe(entry -> {
                    if (entry != null
                            && !entry.equals(table.getSelectionModel().getSelectedItem())) {
                        table.getSelectionModel().select(entry);
                    }
                });
    }

    private String took(Snapshot snapshot) {
        OperationState state = snapshot.state();
        return words.took(state.created(), state.ended(), now.get());
    }

    private TableCell<JobEntry, Snapshot> state() {
        return Cells.graphic(
                new StateBadge(),
                (badge, s) -> badge.show(JobTexts.tone(s.state().phase()), words.phase(s.state())),
                s -> words.phase(s.state()));
    }

    private TableCell<JobEntry, Snapshot> progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label();
        percent.setMinWidth(40);
        percent.setAlignment(Pos.CENTER_RIGHT);
        percent.getStyleClass().add("text-small");
        HBox line = new HBox(bar, percent);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return Cells.graphic(
                line,
                (node, s) -> {
                    boolean open = s.state().open();
                    bar.setVisible(open);
                    bar.setProgress(s.tally().percent() / 100.0);
                    percent.setText(open ? texts.now("jobs.percent", s.tally().percent()) : "");
                },
                s -> texts.now("jobs.percent", s.tally().percent()));
    }

    private TableCell<JobEntry, Snapshot> counts() {
        TallyBar bar = new TallyBar();
        Label label = new Label();
        label.getStyleClass().add("text-small");
        HBox line = new HBox(bar, label);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return Cells.graphic(
                line,
                (node, s) -> {
                    bar.show(s.tally());
                    label.setText(words.counts(s.tally()));
                },
                s -> words.allCounts(s.tally()));
    }

    private void add(
            String key,
            double width,
            double most,
            javafx.util.Callback<TableColumn<JobEntry, Snapshot>, TableCell<JobEntry, Snapshot>>
                    factory) {
        TableColumn<JobEntry, Snapshot> column = new TableColumn<>();
        column.textProperty().bind(texts.text(key));
        column.setCellValueFactory(row -> row.getValue().snapshotProperty());
        column.setCellFactory(factory);
        column.setPrefWidth(width);
        column.setMinWidth(key.equals("jobs.column.what") ? 160 : width);
        column.setMaxWidth(most);
        if (key.equals("jobs.column.started") || key.equals("jobs.column.elapsed")) {
            column.getStyleClass().add("right");
        }
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }
}
