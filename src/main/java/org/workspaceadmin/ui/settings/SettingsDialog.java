package org.workspaceadmin.ui.settings;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The dialog with all settings: panes at the left, one save button for all of them. */
public final class SettingsDialog extends VBox {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 640;
    private static final double PLACES = 152;

    private final SettingsViewModel model;
    private final Texts texts;
    private final Map<Section, Region> panes = new EnumMap<>(Section.class);
    private final Map<Section, ToggleButton> places = new EnumMap<>(Section.class);
    private final ScrollPane scroll = new ScrollPane();
    private final Button save = new Button();
    private final Runnable showAbout;
    private final Runnable onClose;

    /** The panes. */
    public enum Section {
        /** Appearance and refresh. */
        GENERAL,
        /** Proxy and authorities. */
        NETWORK,
        /** Where secrets lie. */
        SECRETS
    }

    private SettingsDialog(
            SettingsViewModel model,
            SecretsViewModel secrets,
            UiContext context,
            Runnable showAbout,
            Runnable onClose) {
        this.model = model;
        this.showAbout = showAbout;
        this.texts = context.texts();
        this.onClose = onClose;
        getStyleClass().addAll("operation-dialog", "settings-dialog");
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(texts.text("settings.title"));
        panes.put(Section.GENERAL, new GeneralPane(model, texts));
        panes.put(Section.NETWORK, new NetworkPane(model, secrets, context));
        panes.put(Section.SECRETS, new SecretsPane(secrets, texts));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox body = new HBox(places(), scroll);
        body.getStyleClass().addAll("dialog-body", "settings-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(header(), body, footer());
    }

    /**
     * Opens the settings.
     *
     * @param overlay the layer of dialogs
     * @param port the program
     * @param context what every screen is given
     * @param section the pane to begin with
     */
    public static void open(
            Overlay overlay, SettingsPort port, UiContext context, Section section) {
        SettingsViewModel model =
                new SettingsViewModel(port, context.workers(), context.timer(), context.ui());
        SecretsViewModel secrets = new SecretsViewModel(port.signIns(), context.ui());
        SettingsDialog dialog =
                new SettingsDialog(model, secrets, context, port::showAbout, overlay::close);
        dialog.show(section);
        overlay.open(dialog, dialog.first(section), overlay::close, model::close);
        model.start();
        secrets.tryOut();
    }

    private Node first(Section section) {
        ToggleButton place = places.get(section);
        return place == null ? save : place;
    }

    private void show(Section section) {
        places.forEach((each, button) -> button.setSelected(each == section));
        scroll.setContent(panes.get(section));
        scroll.setVvalue(0);
    }

    private HBox header() {
        FontIcon icon = Icons.SETTINGS.node();
        icon.getStyleClass().add("dialog-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("settings.title"));
        title.getStyleClass().addAll("text-title", "dialog-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("button-icon", "flat", "dialog-close");
        close.accessibleTextProperty().bind(texts.text("operation.close"));
        close.setFocusTraversable(false);
        close.setOnAction(e -> onClose.run());
        HBox header = new HBox(icon, title, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    private VBox places() {
        VBox box = new VBox();
        box.getStyleClass().add("settings-places");
        box.setMinWidth(PLACES);
        box.setPrefWidth(PLACES);
        ToggleGroup group = new ToggleGroup();
        for (Section section : Section.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("settings-" + section);
            button.textProperty().bind(texts.text("settings.section." + section));
            button.getStyleClass().add("settings-place");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setOnAction(e -> show(section));
            places.put(section, button);
            box.getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Hyperlink about = new Hyperlink();
        about.setId("settings-about");
        about.textProperty().bind(texts.text("about.link"));
        about.setOnAction(e -> showAbout.run());
        box.getChildren().addAll(gap, about);
        return box;
    }

    private HBox footer() {
        Label note = new Label();
        note.textProperty().bind(texts.text("settings.when"));
        note.getStyleClass().addAll("text-small", "text-muted");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.textProperty().bind(texts.text("operation.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> onClose.run());
        save.setId("settings-save");
        save.textProperty().bind(texts.text("settings.save"));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(e -> {
            if (model.save()) {
                onClose.run();
            } else {
                show(Section.NETWORK);
            }
        });
        HBox footer = new HBox(note, cancel, save);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        return footer;
    }
}
