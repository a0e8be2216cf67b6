package org.workspaceadmin.ui.operation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** In which waves, until how many failures, and when: one side of the dialog. */
final class HowToSendPane extends ScrollPane {
    private final OperationViewModel model;
    private final HowToSend how;
    private final Texts texts;
    private final VBox waveFields = new VBox();
    private final VBox timeFields = new VBox();
    private final RadioButton atOnce;
    private final RadioButton inWaves;
    private final CheckBox ready;
    private final CheckBox maintenance;
    private final ComboBox<Boolean> unit = new ComboBox<>();
    private final Label result = small();
    private final Label mistake = small();

    HowToSendPane(OperationViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        how = model.howToSend();
        getStyleClass().add("how-to-send");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        ToggleGroup pace = new ToggleGroup();
        atOnce = radio("operation.send.atOnce", pace, "send-at-once");
        inWaves = radio("operation.send.inWaves", pace, "send-in-waves");
        choose(atOnce, inWaves, how.wavesProperty());
        HBox sizes =
                row(
                        box("operation.send.trial", how.trialProperty(), "send-trial"),
                        box("operation.send.step", how.stepProperty(), "send-step"));
        unit.getItems().addAll(true, false);
        unit.setConverter(words());
        unit.setValue(how.percentProperty().get());
        unit.valueProperty()
                .subscribe(percent -> how.percentProperty().set(percent == null || percent));
        unit.getStyleClass().add("send-unit");
        unit.accessibleTextProperty().bind(texts.text("operation.send.unit"));
        HBox budget = row(box("operation.send.budget", how.budgetProperty(), "send-budget"), unit);
        budget.setAlignment(Pos.BOTTOM_LEFT);
        ready = check("operation.send.ready", how.readyProperty(), "send-ready");
        CheckBox ask = check("operation.send.ask", how.askProperty(), "send-ask");
        waveFields.getChildren().addAll(sizes, budget, ready, ask, hint("operation.send.noCancel"));
        waveFields.getStyleClass().add("gap-8");
        shownWith(waveFields, how.wavesProperty());

        ToggleGroup when = new ToggleGroup();
        RadioButton now = radio("operation.send.now", when, "send-now");
        RadioButton at = radio("operation.send.at", when, "send-later");
        choose(now, at, how.laterProperty());
        DatePicker day = new DatePicker();
        day.valueProperty().bindBidirectional(how.dateProperty());
        day.getStyleClass().add("send-date");
        day.setPrefWidth(196);
        FieldBox date = new FieldBox(texts, "operation.send.date", day);
        HBox moment = row(date, box("operation.send.time", how.timeProperty(), "send-time"));
        timeFields.getChildren().addAll(moment, hint("operation.send.needsProgram"));
        timeFields.getStyleClass().add("gap-8");
        shownWith(timeFields, how.laterProperty());

        maintenance =
                check("operation.send.maintenance", how.maintenanceProperty(), "send-maintenance");
        maintenance.managedProperty().bind(maintenance.visibleProperty());
        result.getStyleClass().addAll("text-muted", "send-result");
        mistake.getStyleClass().addAll("field-message", "text-danger", "send-mistake");
        mistake.managedProperty().bind(mistake.visibleProperty());
        VBox content =
                new VBox(
                        head("operation.send.waves.head"),
                        row(atOnce, inWaves),
                        waveFields,
                        head("operation.send.when.head"),
                        row(now, at),
                        timeFields,
                        mistake,
                        maintenance,
                        result);
        content.getStyleClass().add("how-to-send-content");
        setContent(content);
    }

    /** Shows what the view model says now. */
    void draw() {
        Plan plan = model.planProperty().get();
        boolean several = model.count() > 1;
        inWaves.setDisable(!several && !how.wavesProperty().get());
        String kind = "operation.send.ready." + model.kind().name();
        ready.setVisible(texts.has(kind));
        ready.setManaged(ready.isVisible());
        if (ready.isVisible()) {
            ready.setText(texts.now(kind));
        }
        maintenance.setVisible(
                how.maintenanceProperty().get()
                        || (plan != null
                                && plan.exclusions().stream()
                                        .anyMatch(e -> e.reason() == Plan.Reason.MAINTENANCE)));
        Line wrong = model.sendMistake();
        mistake.setVisible(wrong != null);
        mistake.setText(wrong == null ? "" : Sentences.of(texts, wrong));
        mistake.setGraphic(wrong == null ? null : Icons.BAD.node());
        result.setText(
                plan == null || plan.requests().isEmpty()
                        ? ""
                        : texts.now(
                                "operation.send.result",
                                plan.waves().size(),
                                plan.requests().size()));
        // the words of the unit follow the language
        Boolean chosen = unit.getValue();
        unit.setButtonCell(new UnitCell());
        unit.setCellFactory(view -> new UnitCell());
        unit.setValue(chosen);
    }

    private final class UnitCell extends ListCell<Boolean> {
        @Override
        protected void updateItem(@Nullable Boolean item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : word(item));
        }
    }

    private String word(boolean percent) {
        return texts.now(percent ? "operation.send.percent" : "operation.send.desktops");
    }

    private StringConverter<Boolean> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Boolean value) {
                return value == null ? "" : word(value);
            }

            @Override
            public Boolean fromString(String text) {
                return text.equals(word(true));
            }
        };
    }

    private static void choose(RadioButton no, RadioButton yes, BooleanProperty property) {
        property.subscribe(chosen -> (chosen ? yes : no).setSelected(true));
        yes.setOnAction(e -> property.set(true));
        no.setOnAction(e -> property.set(false));
    }

    private RadioButton radio(String key, ToggleGroup group, String styleClass) {
        RadioButton button = new RadioButton();
        button.textProperty().bind(texts.text(key));
        button.setToggleGroup(group);
        button.getStyleClass().add(styleClass);
        return button;
    }

    private CheckBox check(String key, BooleanProperty value, String styleClass) {
        CheckBox check = new CheckBox();
        if (!key.equals("operation.send.ready")) {
            check.textProperty().bind(texts.text(key));
        }
        check.selectedProperty().bindBidirectional(value);
        check.setWrapText(true);
        check.setMinHeight(Region.USE_PREF_SIZE);
        check.getStyleClass().add(styleClass);
        return check;
    }

    private FieldBox box(String key, StringProperty value, String styleClass) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.getStyleClass().add(styleClass);
        field.setPrefColumnCount(8);
        FieldBox box = new FieldBox(texts, key, field);
        box.setPrefWidth(196);
        return box;
    }

    private Label head(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().add("text-strong");
        return label;
    }

    private Label hint(String key) {
        Label label = small();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().add("text-muted");
        return label;
    }

    private static Label small() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-small");
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private static void shownWith(Region part, BooleanProperty property) {
        part.managedProperty().bind(part.visibleProperty());
        part.visibleProperty().bind(property);
    }
}
