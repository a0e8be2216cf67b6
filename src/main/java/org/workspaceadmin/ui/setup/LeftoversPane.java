package org.workspaceadmin.ui.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.setup.LeftoversViewModel.Row;

/** The search for duplicate and old computer objects, and what it found. */
final class LeftoversPane extends VBox {
    private static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365);
    private static final double HEIGHT = 220;

    private final SetupContext context;
    private final LeftoversViewModel model;
    private final Texts texts;
    private final Button start = new Button();
    private final Button stop = new Button();
    private final Button copy = new Button();
    private final StateBadge state = new StateBadge();
    private final Label advice = new Label();
    private final TableView<Row> table = new TableView<>();

    LeftoversPane(SetupContext context, DirectoryViewModel directory, LeftoversViewModel model) {
        this.context = context;
        this.model = model;
        texts = context.ui().texts();
        getStyleClass().add("gap-8");
        Label what = new Label();
        what.textProperty().bind(texts.text("setup.directory.leftovers.what"));
        for (Label each : new Label[] {what, advice}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
            each.getStyleClass().add("text-muted");
        }
        advice.managedProperty().bind(advice.textProperty().isNotEmpty());
        state.setId("setup-leftovers-state");
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        getChildren().addAll(what, inputs(directory), state, advice, table());
        model.stateProperty().subscribe(now -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    private FlowPane inputs(DirectoryViewModel directory) {
        TextField pattern = new TextField();
        pattern.setId("setup-leftovers-pattern");
        pattern.setPromptText("PC-*");
        pattern.setPrefColumnCount(14);
        pattern.textProperty().bindBidirectional(model.patternProperty());
        ComboBox<Integer> days = new ComboBox<>(FXCollections.observableArrayList(DAYS));
        days.setId("setup-leftovers-days");
        days.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Integer count) {
                        return count == null
                                ? ""
                                : texts.now("setup.directory.leftovers.days.of", count);
                    }

                    @Override
                    public Integer fromString(String text) {
                        return model.daysProperty().get();
                    }
                });
        days.setValue(model.daysProperty().get());
        days.valueProperty().subscribe(chosen -> model.daysProperty().set(chosen));
        start.setId("setup-leftovers-start");
        start.textProperty().bind(texts.text("setup.directory.leftovers.start"));
        start.disableProperty()
                .bind(
                        directory
                                .completeProperty()
                                .not()
                                .or(directory.withAccountProperty().not())
                                .or(
                                        model.stateProperty()
                                                .isEqualTo(LeftoversViewModel.State.RUNNING)));
        start.setOnAction(e -> model.start());
        stop.setId("setup-leftovers-stop");
        stop.textProperty().bind(texts.text("setup.directory.stop"));
        stop.setGraphic(Icons.STOP.node());
        stop.setOnAction(e -> model.stop());
        stop.managedProperty().bind(stop.visibleProperty());
        copy.setId("setup-leftovers-copy");
        copy.setGraphic(Icons.COPY.node());
        copy.getStyleClass().add("flat");
        copy.textProperty().bind(texts.text("setup.directory.leftovers.copy"));
        copy.setOnAction(e -> copy());
        copy.managedProperty().bind(copy.visibleProperty());
        VBox names = field("setup.directory.leftovers.pattern", pattern);
        VBox ages = field("setup.directory.leftovers.days", days);
        FlowPane inputs = new FlowPane(names, ages, start, stop, copy);
        inputs.setRowValignment(javafx.geometry.VPos.BOTTOM);
        inputs.getStyleClass().add("gap-8");
        return inputs;
    }

    private VBox field(String key, javafx.scene.control.Control input) {
        Label name = new Label();
        name.textProperty().bind(texts.text(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(input);
        VBox field = new VBox(name, input);
        field.getStyleClass().add("field-block");
        return field;
    }

    private TableView<Row> table() {
        table.setId("setup-leftovers-table");
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        table.accessibleTextProperty().bind(texts.text("setup.directory.leftovers"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                column("name", 130, row -> row.computer().name()),
                                column("why", 110, this::why),
                                column("password", 150, this::password),
                                column("ou", 280, row -> row.computer().parent())));
        table.managedProperty().bind(table.visibleProperty());
        return table;
    }

    private TableColumn<Row, String> column(String key, double width, Function<Row, String> cell) {
        TableColumn<Row, String> column = new TableColumn<>();
        column.textProperty().bind(texts.text("setup.directory.leftovers." + key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        return column;
    }

    private String why(Row row) {
        return texts.now("setup.directory.leftovers." + (row.duplicate() ? "duplicate" : "old"));
    }

    private String password(Row row) {
        Instant set = row.computer().passwordSet();
        return set == null
                ? "–"
                : texts.messages().ago(Duration.between(set, context.ui().timer().instant()));
    }

    private void draw() {
        LeftoversViewModel.State now = model.stateProperty().get();
        stop.setVisible(now == LeftoversViewModel.State.RUNNING);
        advice.setText("");
        table.setVisible(false);
        copy.setVisible(false);
        switch (now) {
            case IDLE -> state.clear();
            case RUNNING ->
                    state.show(Tone.UNDER_WAY, texts.now("setup.directory.leftovers.running"));
            case DONE -> found();
            case FAILED -> failed();
        }
    }

    private void found() {
        ObjectReport report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        List<Row> rows = model.rows();
        state.show(
                rows.isEmpty() ? Tone.GOOD : Tone.ATTENTION,
                texts.now(
                        "setup.directory.leftovers.found",
                        report.matching(),
                        report.duplicates().size(),
                        report.stale().size()));
        advice.setText(rows.isEmpty() ? "" : texts.now("setup.directory.leftovers.advice"));
        table.setItems(FXCollections.observableArrayList(rows));
        table.setVisible(!rows.isEmpty());
        copy.setVisible(!rows.isEmpty());
        table.refresh();
    }

    private void failed() {
        DirectoryProblem why = model.problemProperty().get();
        String kind = why == null ? "NOT_READ" : why.kind().name();
        String fault =
                why == null || why.fault() == null
                        ? ""
                        : texts.now("directory.ACCOUNT." + why.fault() + ".title");
        state.show(Tone.BAD, texts.now("setup.directory.leftovers.failed." + kind, fault));
        advice.setText(why == null ? "" : why.text());
    }

    private void copy() {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : model.rows()) {
            Instant set = row.computer().passwordSet();
            rows.add(
                    List.of(
                            row.computer().name(),
                            why(row),
                            set == null ? "" : texts.messages().exact(set, ZoneId.systemDefault()),
                            row.computer().distinguishedName()));
        }
        List<String> header =
                List.of("name", "why", "password", "ou").stream()
                        .map(key -> texts.now("setup.directory.leftovers." + key))
                        .toList();
        context.ui().clipboard().copy(new Sheet(header, rows).tabbed());
    }
}
