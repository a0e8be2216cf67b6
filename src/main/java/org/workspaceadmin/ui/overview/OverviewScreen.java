package org.workspaceadmin.ui.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.ui.common.AgeLabel;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The place Overview: five cards, each figure of which opens the list behind it. */
public final class OverviewScreen implements Screen {
    private final OverviewViewModel model;
    private final OverviewLinks links;
    private final Function<OperationState, String> sentence;
    private final UiContext context;
    private final Texts texts;
    private final VBox root = new VBox();
    private final SliceRows status;
    private final SliceRows domain;
    private final Label statusNote = note();
    private final Label domainNote = note();
    private final DaysChart days;
    private final VBox open = new VBox();
    private final VBox slow = new VBox();
    private final Button openAll = new Button();
    private Subscription ticking = Subscription.EMPTY;

    /**
     * A screen that reads nothing before it is shown.
     *
     * @param model its figures
     * @param links the lists behind them
     * @param sentence an operation in words
     * @param context language, threads, ports
     */
    public OverviewScreen(
            OverviewViewModel model,
            OverviewLinks links,
            Function<OperationState, String> sentence,
            UiContext context) {
        this.model = model;
        this.links = links;
        this.sentence = sentence;
        this.context = context;
        texts = context.texts();
        status = new SliceRows(texts, "status", links::desktops);
        domain = new SliceRows(texts, "domain", links::desktops);
        days = new DaysChart(texts, figures -> links.jobsOf(figures.day()));
        open.getStyleClass().add("slice-rows");
        slow.getStyleClass().add("slice-rows");
        openAll.setId("overview-open-all");
        openAll.getStyleClass().addAll("flat", "small");
        openAll.setOnAction(e -> links.openJobs());

        GridPane cards = new GridPane();
        cards.getStyleClass().add("overview-cards");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            cards.getColumnConstraints().add(half);
        }
        cards.addRow(
                0,
                card("overview.status", allDesktops(), status, statusNote),
                card("overview.domain", null, domain, domainNote));
        cards.addRow(1, card("overview.open", openAll, open), card("overview.slowest", null, slow));
        cards.add(card("overview.days", null, days), 0, 2, 2, 1);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("overview-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setId("overview");
        root.getStyleClass().add("overview-screen");
        root.getChildren().addAll(head(), problem(), scroll);
        model.desktopsProperty().subscribe(figures -> drawFleet());
        model.statusProperty().subscribe(fresh -> drawFleet());
        model.daysProperty().subscribe(days::show);
        model.jobsProperty().subscribe(jobs -> drawJobs());
        texts.languageProperty()
                .subscribe(language -> {
                    drawFleet();
                    drawJobs();
                    days.show(model.daysProperty().get());
                });
    }

    private HBox head() {
        Label title = new Label();
        title.textProperty().bind(texts.text("overview.title"));
        title.getStyleClass().add("text-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        AgeLabel age =
                new AgeLabel(texts, context.now(), model.statusProperty().map(FleetStatus::asOf));
        Button again = new Button();
        again.setId("overview-refresh");
        again.setGraphic(Icons.REFRESH.node());
        again.getStyleClass().addAll("flat", "button-icon");
        again.accessibleTextProperty().bind(texts.text("desktops.refresh"));
        again.setOnAction(e -> refresh());
        HBox head = new HBox(title, gap, age, again);
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ProblemPane problem() {
        Button retry = new Button();
        retry.getStyleClass().add(ProblemPane.RETRY);
        retry.textProperty().bind(texts.text("desktops.retry"));
        retry.setOnAction(e -> refresh());
        ProblemPane pane = new ProblemPane(context, retry);
        model.statusProperty().subscribe(fresh -> pane.problemProperty().set(fresh.problem()));
        return pane;
    }

    private Button allDesktops() {
        Button all = new Button();
        all.setId("overview-all-desktops");
        all.getStyleClass().addAll("flat", "small");
        all.textProperty().bind(texts.text("overview.all"));
        all.setOnAction(e -> links.desktops(""));
        return all;
    }

    private VBox card(String key, @Nullable Button more, Node... content) {
        Label title = new Label();
        title.textProperty().bind(texts.text(key));
        title.getStyleClass().add("text-strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap);
        if (more != null) {
            head.getChildren().add(more);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        VBox card = new VBox(head);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("card", "overview-card");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private static Label note() {
        Label note = new Label();
        note.getStyleClass().addAll("text-small", "text-muted");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        return note;
    }

    private void drawFleet() {
        FleetFigures figures = model.desktopsProperty().get();
        FleetStatus fresh = model.statusProperty().get();
        status.show(figures.status(), figures.total());
        domain.show(figures.domain(), figures.domainTotal());
        boolean nothing = figures.total() == 0;
        statusNote.setText(
                nothing
                        ? texts.now(fresh.asOf() == null ? "overview.reading" : "overview.none")
                        : texts.now("overview.total", figures.total()));
        domainNote.setText(
                Boolean.FALSE.equals(fresh.domainOffered())
                        ? texts.now("desktops.domain.notOffered")
                        : nothing ? "" : texts.now("overview.windows", figures.domainTotal()));
    }

    private void drawJobs() {
        JobFigures jobs = model.jobsProperty().get();
        openAll.setText(texts.now("overview.open.all", jobs.openTotal()));
        openAll.setVisible(jobs.openTotal() > 0);
        List<Node> rows = new ArrayList<>();
        if (jobs.attention() > 0) {
            Label attention = new Label(texts.now("overview.attention", jobs.attention()));
            attention.setGraphic(Icons.ATTENTION.node());
            attention.getStyleClass().addAll("text-small", "text-warning");
            rows.add(attention);
        }
        for (OperationState state : jobs.open()) {
            rows.add(row(state));
        }
        if (jobs.open().isEmpty()) {
            rows.add(quiet("overview.open.none"));
        }
        keepFocus(open, rows);
        drawSlow();
    }

    private void drawSlow() {
        JobFigures jobs = model.jobsProperty().get();
        List<Node> rows = new ArrayList<>();
        for (JobFigures.Slow one : jobs.slowest()) {
            Label time =
                    new Label(
                            texts.messages()
                                    .duration(Duration.between(one.begin(), context.now().get())));
            time.getStyleClass().add("numbers");
            rows.add(line("overview-slow-" + one.name(), one.name(), time, one.operationId()));
        }
        if (rows.isEmpty()) {
            rows.add(quiet("overview.slowest.none"));
        }
        keepFocus(slow, rows);
    }

    private Button row(OperationState state) {
        ProgressBar bar = new ProgressBar(state.percent() / 100.0);
        bar.getStyleClass().add("slice-bar");
        bar.setPrefWidth(72);
        bar.setMinWidth(72);
        return line("overview-job-" + state.id(), sentence.apply(state), bar, state.id());
    }

    private Button line(String id, String text, Region value, String operationId) {
        Label name = new Label(text);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(name, value);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setId(id);
        row.setGraphic(line);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().addAll("flat", "slice-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        line.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.setAccessibleText(text);
        row.setOnAction(e -> links.job(operationId));
        return row;
    }

    private Label quiet(String key) {
        Label quiet = new Label(texts.now(key));
        quiet.getStyleClass().add("text-muted");
        quiet.setWrapText(true);
        return quiet;
    }

    /** New rows take the focus over from those of the same name. */
    private static void keepFocus(VBox box, List<Node> rows) {
        String focused =
                box.getChildren().stream()
                        .filter(Node::isFocused)
                        .map(Node::getId)
                        .findFirst()
                        .orElse("");
        box.getChildren().setAll(rows);
        if (!focused.isEmpty()) {
            rows.stream()
                    .filter(row -> focused.equals(row.getId()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        model.looking(true);
        ticking.unsubscribe();
        ticking = context.now().property().subscribe(now -> drawSlow());
    }

    @Override
    public void hidden() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
        model.looking(false);
    }

    /** There is nothing to search here, so desktops are. */
    @Override
    public void search(String text) {
        if (!text.isEmpty()) {
            links.desktops(text);
        }
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void close() {
        hidden();
        model.close();
    }
}
