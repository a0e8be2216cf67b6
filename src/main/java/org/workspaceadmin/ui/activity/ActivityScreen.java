package org.workspaceadmin.ui.activity;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.workspaceadmin.journal.LedgerExport;
import org.workspaceadmin.ui.activity.ActivityViewModel.State;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The ledger: filters and what can be done above, entries, and the selected one below. */
public final class ActivityScreen implements Screen {
    private static final int LOOK_EVERY = 3;

    private final ActivityViewModel model;
    private final UiContext ui;
    private final Texts texts;
    private final VBox root = new VBox();
    private final ActivityTable table;
    private Subscription ticking = Subscription.EMPTY;
    private int ticks;

    /**
     * A screen.
     *
     * @param model what it shows
     * @param jobs shows an operation, by its id
     * @param ui what every screen is given
     */
    public ActivityScreen(ActivityViewModel model, Consumer<String> jobs, UiContext ui) {
        this.model = model;
        this.ui = ui;
        texts = ui.texts();
        ActivityTexts words = new ActivityTexts(texts);
        table = new ActivityTable(model, words, texts);
        table.node().setPlaceholder(noMatch());
        table.node().setMinHeight(96);
        ActivityDetails details = new ActivityDetails(model, words, ui, jobs);
        SplitPane split = new SplitPane(table.node(), details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        split.getStyleClass().add("jobs-split");
        SplitPane.setResizableWithParent(details, false);
        SkeletonRows loading = new SkeletonRows(8, 6);
        Button retry = new Button();
        retry.textProperty().bind(texts.text("activity.retry"));
        retry.setOnAction(e -> model.refresh());
        ProblemPane failed = new ProblemPane(ui, retry);
        failed.problemProperty().bind(model.problemProperty());
        StackPane area = new StackPane(loading, split);
        VBox.setVgrow(area, Priority.ALWAYS);
        loading.visibleProperty().bind(model.stateProperty().isEqualTo(State.LOADING));
        split.visibleProperty()
                .bind(
                        model.stateProperty()
                                .isEqualTo(State.READY)
                                .or(model.stateProperty().isEqualTo(State.NO_MATCH)));
        root.setId("activity-screen");
        root.getStyleClass().add("jobs-screen");
        root.getChildren()
                .addAll(
                        header(),
                        new ActivityFilters(model, texts),
                        new ProofBand(model.proof(), words, ui),
                        failed,
                        area);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
        ticking.unsubscribe();
        ticking =
                ui.now()
                        .property()
                        .subscribe(instant -> {
                            if (++ticks % LOOK_EVERY == 0) {
                                model.look();
                            }
                        });
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }

    @Override
    public void search(String text) {
        model.textProperty().set(text);
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        table.node().requestFocus();
    }

    @Override
    public void close() {
        hidden();
        model.proof().dismiss();
    }

    private HBox header() {
        Label title = new Label();
        title.textProperty().bind(texts.text("activity.title"));
        title.getStyleClass().add("text-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.setId("activity-count");
        count.getStyleClass().add("text-muted");
        count.textProperty()
                .bind(
                        texts.of(
                                () -> texts.now("activity.count", model.rows().size()),
                                Bindings.size(model.rows())));
        Button newer = new Button();
        newer.setId("activity-newer");
        newer.getStyleClass().add("small");
        newer.textProperty()
                .bind(
                        texts.of(
                                () -> texts.now("activity.newer", model.newerProperty().get()),
                                model.newerProperty()));
        newer.visibleProperty().bind(model.newerProperty().greaterThan(0));
        newer.managedProperty().bind(newer.visibleProperty());
        newer.setMinWidth(Region.USE_PREF_SIZE);
        newer.setOnAction(e -> model.refresh());
        Button verify = new Button();
        verify.setId("activity-verify");
        verify.setGraphic(Icons.GUARDED.node());
        verify.textProperty().bind(texts.text("activity.verify"));
        verify.setOnAction(e -> model.proof().verify());
        MenuButton export = new MenuButton();
        export.setId("activity-export");
        export.setGraphic(Icons.SAVE.node());
        export.textProperty().bind(texts.text("activity.export"));
        export.getItems()
                .addAll(item(LedgerExport.CSV, "csv"), item(LedgerExport.JSON_LINES, "jsonl"));
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        for (Region each : List.of(verify, export)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, count, newer, gap, verify, export);
        head.getStyleClass().add("gap-8");
        head.setMinHeight(32);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuItem item(LedgerExport format, String extension) {
        MenuItem item = new MenuItem();
        item.setId("activity-export-" + extension);
        item.textProperty().bind(texts.text("activity.export." + extension));
        item.setOnAction(e -> export(format, extension));
        return item;
    }

    private void export(LedgerExport format, String extension) {
        String day =
                java.time.LocalDate.ofInstant(
                                ui.timer().instant(), java.time.ZoneId.systemDefault())
                        .toString();
        ui.files()
                .chooseToSave(
                        texts.now("activity.export.title"),
                        "activity-" + day + "." + extension,
                        texts.now("activity.export." + extension),
                        List.of("*." + extension))
                .ifPresent(file -> model.proof().export(model.numbers(), format, file));
    }

    private EmptyState noMatch() {
        Button all = new Button();
        all.textProperty().bind(texts.text("activity.noMatch.clear"));
        all.setOnAction(e -> model.clearFilters());
        return new EmptyState(
                Icons.FILTER,
                texts.text("activity.noMatch.title"),
                texts.text("activity.noMatch.text"),
                all);
    }
}
