package org.workspaceadmin.ui.activity;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.ui.activity.ActivityRow.Shown;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;

/** The entries, newest first. A row that comes on screen asks for its entry. */
final class ActivityTable {
    private static final double ROW = 32;
    private static final String PENDING = "…";

    private final TableView<ActivityRow> table = new TableView<>();
    private final ActivityViewModel model;
    private final Texts texts;

    ActivityTable(ActivityViewModel model, ActivityTexts words, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.setId("activity-table");
        table.getStyleClass().addAll("jobs-table", "dense");
        table.setFixedCellSize(ROW);
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.accessibleTextProperty().bind(texts.text("activity.table"));
        add("when", 164, 176, () -> text(e -> words.compact(e.at())));
        add("what", 136, 176, () -> badge(words));
        add("about", 160, 2000, () -> text(words::about));
        add("who", 104, 200, () -> text(e -> words.who(e.actor())));
        add("connection", 96, 176, () -> text(Activity::connectionName));
        add("answer", 112, 184, () -> text(words::answer));
        texts.languageProperty().subscribe(language -> table.refresh());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        model.selectedProperty()
                .subscribe(row -> {
                    if (row == null) {
                        table.getSelectionModel().clearSelection();
                    } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                        table.getSelectionModel().select(row);
                    }
                });
    }

    TableView<ActivityRow> node() {
        return table;
    }

    private void add(
            String name,
            double width,
            double most,
            java.util.function.Supplier<TableCell<ActivityRow, Shown>> cells) {
        TableColumn<ActivityRow, Shown> column = new TableColumn<>();
        column.setId("activity-" + name);
        column.textProperty().bind(texts.text("activity.column." + name));
        column.setCellValueFactory(row -> row.getValue().shownProperty());
        column.setCellFactory(c -> cells.get());
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(most);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    private TableCell<ActivityRow, Shown> text(Function<Activity, String> text) {
        Label label = new Label();
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return new EntryCell<>(
                label,
                (node, entry) -> {
                    String shown = entry == null ? PENDING : text.apply(entry);
                    node.setText(shown);
                    tooltip.setText(shown);
                    node.setTooltip(shown.length() > 16 ? tooltip : null);
                },
                entry -> text.apply(entry));
    }

    private TableCell<ActivityRow, Shown> badge(ActivityTexts words) {
        return new EntryCell<>(
                new StateBadge(),
                (badge, entry) -> {
                    if (entry == null) {
                        badge.clear();
                    } else {
                        badge.show(ActivityTexts.tone(entry.kind()), words.kind(entry));
                    }
                },
                words::kind);
    }

    private final class EntryCell<N extends Node> extends TableCell<ActivityRow, Shown> {
        private final N node;
        private final BiConsumer<N, @Nullable Activity> draw;
        private final Function<Activity, String> spoken;

        EntryCell(
                N node, BiConsumer<N, @Nullable Activity> draw, Function<Activity, String> spoken) {
            this.node = node;
            this.draw = draw;
            this.spoken = spoken;
        }

        @Override
        protected void updateItem(@Nullable Shown value, boolean empty) {
            super.updateItem(value, empty);
            if (empty || value == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Activity entry = value.entry();
            if (entry == null) {
                // Later, since the answer may be there at once, before the cell listens.
                Platform.runLater(() -> model.need(value.row()));
            }
            draw.accept(node, entry);
            setAccessibleText(entry == null ? PENDING : spoken.apply(entry));
            if (getGraphic() == null) {
                setGraphic(node);
            }
        }
    }
}
