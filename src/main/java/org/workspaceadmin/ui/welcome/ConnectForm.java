package org.workspaceadmin.ui.welcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.welcome.WelcomeViewModel.Doing;

/** The form that connects to the service. */
final class ConnectForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final WelcomeViewModel model;
    private final Texts texts;
    private final Map<Field, Control> inputs = new EnumMap<>(Field.class);
    private final BooleanBinding idle;

    ConnectForm(WelcomeViewModel model, UiContext context) {
        this.model = model;
        this.texts = context.texts();
        idle = model.doingProperty().isEqualTo(Doing.NOTHING);
        getStyleClass().addAll("card", "welcome-connect");
        FontIcon icon = Icons.CONNECTION.node();
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("welcome.connect.title"));
        title.getStyleClass().add("text-heading");
        title.setGraphic(icon);

        ProblemPane problem = new ProblemPane(context);
        problem.setId("connect-problem");
        problem.problemProperty().bindBidirectional(model.problemProperty());

        VBox form = new VBox(region(), ownEndpoint(), project(), accessKey(), secretKey());
        form.getStyleClass().add("welcome-form");
        form.disableProperty().bind(idle.not());
        getChildren().addAll(title, form, problem, buttons(), next());
        // The form was disabled while the service was asked and lost the focus by that.
        model.problemProperty()
                .subscribe(failure -> {
                    Control last = inputs.get(Field.SECRET_KEY);
                    if (failure != null && last != null) {
                        last.requestFocus();
                    }
                });
    }

    private VBox region() {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId("region");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ChoiceText());
        box.promptTextProperty().bind(texts.text("welcome.region.prompt"));
        List<Choice> choices = new ArrayList<>();
        Regions.all().forEach(region -> choices.add(new Choice(Optional.of(region))));
        choices.add(new Choice(Optional.empty()));
        box.getItems().setAll(choices);
        box.setVisibleRowCount(14);
        box.valueProperty()
                .subscribe(choice -> {
                    model.regionProperty()
                            .set(choice == null ? null : choice.region().orElse(null));
                    model.ownEndpointProperty().set(choice != null && choice.region().isEmpty());
                });
        texts.languageProperty()
                .subscribe(language -> {
                    Choice chosen = box.getValue();
                    box.getItems().setAll(choices);
                    box.setConverter(new ChoiceText());
                    box.setValue(chosen);
                });
        Label address = new Label();
        address.getStyleClass().addAll("text-small", "text-muted");
        address.textProperty()
                .bind(
                        model.regionProperty()
                                .map(region -> region.endpoints().workspace().toString())
                                .orElse(""));
        address.visibleProperty().bind(model.regionProperty().isNotNull());
        address.managedProperty().bind(address.visibleProperty());
        VBox block = block("welcome.region", box, Field.REGION);
        block.getChildren().add(address);
        return block;
    }

    private VBox ownEndpoint() {
        TextField field = new TextField();
        field.setId("endpoint");
        field.setPromptText("https://workspace.example.com");
        field.textProperty().bindBidirectional(model.endpointProperty());
        VBox block = block("welcome.endpoint", field, Field.ENDPOINT);
        block.visibleProperty().bind(model.ownEndpointProperty());
        block.managedProperty().bind(block.visibleProperty());
        return block;
    }

    private VBox project() {
        TextField field = new TextField();
        field.setId("project");
        field.promptTextProperty()
                .bind(
                        Bindings.when(model.ownEndpointProperty())
                                .then(texts.text("welcome.project.needed"))
                                .otherwise(texts.text("welcome.project.prompt")));
        field.textProperty().bindBidirectional(model.projectIdProperty());
        ComboBox<Project> choice = new ComboBox<>(model.projects());
        choice.setId("project-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.promptTextProperty().bind(texts.text("welcome.project.choose"));
        choice.accessibleTextProperty().bind(texts.text("welcome.project.choose"));
        choice.setConverter(new ProjectText());
        choice.valueProperty()
                .subscribe(project -> {
                    if (project != null) {
                        model.projectIdProperty().set(project.id());
                    }
                });
        choice.visibleProperty().bind(Bindings.isNotEmpty(model.projects()));
        choice.managedProperty().bind(choice.visibleProperty());
        Label none = new Label();
        none.setId("no-project");
        none.textProperty().bind(texts.text("welcome.project.none"));
        none.getStyleClass().addAll("text-small", "text-danger");
        none.setWrapText(true);
        none.visibleProperty().bind(model.noProjectProperty());
        none.managedProperty().bind(none.visibleProperty());
        VBox block = block("welcome.project", field, Field.PROJECT);
        block.getChildren().addAll(choice, none);
        return block;
    }

    private VBox accessKey() {
        TextField field = new TextField();
        field.setId("access-key");
        field.textProperty().bindBidirectional(model.accessKeyProperty());
        return block("welcome.accessKey", field, Field.ACCESS_KEY);
    }

    private VBox secretKey() {
        PasswordField field = new PasswordField();
        field.setId("secret-key");
        field.textProperty().bindBidirectional(model.secretKeyProperty());
        field.setOnAction(e -> connect());
        return block("welcome.secretKey", field, Field.SECRET_KEY);
    }

    private HBox buttons() {
        Button connect = new Button();
        connect.setId("connect");
        connect.textProperty().bind(texts.text("welcome.connect"));
        connect.getStyleClass().add("accent");
        connect.setOnAction(e -> connect());
        connect.disableProperty().bind(idle.not());
        Button cancel = new Button();
        cancel.setId("cancel");
        cancel.textProperty().bind(texts.text("welcome.cancel"));
        cancel.setOnAction(e -> model.cancel());
        BooleanBinding connecting = model.doingProperty().isEqualTo(Doing.CONNECTING);
        cancel.visibleProperty().bind(connecting);
        Label asking = new Label();
        asking.textProperty().bind(texts.text("welcome.connecting"));
        asking.getStyleClass().add("text-muted");
        asking.visibleProperty().bind(connecting);
        HBox buttons = new HBox(connect, cancel, asking);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("gap-8");
        return buttons;
    }

    private VBox next() {
        VBox next = new VBox();
        next.getStyleClass().add("welcome-next");
        Label title = new Label();
        title.textProperty().bind(texts.text("welcome.next"));
        title.getStyleClass().addAll("text-small", "text-strong");
        next.getChildren().add(title);
        for (int step = 1; step <= 3; step++) {
            Label line = new Label();
            line.textProperty().bind(texts.text("welcome.next." + step));
            line.getStyleClass().addAll("text-small", "text-muted");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            next.getChildren().add(line);
        }
        return next;
    }

    private void connect() {
        Field wrong = model.connect();
        if (wrong != null && inputs.containsKey(wrong)) {
            inputs.get(wrong).requestFocus();
        }
    }

    private VBox block(String nameKey, Control input, Field field) {
        inputs.put(field, input);
        Label name = new Label();
        name.textProperty().bind(texts.text(nameKey));
        name.getStyleClass().add("field-name");
        name.setLabelFor(input);
        Label fault = new Label();
        fault.setId("fault-" + field);
        fault.getStyleClass().addAll("text-small", "text-danger");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.textProperty()
                .bind(
                        texts.of(
                                () -> faultText(model.faultProperty(field).get()),
                                model.faultProperty(field)));
        fault.visibleProperty().bind(model.faultProperty(field).isNotNull());
        fault.managedProperty().bind(fault.visibleProperty());
        model.faultProperty(field)
                .subscribe(wrong -> {
                    input.pseudoClassStateChanged(WRONG, wrong != null);
                    input.setAccessibleHelp(faultText(wrong));
                });
        input.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        model.left(field);
                    }
                });
        VBox block = new VBox(name, input, fault);
        block.getStyleClass().add("field-block");
        return block;
    }

    private String faultText(@Nullable InputFault fault) {
        return fault == null
                ? ""
                : texts.now("connection.fault." + fault.id(), fault.arguments().toArray());
    }

    /** A region, or none for an address typed by hand. */
    private record Choice(Optional<org.workspaceadmin.connection.Region> region) {}

    private final class ChoiceText extends StringConverter<Choice> {
        @Override
        public String toString(@Nullable Choice choice) {
            if (choice == null) {
                return "";
            }
            boolean chinese = texts.languageProperty().get() == Language.CHINESE;
            return choice.region()
                    .map(r -> (chinese ? r.chinese() : r.english()) + "  ·  " + r.id())
                    .orElseGet(() -> texts.now("welcome.region.other"));
        }

        @Override
        public Choice fromString(String text) {
            throw new UnsupportedOperationException("regions are chosen, not typed");
        }
    }

    private static final class ProjectText extends StringConverter<Project> {
        @Override
        public String toString(@Nullable Project project) {
            return project == null ? "" : project.name() + "  ·  " + project.id();
        }

        @Override
        public Project fromString(String text) {
            throw new UnsupportedOperationException("projects are chosen, not typed");
        }
    }
}
