package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.ui.common.AgeLabel;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The place Desktops: the fleet as a table, and everything that begins with choosing desktops. */
public final class DesktopsScreen implements Screen {
    private static final Duration LAYOUT_REST = Duration.ofMillis(500);
    private static final double DETAILS_WIDTH = 320;
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final UiContext context;
    private final Texts texts;
    private final TableLayout.Store store;
    private final DesktopsViewModel model;
    private final DesktopTable table;
    private final RowMenus menus;
    private final FilterBar filter;
    private final VBox root;
    private final SplitPane split = new SplitPane();
    private final DetailsPane details;
    private Timer.Cancel saving = () -> {};

    /**
     * The place of one connection whose directory nobody asks.
     *
     * @param fleet what to show
     * @param dialogs opens the operations
     * @param context language, threads, ports
     * @param store remembers how the operator arranged the table
     */
    DesktopsScreen(
            Fleet fleet, OperationDialogs dialogs, UiContext context, TableLayout.Store store) {
        this(fleet, dialogs, null, context, store);
    }

    /**
     * The place of one connection.
     *
     * @param fleet what to show
     * @param dialogs opens the operations
     * @param directory the company's directory, null when only the service is asked
     * @param context language, threads, ports
     * @param store remembers how the operator arranged the table
     */
    public DesktopsScreen(
            Fleet fleet,
            OperationDialogs dialogs,
            @Nullable DirectoryDoor directory,
            UiContext context,
            TableLayout.Store store) {
        this.context = context;
        this.texts = context.texts();
        this.store = store;
        model = new DesktopsViewModel(fleet, dialogs, directory, context, ZoneId.systemDefault());
        table = new DesktopTable(model, context);
        store.load().ifPresentOrElse(this::restore, table::resetWhenSized);
        RowCommands commands = new RowCommands(model, context, table::shownColumns);
        menus =
                new RowMenus(
                        model,
                        commands,
                        texts,
                        () -> table.node().getSelectionModel().selectAll(),
                        table::select);
        table.node().setContextMenu(menus.context());
        filter = new FilterBar(model, texts, this::focusTable);
        details = new DetailsPane(model, context);

        StackPane place = new StackPane(table.node(), skeleton(), failed(), empty(), noMatch());
        place.getStyleClass().add("list-place");
        split.getStyleClass().add("list-split");
        split.getItems().add(place);
        VBox.setVgrow(split, Priority.ALWAYS);
        root =
                new VBox(
                        new ListHeader(model, table, context),
                        filter,
                        stale(),
                        split,
                        new ActionBar(model, commands, menus, texts));
        root.setId("desktops");
        root.getStyleClass().add("desktops-screen");
        SplitPane.setResizableWithParent(details, false);
        model.details().openProperty().subscribe(this::showDetails);

        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOfPlace);
        table.node().addEventHandler(KeyEvent.KEY_PRESSED, this::keyOfTable);
        table.node()
                .setOnMouseClicked(e -> {
                    if (e.getButton() == MouseButton.PRIMARY
                            && e.getClickCount() == 2
                            && !model.selectionProperty().get().isEmpty()) {
                        model.details().openProperty().set(true);
                    }
                });
        table.onLayout(this::layoutChanged);
        model.sortColumnProperty().subscribe((before, now) -> layoutChanged());
        model.ascendingProperty().subscribe((before, now) -> layoutChanged());
        model.intervalProperty().subscribe((before, now) -> layoutChanged());
        model.details().openProperty().subscribe((before, now) -> layoutChanged());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.watch(true);
    }

    @Override
    public void hidden() {
        model.watch(false);
    }

    @Override
    public void search(String text) {
        model.filterTextProperty().set(text);
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        focusTable();
    }

    @Override
    public void close() {
        saving.cancel();
        model.close();
    }

    /** What it shows. */
    DesktopsViewModel model() {
        return model;
    }

    private void focusTable() {
        table.node().requestFocus();
        if (table.node().getFocusModel().getFocusedIndex() < 0) {
            table.node().getFocusModel().focus(0);
        }
    }

    private void keyOfPlace(KeyEvent e) {
        if (FIND.match(e)) {
            filter.begin();
            e.consume();
        }
    }

    private void keyOfTable(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && !model.selectionProperty().get().isEmpty()) {
            model.details().openProperty().set(true);
            e.consume();
        } else if (menus.handle(e)) {
            e.consume();
        }
    }

    private void showDetails(boolean open) {
        if (!open) {
            split.getItems().remove(details);
        } else if (!split.getItems().contains(details)) {
            split.getItems().add(details);
            double width = Math.max(split.getWidth(), 2 * DETAILS_WIDTH);
            split.setDividerPositions(1 - DETAILS_WIDTH / width);
        }
    }

    private Node skeleton() {
        SkeletonRows rows = new SkeletonRows(12, 6);
        only(rows, ListPhase.LOADING);
        return rows;
    }

    private Node failed() {
        ProblemPane pane = new ProblemPane(context, retry());
        VBox box = new VBox(pane);
        box.getStyleClass().add("pad-16");
        model.phaseProperty()
                .subscribe(phase ->
                        pane.problemProperty()
                                .set(
                                        phase == ListPhase.FAILED
                                                ? model.statusProperty().get().problem()
                                                : null));
        only(box, ListPhase.FAILED);
        return box;
    }

    private Node empty() {
        Button refresh = new Button();
        refresh.textProperty().bind(texts.text("desktops.refresh"));
        refresh.setOnAction(e -> model.refresh());
        EmptyState state =
                new EmptyState(
                        Icons.DESKTOPS,
                        texts.text("desktops.empty.title"),
                        texts.text("desktops.empty.text"),
                        refresh);
        only(state, ListPhase.EMPTY);
        return state;
    }

    private Node noMatch() {
        Button clear = new Button();
        clear.setId("desktops-show-all");
        clear.textProperty().bind(texts.text("desktops.filter.clear"));
        clear.setOnAction(e -> model.clearFilter());
        EmptyState state =
                new EmptyState(
                        Icons.FILTER,
                        texts.text("desktops.noMatch.title"),
                        texts.text("desktops.noMatch.text", model.totalProperty()),
                        clear);
        only(state, ListPhase.NO_MATCH);
        return state;
    }

    /** The band above rows that are older than they should be. */
    private Node stale() {
        ProblemPane pane = new ProblemPane(context, retry());
        pane.problemProperty().bind(model.staleProblemProperty());
        Label since = new Label();
        since.getStyleClass().add("text-strong");
        AgeLabel age =
                new AgeLabel(texts, context.now(), model.statusProperty().map(FleetStatus::asOf));
        since.textProperty().bind(texts.text("desktops.stale", age.textProperty()));
        VBox band = new VBox(since, pane);
        band.setId("desktops-stale");
        band.getStyleClass().add("stale-band");
        band.visibleProperty().bind(model.staleProblemProperty().map(p -> true).orElse(false));
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private Button retry() {
        Button retry = new Button();
        retry.getStyleClass().add(ProblemPane.RETRY);
        retry.textProperty().bind(texts.text("desktops.retry"));
        retry.disableProperty().bind(model.refreshingProperty());
        retry.setOnAction(e -> model.refresh());
        return retry;
    }

    private void only(Node node, ListPhase when) {
        if (node instanceof Region region) {
            region.getStyleClass().add("over-list");
        }
        node.visibleProperty().bind(model.phaseProperty().map(phase -> phase == when));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void restore(TableLayout layout) {
        table.arrange(layout.columns());
        model.sortColumnProperty().set(column(layout.sortColumn()));
        model.ascendingProperty().set(layout.ascending());
        model.intervalProperty().set(Duration.ofSeconds(Math.max(10, layout.intervalSeconds())));
        model.details().openProperty().set(layout.details());
    }

    private void layoutChanged() {
        saving.cancel();
        saving = context.timer().after(LAYOUT_REST, () -> context.ui().execute(this::save));
    }

    private void save() {
        DesktopColumn sorted = model.sortColumnProperty().get();
        store.save(
                new TableLayout(
                        table.layout(),
                        sorted == null ? "" : sorted.key(),
                        model.ascendingProperty().get(),
                        (int) model.intervalProperty().get().toSeconds(),
                        model.details().openProperty().get()));
    }

    private static @Nullable DesktopColumn column(String key) {
        return Optional.of(key)
                .flatMap(k ->
                        Arrays.stream(DesktopColumn.values())
                                .filter(c -> c.key().equals(k))
                                .findFirst())
                .orElse(null);
    }
}
