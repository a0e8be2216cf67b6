package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The table itself: columns, rows, selection, and which rows are on screen. Sorting is handed to
 * the view model; the table's own would compare 50,000 cell values on the UI thread.
 */
final class DesktopTable {
    static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final double ROW_HEIGHT = 28;
    private static final double MIN_WIDTH = 640;
    private static final double SCROLL_BAR = 16;

    private final DesktopsViewModel model;
    private final UiContext context;
    private final TableView<DesktopItem> table = new TableView<>();
    private final Map<DesktopColumn, TableColumn<DesktopItem, DesktopFacts>> columns =
            new EnumMap<>(DesktopColumn.class);
    private final RowSelection selection;
    private final DesktopCell.CellSetting setting;
    private boolean restoring;
    private int firstTold = -1;
    private int lastTold = -1;

    /**
     * A table.
     *
     * @param model its rows
     * @param context language and time
     */
    DesktopTable(DesktopsViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
        setting =
                new DesktopCell.CellSetting(
                        model.texts(),
                        context.now()::get,
                        age -> context.texts().messages().duration(age),
                        () -> !Boolean.FALSE.equals(model.statusProperty().get().domainOffered()),
                        Collections.newSetFromMap(new WeakHashMap<>()));
        table.setId("desktops-table");
        table.getStyleClass().addAll("desktops-table", "striped-off");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(model.rows());
        selection = new RowSelection(table);
        table.setSelectionModel(selection);
        table.accessibleTextProperty()
                .bind(context.texts().text("desktops.table.label", model.shownProperty()));
        for (DesktopColumn column : DesktopColumn.values()) {
            columns.put(column, make(column));
        }
        table.getColumns().setAll(columns.values());
        table.setSortPolicy(t -> true);
        table.setOnSort(e -> {
            e.consume();
            takeSortOrder();
        });
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::selectUnder);
        model.sortColumnProperty().subscribe(chosen -> showSortOrder());
        model.ascendingProperty().subscribe(chosen -> showSortOrder());
        context.texts().languageProperty().subscribe(() -> table.refresh());
        model.statusProperty()
                .map(s -> !Boolean.FALSE.equals(s.domainOffered()))
                .subscribe((before, now) -> table.refresh());
        context.now().property().subscribe(() -> setting.ages().forEach(DesktopCell::grow));
        selection
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) change -> tellSelection());
        table.skinProperty().subscribe(skin -> watchScrolling());
        model.rows().addListener((ListChangeListener<DesktopItem>) change -> rowsMoved());
        table.heightProperty().subscribe(() -> tellVisible());
    }

    /** Selects exactly these rows and shows the first of them. */
    void select(List<DesktopItem> items) {
        selection.selectOnly(items);
        items.stream()
                .mapToInt(item -> item.position)
                .filter(position -> position >= 0)
                .min()
                .ifPresent(table::scrollTo);
        table.requestFocus();
    }

    /** The node. */
    TableView<DesktopItem> node() {
        return table;
    }

    /** Columns on screen, from left to right. */
    List<DesktopColumn> shownColumns() {
        return table.getVisibleLeafColumns().stream()
                .map(column -> (DesktopColumn) column.getUserData())
                .toList();
    }

    /** The toolkit's column, for the menu that shows and hides it. */
    TableColumn<DesktopItem, DesktopFacts> column(DesktopColumn which) {
        return Objects.requireNonNull(columns.get(which));
    }

    /** All columns as they are now. */
    List<TableLayout.Column> layout() {
        return table.getColumns().stream()
                .map(c ->
                        new TableLayout.Column(
                                ((DesktopColumn) c.getUserData()).key(),
                                Math.round(c.getWidth()),
                                c.isVisible()))
                .toList();
    }

    /** Arranges the columns as they were; unknown ones are ignored, missing ones come last. */
    void arrange(List<TableLayout.Column> kept) {
        List<TableColumn<DesktopItem, ?>> order = new ArrayList<>();
        for (TableLayout.Column one : kept) {
            columns.forEach((key, column) -> {
                if (key.key().equals(one.key()) && !order.contains(column)) {
                    column.setPrefWidth(one.width());
                    column.setVisible(one.shown());
                    order.add(column);
                }
            });
        }
        columns.values().stream().filter(c -> !order.contains(c)).forEach(order::add);
        table.getColumns().setAll(order);
        showSortOrder();
    }

    /**
     * Puts the columns back to where a first-time user finds them: as many as fit, so that nobody
     * has to scroll sideways to begin with. The id is for those who look for it.
     */
    void reset() {
        double left = Math.max(MIN_WIDTH, table.getWidth()) - SCROLL_BAR;
        List<TableLayout.Column> first = new ArrayList<>();
        for (DesktopColumn column : DesktopColumn.values()) {
            left -= column.width();
            first.add(
                    new TableLayout.Column(
                            column.key(), column.width(), left >= 0 && column != DesktopColumn.ID));
        }
        arrange(first);
    }

    /** Chooses the first columns once the table knows how wide it is. */
    void resetWhenSized() {
        table.widthProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable width) {
                                if (table.getWidth() > 0) {
                                    table.widthProperty().removeListener(this);
                                    reset();
                                }
                            }
                        });
    }

    /** Calls back when a column is moved, sized, shown or hidden. */
    void onLayout(Runnable changed) {
        table.getColumns()
                .addListener((ListChangeListener<TableColumn<DesktopItem, ?>>) c -> changed.run());
        columns.values()
                .forEach(column -> {
                    column.widthProperty().subscribe((before, now) -> changed.run());
                    column.visibleProperty().subscribe((before, now) -> changed.run());
                });
    }

    private TableColumn<DesktopItem, DesktopFacts> make(DesktopColumn which) {
        TableColumn<DesktopItem, DesktopFacts> column = new TableColumn<>();
        column.setUserData(which);
        column.setId("column-" + which.key());
        column.textProperty().bind(context.texts().text("desktops.column." + which.key()));
        column.setPrefWidth(which.width());
        column.setMinWidth(48);
        column.setVisible(which != DesktopColumn.ID);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(c -> new DesktopCell(which, setting));
        return column;
    }

    private void takeSortOrder() {
        if (restoring) {
            return;
        }
        List<TableColumn<DesktopItem, ?>> order = table.getSortOrder();
        if (order.isEmpty()) {
            model.sortColumnProperty().set(null);
            return;
        }
        TableColumn<DesktopItem, ?> last = order.getLast();
        if (order.size() > 1) {
            restoring = true;
            table.getSortOrder().setAll(List.of(last));
            restoring = false;
        }
        model.ascendingProperty().set(last.getSortType() == TableColumn.SortType.ASCENDING);
        model.sortColumnProperty().set((DesktopColumn) last.getUserData());
    }

    private void showSortOrder() {
        DesktopColumn chosen = model.sortColumnProperty().get();
        restoring = true;
        if (chosen == null) {
            table.getSortOrder().clear();
        } else {
            TableColumn<DesktopItem, DesktopFacts> column = column(chosen);
            column.setSortType(
                    model.ascendingProperty().get()
                            ? TableColumn.SortType.ASCENDING
                            : TableColumn.SortType.DESCENDING);
            if (!table.getSortOrder().equals(List.of(column))) {
                table.getSortOrder().setAll(List.of(column));
            }
        }
        restoring = false;
    }

    /**
     * A menu is about the row it opens on. The toolkit selects that row when the button goes down,
     * but not for a touch, where the press is only known to be one afterwards.
     */
    private void selectUnder(ContextMenuEvent e) {
        Node node = e.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TableRow<?>)) {
            node = node.getParent();
        }
        if (node instanceof TableRow<?> row && !row.isEmpty() && !row.isSelected()) {
            selection.clearAndSelect(row.getIndex());
        }
    }

    private void tellSelection() {
        model.select(List.copyOf(selection.getSelectedItems()));
    }

    private void rowsMoved() {
        firstTold = -1;
        tellVisible();
    }

    private void watchScrolling() {
        table.lookupAll(".scroll-bar")
                .forEach(node -> {
                    if (node instanceof ScrollBar bar
                            && bar.getOrientation() == Orientation.VERTICAL) {
                        bar.valueProperty().subscribe(() -> tellVisible());
                    }
                });
        tellVisible();
    }

    /** After the layout, when the table knows which rows it really shows. */
    private void tellVisible() {
        Platform.runLater(() -> {
            @Nullable VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
            if (flow == null || flow.getFirstVisibleCell() == null) {
                return;
            }
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (first != firstTold || last != lastTold) {
                firstTold = first;
                lastTold = last;
                model.visible(first, last);
            }
        });
    }
}
