package org.workspaceadmin.ui.directory;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.RememberBox;
import org.workspaceadmin.ui.common.SecretField;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The inputs of Directory access, one column: where the directory is, and who reads it. */
final class AccessFields extends VBox {
    private static final double ADDRESS_WIDTH = 136;

    private final DirectoryAccessViewModel model;
    private final Texts texts;
    private final Map<Input, Control> inputs = new EnumMap<>(Input.class);

    AccessFields(DirectoryAccessViewModel model, UiContext context) {
        this.model = model;
        texts = context.texts();
        getStyleClass().addAll("dialog-left", "access-fields");
        Label filled = new Label();
        filled.setId("access-filled");
        filled.textProperty().bind(texts.text("adAccess.filled"));
        filled.getStyleClass().addAll("text-small", "text-muted");
        filled.setWrapText(true);
        filled.setMinHeight(Region.USE_PREF_SIZE);
        filled.visibleProperty().bind(model.filledProperty());
        filled.managedProperty().bind(filled.visibleProperty());
        TextField domain = field(Input.DOMAIN);
        FieldBlock password = password(texts);
        RememberBox remember =
                new RememberBox(
                        model.rememberProperty(),
                        model.storeProperty(),
                        model::unlockStore,
                        "adAccess.remember",
                        context);
        getChildren()
                .addAll(
                        filled,
                        block(Input.DOMAIN, domain),
                        controller(Input.ACTIVE, Input.ACTIVE_NAME),
                        controller(Input.STANDBY, Input.STANDBY_NAME),
                        block(Input.DNS, field(Input.DNS)).hint(texts.text("adAccess.DNS.hint")),
                        block(Input.ACCOUNT, field(Input.ACCOUNT))
                                .hint(texts.text("adAccess.ACCOUNT.hint")),
                        password,
                        remember);
        disableProperty()
                .bind(
                        model.stateProperty()
                                .map(now -> now instanceof DirectoryAccessViewModel.State.Trying));
    }

    /** Puts the focus into an input. */
    void focus(Input input) {
        Control control = inputs.get(input);
        if (control != null) {
            control.requestFocus();
        }
    }

    /** Where somebody begins: the first input with nothing in it. */
    Control first() {
        for (Input input : Input.values()) {
            Control control = inputs.get(input);
            boolean optional =
                    switch (input) {
                        case ACTIVE_NAME, STANDBY, STANDBY_NAME, DNS -> true;
                        default -> false;
                    };
            if (control != null && !optional && model.form().text(input).get().isEmpty()) {
                return control;
            }
        }
        return java.util.Objects.requireNonNull(inputs.get(Input.PASSWORD));
    }

    private HBox controller(Input address, Input name) {
        FieldBlock where = block(address, field(address));
        where.setPrefWidth(ADDRESS_WIDTH);
        where.setMinWidth(ADDRESS_WIDTH);
        TextField full = field(name);
        full.promptTextProperty().bind(texts.text("adAccess.NAME.prompt"));
        FieldBlock called = block(name, full);
        HBox.setHgrow(called, Priority.ALWAYS);
        HBox pair = new HBox(where, called);
        pair.getStyleClass().add("gap-8");
        pair.setMinHeight(Region.USE_PREF_SIZE);
        return pair;
    }

    private FieldBlock password(Texts words) {
        SecretField line =
                new SecretField(model.form().password(), text -> false, words, "adAccess.PASSWORD");
        line.input().setId("access-password");
        line.input()
                .promptTextProperty()
                .bind(
                        words.of(
                                () ->
                                        model.passwordKnown()
                                                ? words.now("adAccess.PASSWORD.known")
                                                : "",
                                model.stateProperty()));
        inputs.put(Input.PASSWORD, line.input());
        return new FieldBlock(words.text("adAccess.PASSWORD"), line.input(), line)
                .fault(fault(Input.PASSWORD))
                .onLeft(() -> model.form().left(Input.PASSWORD));
    }

    private TextField field(Input input) {
        TextField field = new TextField();
        field.setId("access-" + input);
        field.textProperty().bindBidirectional(model.form().text(input));
        inputs.put(input, field);
        return field;
    }

    private FieldBlock block(Input input, TextField field) {
        FieldBlock block =
                new FieldBlock(texts.text("adAccess." + input), field)
                        .fault(fault(input))
                        .onLeft(() -> model.form().left(input));
        block.setMinHeight(USE_PREF_SIZE);
        return block;
    }

    private ObservableValue<String> fault(Input input) {
        var key = model.form().faultProperty(input);
        return texts.of(() -> key.get().isEmpty() ? "" : texts.now(key.get()), key);
    }
}
