package org.workspaceadmin.ui.connection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.SecretField;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The inputs of a sign-in: which kind, its fields, and one button that fills them from the
 * clipboard. For somebody who is known, only what is missing.
 */
public final class SignInFields extends VBox implements SignInForm {
    private static final int LONGEST_SHOWN_KEY = 12;
    private static final double KIND_WIDTH = 140;

    private final SignInViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final Map<Field, Control> inputs = new EnumMap<>(Field.class);
    private final StringProperty pasteMessage = new SimpleStringProperty("");

    /**
     * Inputs.
     *
     * @param model what is typed
     * @param context language and clipboard
     */
    public SignInFields(SignInViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        getStyleClass().add("sign-in-fields");
        model.known().ifPresentOrElse(this::addWho, () -> getChildren().add(kinds()));
        getChildren().add(pasteLine());
        addPassword();
        addKeys();
        model.kindProperty().subscribe(kind -> pasteMessage.set(""));
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void focusFirst() {
        focus(model.firstEmpty());
    }

    @Override
    public Optional<SignIn> read() {
        Optional<Field> wrong = model.judgeAll();
        wrong.ifPresent(this::focus);
        return wrong.isPresent() ? Optional.empty() : Optional.of(model.signIn());
    }

    @Override
    public void wipe() {
        model.wipe();
    }

    /** Puts the focus into the secret that a refused sign-in is most likely about. */
    public void focusSecret() {
        focus(
                model.kindProperty().get() == SignInKind.PASSWORD
                        ? Field.PASSWORD
                        : Field.SECRET_KEY);
    }

    /**
     * Puts the focus into an input.
     *
     * @param field one of a sign-in's; another does nothing
     */
    public void focus(Field field) {
        Control input = inputs.get(field);
        if (input != null) {
            input.requestFocus();
        }
    }

    private void addWho(Identity identity) {
        if (!model.namesKnown()) {
            return; // temporary keys are new ones, whoever asks for them
        }
        String name =
                identity.kind() == SignInKind.PASSWORD
                        ? identity.user() + " · " + identity.account()
                        : shortened(identity.accessKey());
        Label who = new Label(name, Icons.USER.node());
        who.setId("sign-in-who");
        who.getStyleClass().add("sign-in-who");
        getChildren().add(who);
    }

    private static String shortened(String key) {
        return key.length() <= LONGEST_SHOWN_KEY
                ? key
                : key.substring(0, 4) + "…" + key.substring(key.length() - 4);
    }

    private VBox kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("choice-row");
        SignInKind[] kinds = {SignInKind.ACCESS_KEY, SignInKind.PASSWORD, SignInKind.TEMPORARY_KEY};
        String[] pills = {"left-pill", "center-pill", "right-pill"};
        Map<SignInKind, ToggleButton> buttons = new EnumMap<>(SignInKind.class);
        for (int i = 0; i < kinds.length; i++) {
            SignInKind kind = kinds[i];
            ToggleButton button = new ToggleButton();
            button.setId("kind-" + kind);
            button.textProperty().bind(texts.text("signIn.kind." + kind));
            button.getStyleClass().add(pills[i]);
            button.setToggleGroup(group);
            button.setPrefWidth(KIND_WIDTH); // the same for all, and growing alike
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.kindProperty().set(kind);
            });
            buttons.put(kind, button);
            row.getChildren().add(button);
        }
        model.kindProperty()
                .subscribe(kind -> {
                    ToggleButton chosen = buttons.get(kind);
                    if (chosen != null) {
                        chosen.setSelected(true);
                    }
                });
        Label hint = new Label();
        hint.getStyleClass().addAll("text-small", "text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "signIn.kind."
                                                        + model.kindProperty().get()
                                                        + ".hint"),
                                model.kindProperty()));
        VBox block = new VBox(row, hint);
        block.getStyleClass().add("field-block");
        return block;
    }

    /** Keys come as a file or as a whole answer more often than one by one. */
    private HBox pasteLine() {
        Button paste = new Button();
        paste.setId("sign-in-paste");
        paste.setGraphic(Icons.PASTE.node());
        paste.getStyleClass().add("small");
        paste.setMinWidth(USE_PREF_SIZE);
        paste.textProperty().bind(texts.text("signIn.paste"));
        paste.setOnAction(e -> {
            boolean filled = context.clipboard().text().map(this::take).orElse(false);
            pasteMessage.set(filled ? "signIn.paste.filled" : "signIn.paste.nothing");
            if (filled) {
                focusFirst();
            }
        });
        Label what = new Label();
        what.setId("sign-in-paste-message");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setWrapText(true);
        what.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                pasteMessage.get().isEmpty()
                                                        ? "signIn.paste.what"
                                                        : pasteMessage.get()),
                                pasteMessage));
        HBox line = new HBox(paste, what);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(what, Priority.ALWAYS);
        line.visibleProperty().bind(model.kindProperty().map(kind -> kind != SignInKind.PASSWORD));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void addPassword() {
        ObservableValue<Boolean> password = kind(SignInKind.PASSWORD);
        if (!model.namesKnown()) {
            TextField account = text("account", model.accountProperty());
            TextField user = text("user", model.userProperty());
            add(Field.ACCOUNT, account, "signIn.account").when(password);
            add(Field.USER, user, "signIn.user").when(password);
        }
        addSecret(Field.PASSWORD, "password", "signIn.password").when(password);
        ObservableValue<Boolean> code =
                Bindings.createBooleanBinding(
                        () ->
                                model.kindProperty().get() == SignInKind.PASSWORD
                                        && model.oneTimeCodeProperty().get(),
                        model.kindProperty(),
                        model.oneTimeCodeProperty());
        boolean codeKnown = model.known().map(Identity::oneTimeCode).orElse(false);
        if (!codeKnown) {
            CheckBox needed = new CheckBox();
            needed.setId("one-time-code");
            needed.textProperty().bind(texts.text("signIn.oneTimeCode.needed"));
            needed.selectedProperty().bindBidirectional(model.oneTimeCodeProperty());
            needed.visibleProperty().bind(password);
            needed.managedProperty().bind(needed.visibleProperty());
            getChildren().add(needed);
        }
        boolean idKnown = model.known().map(who -> !who.userId().isEmpty()).orElse(false);
        if (!idKnown) {
            add(Field.USER_ID, text("user-id", model.userIdProperty()), "signIn.userId")
                    .hint(texts.text("signIn.userId.hint"))
                    .when(code);
        }
        addSecret(Field.PASSCODE, "passcode", "signIn.passcode")
                .hint(texts.text("signIn.passcode.hint"))
                .when(code);
    }

    private void addKeys() {
        ObservableValue<Boolean> keys =
                model.kindProperty().map(kind -> kind != SignInKind.PASSWORD);
        ObservableValue<Boolean> temporary = kind(SignInKind.TEMPORARY_KEY);
        if (!model.namesKnown()) {
            add(Field.ACCESS_KEY, text("access-key", model.accessKeyProperty()), "signIn.accessKey")
                    .when(keys);
        }
        addSecret(Field.SECRET_KEY, "secret-key", "signIn.secretKey").when(keys);
        addSecret(Field.TOKEN, "token", "signIn.token").when(temporary);
        TextField expires = text("expires", model.expiresProperty());
        expires.promptTextProperty().bind(texts.text("signIn.expires.prompt"));
        add(Field.EXPIRES, expires, "signIn.expires")
                .hint(texts.text("signIn.expires.hint"))
                .when(temporary);
    }

    private ObservableValue<Boolean> kind(SignInKind kind) {
        return model.kindProperty().isEqualTo(kind);
    }

    private TextField text(String id, StringProperty property) {
        TextField field = new PastingField();
        field.setId(id);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private FieldBlock addSecret(Field field, String id, String nameKey) {
        SecretField line = new SecretField(model.secret(field), this::take, texts, nameKey);
        line.input().setId(id);
        line.input()
                .promptTextProperty()
                .bind(
                        texts.of(
                                () -> model.keptProperty().get() ? texts.now("signIn.kept") : "",
                                model.keptProperty()));
        return add(field, new FieldBlock(texts.text(nameKey), line.input(), line));
    }

    private FieldBlock add(Field field, Control input, String nameKey) {
        return add(field, new FieldBlock(texts.text(nameKey), input));
    }

    private FieldBlock add(Field field, FieldBlock block) {
        inputs.put(field, block.input());
        block.fault(
                        texts.of(
                                () -> faultText(model.faultProperty(field).get()),
                                model.faultProperty(field)))
                .onLeft(() -> model.left(field));
        block.setId("block-" + field);
        getChildren().add(block);
        return block;
    }

    private String faultText(@Nullable InputFault fault) {
        return fault == null
                ? ""
                : texts.now("connection.fault." + fault.id(), fault.arguments().toArray());
    }

    private boolean take(String text) {
        boolean filled = model.fill(text);
        if (filled) {
            pasteMessage.set("signIn.paste.filled");
        }
        return filled;
    }

    /** A text input into which a whole answer of IAM may be pasted. */
    private final class PastingField extends TextField {
        @Override
        public void paste() {
            String text = Clipboard.getSystemClipboard().getString();
            if (text == null || !take(text)) {
                super.paste();
            }
        }
    }
}
