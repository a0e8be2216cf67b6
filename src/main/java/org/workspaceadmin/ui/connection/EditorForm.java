package org.workspaceadmin.ui.connection;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.ConnectionMark;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.RememberBox;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionsViewModel.Editing;

/** The inputs of a connection, one column: where, sign-in, project, how it looks. */
final class EditorForm extends VBox {
    private final EditorViewModel model;
    private final EditorCommands commands;
    private final Texts texts;
    private final SignInFields signIn;
    private final Map<Field, Control> inputs = new EnumMap<>(Field.class);

    EditorForm(Editing editing, UiContext context) {
        model = editing.model();
        commands = editing.commands();
        texts = context.texts();
        signIn = new SignInFields(model.signIn(), context);
        getStyleClass().add("editor-form");
        VBox project = new ProjectFields(editing, context, this::block);
        VBox remember =
                new RememberBox(
                        model.rememberProperty(),
                        commands.storeProperty(),
                        commands::unlockStore,
                        "editor.remember",
                        context);
        VBox where = section("where", region(), endpoints());
        VBox look = section("look", name(), colours(), label(), guarded());
        project.setDisable(model.locked());
        where.setDisable(model.locked());
        look.setDisable(model.locked());
        if (model.locked()) {
            getChildren().add(lockedHint());
        }
        getChildren().addAll(where, section("signIn", signIn, remember), project, look);
    }

    /** Puts the focus where somebody begins. */
    void focusFirst() {
        if (model.edited().isPresent()) {
            signIn.focusFirst();
        } else {
            focus(Field.REGION);
        }
    }

    /** Puts the focus where a problem is most likely corrected. */
    void focusAfter(Problem problem) {
        switch (problem.kind()) {
            case UNAUTHENTICATED, KEY_LOCKED, ACCOUNT_BLOCKED -> signIn.focusSecret();
            case PROJECT_UNAVAILABLE -> focus(Field.PROJECT);
            default -> focus(Field.REGION);
        }
    }

    /** Puts the focus into an input of the form or of the sign-in. */
    void focus(Field field) {
        Control input = inputs.get(field);
        if (input != null) {
            input.requestFocus();
        } else {
            signIn.focus(field);
        }
    }

    private VBox section(String id, Node... content) {
        Label title = new Label();
        title.textProperty().bind(texts.text("editor.section." + id));
        title.getStyleClass().add("editor-section-title");
        VBox section = new VBox(title);
        section.getChildren().addAll(content);
        section.getStyleClass().add("editor-section");
        section.setId("section-" + id);
        return section;
    }

    private Label lockedHint() {
        Label hint = new Label();
        hint.setGraphic(Icons.LOCKED.node());
        hint.textProperty().bind(texts.text("editor.locked"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("editor-note");
        return hint;
    }

    private FieldBlock region() {
        RegionPicker picker = new RegionPicker(model.regionProperty(), commands::regions, texts);
        ObservableValue<String> address =
                Bindings.createStringBinding(
                        () ->
                                model.draft()
                                        .addresses()
                                        .map(to -> to.workspace().toString())
                                        .orElse(""),
                        model.regionProperty(),
                        model.endpointProperty(ServiceName.WORKSPACE));
        return block(
                        Field.REGION,
                        new FieldBlock(texts.text("editor.region"), picker.input(), picker))
                .hint(address);
    }

    private VBox endpoints() {
        VBox fields = new VBox();
        fields.getStyleClass().add("editor-fields");
        Label hint = new Label();
        hint.textProperty().bind(texts.text("editor.endpoints.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().addAll("text-small", "text-muted");
        fields.getChildren().add(hint);
        for (ServiceName service : ServiceName.values()) {
            TextField field = text("endpoint-" + service, model.endpointProperty(service));
            field.promptTextProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> usualAddress(service),
                                    model.regionProperty(),
                                    model.endpointProperty(ServiceName.WORKSPACE)));
            fields.getChildren()
                    .add(
                            block(
                                    service.field(),
                                    new FieldBlock(
                                            texts.text("editor.endpoint." + service), field)));
        }
        boolean used = !model.draft().endpoints().texts().isEmpty();
        return new Folded(texts, "editor.endpoints", "endpoints", fields, used);
    }

    /** Where a service goes without an address of one's own. */
    private String usualAddress(ServiceName service) {
        var draft = model.draft();
        if (service == ServiceName.WORKSPACE) {
            return Regions.find(draft.region())
                    .map(region -> region.endpoints().workspace().toString())
                    .orElse("https://workspace.example.com");
        }
        return new ConnectionDraft(
                        "",
                        draft.region(),
                        draft.endpoints().with(service, ""),
                        "",
                        draft.generation(),
                        "",
                        Marking.NONE)
                .addresses()
                .map(to -> to.of(service).toString())
                .orElse("");
    }

    private FieldBlock name() {
        TextField field = text("connection-name", model.nameProperty());
        field.promptTextProperty().bind(texts.text("editor.name.prompt"));
        return block(Field.NAME, new FieldBlock(texts.text("editor.name"), field));
    }

    private VBox colours() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("colour-row");
        ToggleButton first = new ToggleButton();
        for (Marking.Colour colour : Marking.Colour.values()) {
            ToggleButton button = colour == Marking.Colour.NONE ? first : new ToggleButton();
            Region dot = new Region();
            dot.getStyleClass().addAll("mark-dot", ConnectionMark.styleClass(colour));
            button.setGraphic(dot);
            button.setId("colour-" + colour);
            button.getStyleClass().add("colour-button");
            button.accessibleTextProperty().bind(texts.text("connection.colour." + colour));
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(texts.text("connection.colour." + colour));
            button.setTooltip(tip);
            button.setToggleGroup(group);
            button.setSelected(model.colourProperty().get() == colour);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.colourProperty().set(colour);
            });
            row.getChildren().add(button);
        }
        return new FieldBlock(texts.text("editor.colour"), first, row)
                .hint(
                        texts.of(
                                () ->
                                        texts.now(
                                                "connection.colour."
                                                        + model.colourProperty().get()),
                                model.colourProperty()));
    }

    private FieldBlock label() {
        TextField field = text("connection-label", model.labelProperty());
        field.promptTextProperty().bind(texts.text("editor.label.prompt"));
        return block(Field.LABEL, new FieldBlock(texts.text("editor.label"), field));
    }

    private VBox guarded() {
        CheckBox box = new CheckBox();
        box.setId("guarded");
        box.textProperty().bind(texts.text("editor.guarded"));
        box.selectedProperty().bindBidirectional(model.guardedProperty());
        Label hint = new Label();
        hint.textProperty().bind(texts.text("editor.guarded.hint"));
        hint.getStyleClass().addAll("text-small", "text-muted", "under-check");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox block = new VBox(box, hint);
        block.getStyleClass().add("field-block");
        return block;
    }

    private TextField text(String id, StringProperty property) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    /** Gives a block its fault and remembers its input. */
    FieldBlock block(Field field, FieldBlock block) {
        inputs.put(field, block.input());
        block.setId("block-" + field);
        HBox.setHgrow(block, Priority.ALWAYS);
        return block.fault(
                        texts.of(
                                () -> faultText(model.faultProperty(field).get()),
                                model.faultProperty(field)))
                .onLeft(() -> model.left(field));
    }

    private String faultText(@Nullable InputFault fault) {
        return fault == null
                ? ""
                : texts.now("connection.fault." + fault.id(), fault.arguments().toArray());
    }
}
