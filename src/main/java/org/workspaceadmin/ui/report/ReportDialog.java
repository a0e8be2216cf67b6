package org.workspaceadmin.ui.report;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.report.Report;
import org.workspaceadmin.report.ReportException;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.report.ReportViewModel.State;

/** What the archive will hold on the left, each file to look through on the right, then saving. */
final class ReportDialog extends VBox {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 640;
    private static final double LEFT = 288;
    private static final double ROW = 32;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("success");

    private final ReportViewModel model;
    private final Texts texts;
    private final Runnable onClose;
    private final ListView<Report.Part> parts = new ListView<>();
    private final PreviewPane preview;
    private final ProblemPane problem;
    private final Label status = new Label();
    private final Button retry = new Button();
    private final Button cancel = new Button();
    private final Button save = new Button();
    private Subscription subscriptions = Subscription.EMPTY;

    ReportDialog(ReportViewModel model, UiContext ui, Runnable onClose) {
        this.model = model;
        this.onClose = onClose;
        texts = ui.texts();
        preview = new PreviewPane(texts);
        getStyleClass().addAll("operation-dialog", "report-dialog");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMinHeight(0);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(texts.text("report.title"));
        retry.textProperty().bind(texts.text("report.retry"));
        retry.getStyleClass().add("small");
        retry.setOnAction(e -> model.gather());
        // no offer to report: this is the report
        problem = new ProblemPane(texts, ui.clipboard(), retry);
        problem.getStyleClass().add("submit-problem");
        HBox.setHgrow(preview, Priority.ALWAYS);
        preview.setMinWidth(0);
        HBox body = new HBox(left(), preview);
        body.getStyleClass().add("dialog-body");
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), problem, body, footer());
        // lists take Escape for themselves, though nothing in them is edited
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        escape();
                    }
                });
    }

    /** Starts gathering and shows how it goes. */
    void start() {
        subscriptions =
                Subscription.combine(
                        model.stateProperty().subscribe(this::draw),
                        texts.languageProperty()
                                .subscribe((was, is) -> draw(model.stateProperty().get())));
        model.start();
    }

    /** Ends it. */
    void stop() {
        subscriptions.unsubscribe();
        model.stop();
    }

    /** What gets the focus first; Enter saves from there too. */
    Node first() {
        return parts;
    }

    /** Gives up saving, else closes. */
    void escape() {
        if (model.stateProperty().get() instanceof State.Saving) {
            model.cancelSaving();
        } else {
            onClose.run();
        }
    }

    private HBox header() {
        FontIcon icon = Icons.REPORT.node();
        icon.getStyleClass().add("dialog-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("report.title"));
        title.getStyleClass().addAll("text-title", "dialog-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("button-icon", "flat", "dialog-close");
        close.accessibleTextProperty().bind(texts.text("report.close"));
        close.setOnAction(e -> onClose.run());
        close.setFocusTraversable(false);
        HBox header = new HBox(icon, title, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    private VBox left() {
        Label intro = new Label();
        intro.textProperty().bind(texts.text("report.intro"));
        intro.setWrapText(true);
        intro.setMinHeight(Region.USE_PREF_SIZE);
        Label contents = new Label();
        contents.textProperty().bind(texts.text("report.contents"));
        contents.getStyleClass().add("field-label");
        contents.setLabelFor(parts);
        parts.getStyleClass().addAll("affected-list", "report-parts");
        parts.setCellFactory(list -> new PartCell(texts));
        parts.setFixedCellSize(ROW);
        parts.setPlaceholder(new SkeletonRows(6, 2));
        parts.setMinHeight(96);
        parts.accessibleTextProperty().bind(texts.text("report.contents"));
        parts.getSelectionModel().selectedItemProperty().subscribe(part -> preview.show(part));
        parts.setOnKeyPressed(e -> {
            // a list takes Enter for itself, and the default button never hears of it
            if (e.getCode() == KeyCode.ENTER) {
                save.fire();
                e.consume();
            }
        });
        VBox.setVgrow(parts, Priority.ALWAYS);
        VBox list = new VBox(contents, parts);
        list.getStyleClass().add("field-box");
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        CheckBox names = new CheckBox();
        names.getStyleClass().add("report-names");
        names.textProperty().bind(texts.text("report.names"));
        names.setWrapText(true);
        names.setMinHeight(Region.USE_PREF_SIZE);
        names.selectedProperty().bindBidirectional(model.withoutNamesProperty());
        Label aboutNames = new Label();
        aboutNames.textProperty().bind(texts.text("report.names.about"));
        aboutNames.getStyleClass().addAll("text-muted", "text-small");
        aboutNames.setWrapText(true);
        aboutNames.setMinHeight(Region.USE_PREF_SIZE);
        VBox choice = new VBox(names, aboutNames);
        choice.getStyleClass().add("field-box");
        VBox left = new VBox(intro, list, choice);
        left.getStyleClass().add("dialog-left");
        left.setPrefWidth(LEFT);
        left.setMinWidth(LEFT);
        left.setMaxWidth(LEFT);
        left.setMinHeight(0);
        return left;
    }

    private HBox footer() {
        status.getStyleClass().addAll("field-message", "report-status");
        status.setWrapText(true);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        cancel.getStyleClass().add("report-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> escape());
        save.textProperty().bind(texts.text("report.save"));
        save.getStyleClass().addAll("accent", "report-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setDefaultButton(true);
        save.setOnAction(e -> model.save());
        HBox footer = new HBox(status, cancel, save);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        return footer;
    }

    private void draw(State state) {
        problem.problemProperty()
                .set(state instanceof State.Failed failed ? failed.problem() : null);
        Report report = state.shown();
        show(report);
        save.setDisable(report == null || state instanceof State.Saving);
        boolean saved = state instanceof State.Saved;
        cancel.setText(texts.now(saved ? "report.close" : "report.cancel"));
        ReportException fault = state instanceof State.Ready ready ? ready.fault() : null;
        status.setText(status(state, fault));
        status.pseudoClassStateChanged(DANGER, fault != null);
        status.pseudoClassStateChanged(GOOD, saved);
        status.setGraphic(fault != null ? Icons.BAD.node() : saved ? Icons.GOOD.node() : null);
    }

    /** A report that is gathered anew keeps the place the reader looks at. */
    private void show(@Nullable Report report) {
        if (report == null) {
            preview.show(null);
            parts.getItems().clear();
            return;
        }
        if (parts.getItems().equals(report.parts())) {
            parts.refresh();
            return;
        }
        parts.getItems().setAll(report.parts());
        parts.getSelectionModel().select(0);
    }

    private String status(State state, @Nullable ReportException fault) {
        if (fault != null) {
            String why =
                    fault.getCause() == null ? "" : String.valueOf(fault.getCause().getMessage());
            return texts.now("report.fault." + fault.reason(), fault.target(), why);
        }
        return switch (state) {
            case State.Gathering gathering -> texts.now("report.gathering");
            case State.Failed failed -> "";
            case State.Saving saving -> texts.now("report.saving");
            case State.Saved saved -> texts.now("report.saved", saved.file().toString());
            case State.Ready ready ->
                    texts.now(
                            "report.contents.summary",
                            ready.report().parts().size(),
                            PartCell.size(texts, ready.report().size()));
        };
    }
}
