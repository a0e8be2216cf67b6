package org.workspaceadmin.ui.jobs;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.util.Callback;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.jobs.JobRow.Face;

/** The tree of operations, requests, jobs and targets, one line each. */
final class JobsTable {
    private static final double ROW = 32;

    private final TableView<JobRow> table = new TableView<>();
    private final LineCells cells;
    private final JobsViewModel model;
    private final Texts texts;

    JobsTable(JobsViewModel model, JobTexts words, UiContext ui) {
        this.model = model;
        texts = ui.texts();
        cells = new LineCells(model, words, texts, ui.now()::get);
        table.setId("jobs-table");
        table.getStyleClass().addAll("jobs-table", "dense");
        table.setFixedCellSize(ROW);
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.accessibleTextProperty().bind(texts.text("jobs.table"));
        add("what", 240, 2000, cells::what);
        add("state", 140, 176, cells::state);
        add("progress", 64, 140, cells::progress);
        add("counts", 184, 320, cells::counts);
        add("started", 80, 110, cells::started);
        add("time", 132, 160, cells::time);
        texts.languageProperty().subscribe(language -> table.refresh());
        model.pace().versionProperty().subscribe(known -> cells.grow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::fold);
        select();
    }

    TableView<JobRow> node() {
        return table;
    }

    /** Times on screen move on. */
    void grow() {
        cells.grow();
    }

    /** Left folds a line or goes to the one it lies beneath, right opens it. */
    private void fold(KeyEvent event) {
        JobRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> model.expand(row);
            case LEFT -> {
                if (row.face().expanded()) {
                    model.collapse(row);
                } else if (row instanceof PartRow part) {
                    table.getSelectionModel().clearAndSelect(model.lines().indexOf(part.parent()));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select() {
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.rowProperty().set(row);
                    }
                });
        model.rowProperty()
                .subscribe(row -> {
                    if (row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
                        table.getSelectionModel().select(row);
                    }
                });
    }

    private void add(
            String name,
            double width,
            double most,
            Callback<TableColumn<JobRow, Face>, TableCell<JobRow, Face>> factory) {
        TableColumn<JobRow, Face> column = new TableColumn<>();
        column.textProperty().bind(texts.text("jobs.column." + name));
        column.setCellValueFactory(row -> row.getValue().faceProperty());
        column.setCellFactory(factory);
        column.setPrefWidth(width);
        column.setMinWidth(name.equals("what") ? 160 : width);
        column.setMaxWidth(most);
        if (name.equals("started") || name.equals("time")) {
            column.getStyleClass().add("right");
        }
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }
}
