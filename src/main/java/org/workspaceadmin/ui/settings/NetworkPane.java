package org.workspaceadmin.ui.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.network.CertificateFile;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.settings.SettingsViewModel.Input;

/** The proxy, and the authorities trusted beside the bundled and the system's. */
final class NetworkPane extends VBox {
    private static final double PORT_WIDTH = 96;

    private final SettingsViewModel model;
    private final SecretsViewModel secrets;
    private final UiContext context;
    private final Texts texts;
    private final BooleanBinding manual;

    NetworkPane(SettingsViewModel model, SecretsViewModel secrets, UiContext context) {
        this.model = model;
        this.secrets = secrets;
        this.context = context;
        texts = context.texts();
        manual = model.modeProperty().isEqualTo(ProxyMode.MANUAL);
        getStyleClass().add("settings-pane");
        VBox proxy = new VBox(mode(), system(), address(), exceptions(), signIn());
        proxy.getStyleClass().add("settings-group");
        getChildren().addAll(proxy, authorities());
    }

    private VBox mode() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().addAll("choice-row", "gap-8");
        boolean locked = model.locked(SettingKey.PROXY);
        for (ProxyMode mode : ProxyMode.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("proxy-" + mode);
            button.textProperty().bind(texts.text("settings.proxy." + mode));
            button.setToggleGroup(group);
            button.setSelected(model.modeProperty().get() == mode);
            button.setDisable(locked);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                model.modeProperty().set(mode);
                button.setSelected(true);
            });
            row.getChildren().add(button);
        }
        ToggleButton first = (ToggleButton) row.getChildren().getFirst();
        FieldBlock block = new FieldBlock(texts.text("settings.proxy"), first, row);
        return locked ? LockNote.on(block, true, texts) : block;
    }

    private Label system() {
        Label line = new Label();
        line.setId("system-proxy");
        line.getStyleClass().addAll("text-small", "text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(texts.of(this::systemWay, model.systemProperty()));
        return line;
    }

    private String systemWay() {
        Route route = model.systemProperty().get();
        if (route == null) {
            return texts.now("settings.proxy.now.unknown");
        }
        String why = texts.now("settings.proxy.why." + route.why(), route.rule());
        return route.isDirect()
                ? texts.now("settings.proxy.now.direct", why)
                : texts.now("settings.proxy.now", route.host() + ":" + route.port(), why);
    }

    private HBox address() {
        TextField host = field("proxy-host");
        host.setPromptText("proxy.example.com");
        host.textProperty().bindBidirectional(model.hostProperty());
        TextField port = field("proxy-port");
        port.setPromptText("3128");
        port.textProperty().bindBidirectional(model.portProperty());
        boolean locked = model.locked(SettingKey.PROXY);
        host.setDisable(locked);
        port.setDisable(locked);
        FieldBlock hosts =
                new FieldBlock(texts.text("settings.proxy.host"), host)
                        .fault(fault(Input.HOST))
                        .onLeft(() -> model.judge(Input.HOST));
        FieldBlock ports =
                new FieldBlock(texts.text("settings.proxy.port"), port)
                        .fault(fault(Input.PORT))
                        .onLeft(() -> model.judge(Input.PORT));
        HBox.setHgrow(hosts, Priority.ALWAYS);
        ports.setMinWidth(PORT_WIDTH);
        ports.setPrefWidth(PORT_WIDTH);
        HBox row = new HBox(hosts, ports);
        row.getStyleClass().add("gap-8");
        row.visibleProperty().bind(manual);
        row.managedProperty().bind(manual);
        return row;
    }

    private FieldBlock exceptions() {
        TextField field = field("proxy-exceptions");
        field.setPromptText("10.0.0.0/8, .example.com");
        field.textProperty().bindBidirectional(model.exceptionsProperty());
        field.setDisable(model.locked(SettingKey.PROXY));
        return new FieldBlock(texts.text("settings.proxy.exceptions"), field)
                .hint(texts.text("settings.proxy.exceptions.hint"))
                .when(manual);
    }

    private VBox signIn() {
        TextField user = field("proxy-user");
        user.textProperty().bindBidirectional(model.userProperty());
        PasswordField password = new PasswordField();
        password.setId("proxy-password");
        password.textProperty().subscribe(text -> model.typePassword(password.getCharacters()));
        password.promptTextProperty()
                .bind(
                        Bindings.when(model.userProperty().isEmpty())
                                .then("")
                                .otherwise(texts.text("settings.proxy.password.prompt")));
        FieldBlock users = new FieldBlock(texts.text("settings.proxy.user"), user);
        FieldBlock passwords = new FieldBlock(texts.text("settings.proxy.password"), password);
        HBox.setHgrow(users, Priority.ALWAYS);
        HBox.setHgrow(passwords, Priority.ALWAYS);
        users.setPrefWidth(0);
        passwords.setPrefWidth(0);
        HBox row = new HBox(users, passwords);
        row.getStyleClass().add("gap-8");
        Label where = new Label();
        where.setId("proxy-password-where");
        where.getStyleClass().addAll("text-small", "text-muted");
        where.setWrapText(true);
        where.setMinHeight(Region.USE_PREF_SIZE);
        where.textProperty()
                .bind(texts.of(this::where, secrets.stateProperty(), secrets.askingProperty()));
        VBox box = new VBox(row, where);
        box.getStyleClass().add("field-block");
        BooleanBinding some = model.modeProperty().isNotEqualTo(ProxyMode.NONE);
        box.visibleProperty().bind(some);
        box.managedProperty().bind(some);
        return box;
    }

    private String where() {
        if (secrets.askingProperty().get()) {
            return texts.now("settings.secrets.asking");
        }
        var state = secrets.stateProperty().get();
        String store = texts.now("settings.store." + state.store());
        return state.isReady()
                ? texts.now("settings.proxy.password.kept", store)
                : texts.now(
                        "settings.proxy.password.session",
                        store,
                        texts.now("settings.state." + state.kind()));
    }

    private VBox authorities() {
        Label heading = new Label();
        heading.textProperty().bind(texts.text("settings.pem"));
        heading.getStyleClass().add("field-name");
        HBox line = new HBox(heading);
        boolean locked = model.locked(SettingKey.EXTRA_CA);
        if (locked) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label lock = new Label();
            lock.setGraphic(Icons.LOCKED.node());
            lock.textProperty().bind(texts.text("settings.locked"));
            lock.getStyleClass().addAll("text-small", "text-muted", "settings-lock");
            line.getChildren().addAll(gap, lock);
        }
        Label means = quiet();
        means.textProperty().bind(texts.text("settings.pem.means"));
        Label file = new Label();
        file.setId("pem-file");
        file.setWrapText(true);
        file.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        model.pemProperty().get().isEmpty()
                                                ? texts.now("settings.pem.none")
                                                : model.pemProperty().get(),
                                model.pemProperty()));
        Label fault = quiet();
        fault.setId("pem-fault");
        fault.getStyleClass().remove("text-muted");
        fault.getStyleClass().add("field-message");
        fault.setGraphic(Icons.BAD.node());
        fault.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), true);
        fault.textProperty()
                .bind(
                        texts.of(
                                this::pemFault,
                                model.faultProperty(Input.PEM),
                                model.certificatesProperty()));
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        VBox shown = new VBox();
        shown.setId("pem-certificates");
        shown.getStyleClass().add("settings-group");
        model.certificatesProperty().subscribe(found -> show(shown, found));
        texts.languageProperty().subscribe(l -> show(shown, model.certificatesProperty().get()));
        Button choose = new Button();
        choose.setId("pem-choose");
        choose.textProperty().bind(texts.text("settings.pem.choose"));
        choose.setDisable(locked);
        choose.setOnAction(e -> choose());
        Button remove = new Button();
        remove.setId("pem-remove");
        remove.textProperty().bind(texts.text("settings.pem.remove"));
        if (locked) {
            remove.setDisable(true);
        } else {
            remove.disableProperty().bind(model.pemProperty().isEmpty());
        }
        remove.setOnAction(e -> model.removePem());
        HBox buttons = new HBox(choose, remove);
        buttons.getStyleClass().add("gap-8");
        VBox box = new VBox(line, means, file, fault, shown, buttons);
        box.getStyleClass().add("settings-group");
        return box;
    }

    private void choose() {
        Optional<Path> chosen =
                context.files()
                        .chooseToOpen(
                                texts.now("settings.pem.choose"),
                                texts.now("settings.pem.kind"),
                                List.of("*.pem", "*.crt", "*.cer", "*.der", "*.p7b"));
        chosen.ifPresent(path -> model.choosePem(path.toString()));
    }

    private String pemFault() {
        if (model.faultProperty(Input.PEM).get().isEmpty()) {
            return "";
        }
        CertificateFile file = model.certificatesProperty().get();
        String reasons =
                file == null
                        ? ""
                        : file.faults().stream()
                                .map(f -> texts.now("settings.pem.fault." + f.kind(), f.detail()))
                                .collect(Collectors.joining(" "));
        return texts.now("settings.pem.fault", file == null ? "" : file.path(), reasons);
    }

    private void show(VBox box, @Nullable CertificateFile file) {
        box.getChildren().clear();
        box.setVisible(file != null && !file.certificates().isEmpty());
        box.setManaged(box.isVisible());
        if (file == null) {
            return;
        }
        for (CertificateFile.Shown certificate : file.certificates()) {
            Label subject = new Label(certificate.subject());
            subject.setWrapText(true);
            Label more = quiet();
            more.setText(
                    texts.now("settings.pem.issuer", certificate.issuer())
                            + "\n"
                            + texts.now(
                                    "settings.pem.valid",
                                    day(certificate.from()),
                                    day(certificate.until()))
                            + "\n"
                            + texts.now("settings.pem.fingerprint", certificate.fingerprint()));
            VBox entry = new VBox(subject, more);
            entry.getStyleClass().add("settings-certificate");
            box.getChildren().add(entry);
        }
    }

    private String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.languageProperty().get().locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }

    private ObservableValue<String> fault(Input input) {
        return texts.of(
                () -> {
                    String key = model.faultProperty(input).get();
                    return key.isEmpty() ? "" : texts.now(key);
                },
                model.faultProperty(input));
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static Label quiet() {
        Label label = new Label();
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
