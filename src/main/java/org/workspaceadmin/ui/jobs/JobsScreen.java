package org.workspaceadmin.ui.jobs;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The job monitor: all operations above, the selected one with its desktops below. */
public final class JobsScreen implements Screen {
    private static final double ROOMY = 920;

    private final JobsViewModel model;
    private final Texts texts;
    private final UiContext ui;
    private final VBox root = new VBox();
    private final JobsTable table;
    private final JobDetails details;
    private final HistoryViewModel past;
    private final BooleanProperty looksBack = new SimpleBooleanProperty();
    private final TextField search = new TextField();
    private final Map<JobFilter, ToggleButton> chips = new EnumMap<>(JobFilter.class);
    private Subscription ticking = Subscription.EMPTY;
    private Subscription row = Subscription.EMPTY;

    /**
     * A screen.
     *
     * @param model what it shows; started by the caller
     * @param words jobs in words
     * @param ui what every screen is given
     */
    public JobsScreen(JobsViewModel model, JobTexts words, UiContext ui) {
        this.model = model;
        this.ui = ui;
        texts = ui.texts();
        table = new JobsTable(model, words, ui);
        details = new JobDetails(model, words, ui);
        table.node().setPlaceholder(noMatch());
        table.node()
                .setOnKeyPressed(e -> {
                    if (e.getCode() == KeyCode.ENTER && model.rowProperty().get() != null) {
                        details.focusTargets();
                        e.consume();
                    }
                });
        past = new HistoryViewModel(model.history(), ui);
        HistoryPane history =
                new HistoryPane(
                        past,
                        new HistoryExport(model.history(), words::sentence),
                        words,
                        ui,
                        model::recall);
        history.visibleProperty().bind(looksBack);
        table.node().visibleProperty().bind(looksBack.not());
        table.node().setMinHeight(64);
        StackPane lists = new StackPane(table.node(), history);
        lists.setMinHeight(96);
        SplitPane split = new SplitPane(lists, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.36);
        split.getStyleClass().add("jobs-split");
        SplitPane.setResizableWithParent(lists, false);
        looksBack.subscribe(back -> split.setDividerPositions(back ? 0.5 : 0.36));
        EmptyState empty =
                new EmptyState(
                        Icons.JOBS, texts.text("jobs.empty.title"), texts.text("jobs.empty.text"));
        empty.setId("jobs-empty");
        StackPane area = new StackPane(split, empty);
        VBox.setVgrow(area, Priority.ALWAYS);
        empty.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.isEmpty() && !looksBack.get(),
                                model.countsProperty(),
                                looksBack));
        split.visibleProperty().bind(empty.visibleProperty().not());
        HBox head = header();
        root.setId("jobs-screen");
        root.getStyleClass().add("jobs-screen");
        root.getChildren().addAll(head, area);
        model.rowProperty().subscribe(this::follow);
        model.pace().versionProperty().subscribe(known -> details.draw());
        model.countsProperty().subscribe(counts -> drawChips());
        texts.languageProperty().subscribe(language -> drawChips());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        ticking.unsubscribe();
        ticking =
                ui.now()
                        .property()
                        .subscribe(instant -> {
                            table.grow();
                            details.grow();
                        });
        if (model.rowProperty().get() == null && !model.rows().isEmpty()) {
            model.rowProperty().set(model.rows().getFirst());
        }
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }

    @Override
    public void search(String text) {
        search.setText(text);
        past.textProperty().set(text);
    }

    @Override
    public void refresh() {
        model.sort();
        model.checkNow();
    }

    @Override
    public void focus() {
        table.node().requestFocus();
    }

    @Override
    public void close() {
        hidden();
        row.unsubscribe();
        model.close();
    }

    private void follow(@Nullable JobRow line) {
        row.unsubscribe();
        if (line == null) {
            row = Subscription.EMPTY;
            return;
        }
        JobEntry operation = line.operation();
        row =
                operation == null
                        ? line.faceProperty().subscribe(face -> details.draw())
                        : operation.snapshotProperty().subscribe(snapshot -> details.draw());
    }

    private HBox header() {
        Label title = new Label();
        title.textProperty().bind(texts.text("jobs.title"));
        title.getStyleClass().add("text-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox();
        bar.getStyleClass().add("gap-8");
        bar.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (JobFilter filter : JobFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setToggleGroup(group);
            chip.setId("job-chip-" + filter.name());
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(e -> model.filterProperty().set(filter));
            chips.put(filter, chip);
            bar.getChildren().add(chip);
        }
        model.filterProperty().subscribe(filter -> group.selectToggle(chips.get(filter)));
        group.selectedToggleProperty()
                .subscribe((was, is) -> {
                    if (is == null) {
                        group.selectToggle(was);
                    }
                });
        search.setId("jobs-search");
        search.promptTextProperty().bind(texts.text("jobs.search"));
        search.accessibleTextProperty().bind(texts.text("jobs.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPrefWidth(168);
        search.setMinWidth(96);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, bar, gap, failedFirst(), search, lookBack());
        head.setMinHeight(Region.USE_PREF_SIZE);
        bar.visibleProperty().bind(looksBack.not());
        // In a narrow window the search on top of the window does the same.
        search.visibleProperty().bind(looksBack.not().and(head.widthProperty().greaterThan(ROOMY)));
        search.managedProperty().bind(search.visibleProperty());
        head.getStyleClass().add("jobs-header");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void drawChips() {
        Map<JobFilter, Integer> counts = model.countsProperty().get();
        chips.forEach((filter, chip) -> {
            int count = counts.getOrDefault(filter, 0);
            chip.setText(texts.now("jobs.chip", texts.now("jobs.filter." + filter.name()), count));
            if (filter == JobFilter.ELSEWHERE) {
                chip.setVisible(count > 0 || chip.isSelected());
                chip.setManaged(chip.isVisible());
            }
        });
    }

    /** What ended long ago is not among the rows; it is searched in the journal. */
    private ToggleButton lookBack() {
        ToggleButton button = new ToggleButton();
        button.setId("jobs-history");
        button.setGraphic(Icons.WAITING.node());
        button.textProperty().bind(texts.text("jobs.history"));
        button.getStyleClass().add("pane-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            looksBack.set(button.isSelected());
            if (button.isSelected()) {
                past.search();
            }
        });
        return button;
    }

    /** Newest first, or what failed; sorted when the operator says so, not while looking. */
    private ToggleButton failedFirst() {
        ToggleButton button = new ToggleButton();
        button.setId("jobs-failed-first");
        button.visibleProperty().bind(looksBack.not());
        button.textProperty().bind(texts.text("jobs.order.failedFirst"));
        button.getStyleClass().add("pane-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e ->
                model.orderProperty()
                        .set(button.isSelected() ? JobOrder.FAILED_FIRST : JobOrder.NEWEST));
        model.orderProperty().subscribe(o -> button.setSelected(o == JobOrder.FAILED_FIRST));
        return button;
    }

    private EmptyState noMatch() {
        Button all = new Button();
        all.textProperty().bind(texts.text("jobs.noMatch.clear"));
        all.setOnAction(e -> {
            search.clear();
            model.filterProperty().set(JobFilter.ALL);
        });
        return new EmptyState(
                Icons.FILTER,
                texts.text("jobs.noMatch.title"),
                texts.text("jobs.noMatch.text"),
                all);
    }
}
