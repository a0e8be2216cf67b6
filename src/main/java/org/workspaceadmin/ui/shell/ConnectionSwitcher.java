package org.workspaceadmin.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.ui.common.ConnectionMark;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.shell.ShellActions.Choice;

/**
 * Which connection is on screen, by colour, name and label, and the way to the others: those that
 * are open, those that are kept, and the page where they are managed.
 */
final class ConnectionSwitcher extends MenuButton {
    private final ShellViewModel model;
    private final ShellActions actions;
    private final Texts texts;

    ConnectionSwitcher(ShellViewModel model, ShellActions actions, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        setId("connection");
        getStyleClass().addAll("flat", "connection-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
        getItems().add(new MenuItem());
        setOnShowing(e -> fill());
        model.connectionProperty().subscribe(face -> draw(face));
        texts.languageProperty().subscribe(language -> draw(model.connectionProperty().get()));
    }

    private void draw(@Nullable ConnectionFace face) {
        String name = name(face);
        setText(name);
        Label words = new Label(name);
        words.getStyleClass().add("connection-words");
        words.setTooltip(new Tooltip(name));
        HBox shown = new HBox();
        shown.setAlignment(Pos.CENTER_LEFT);
        shown.getStyleClass().add("gap-8");
        Marking marking = face == null ? Marking.NONE : face.marking();
        if (marking.colour() != Marking.Colour.NONE) {
            shown.getChildren().add(ConnectionMark.bar(marking));
        }
        Icons icon = face == null ? Icons.PROGRAM : face.demo() ? Icons.DEMO : Icons.CONNECTION;
        shown.getChildren().addAll(icon.node(), words, ConnectionMark.chip(marking));
        setGraphic(shown);
        String label = marking.label().isEmpty() ? "" : ", " + marking.label();
        setAccessibleText(texts.now("shell.connection") + ": " + name + label);
        boolean choice = face != null || !actions.connections().isEmpty();
        setMouseTransparent(!choice);
        setFocusTraversable(choice);
        getStyleClass().remove("no-arrow");
        if (!choice) {
            getStyleClass().add("no-arrow");
        }
    }

    private String name(@Nullable ConnectionFace face) {
        if (face == null) {
            return texts.now("app.name");
        }
        return face.where().isEmpty() ? face.name() : face.name() + " · " + face.where();
    }

    private void fill() {
        getItems().clear();
        ConnectionFace face = model.connectionProperty().get();
        ToggleGroup group = new ToggleGroup();
        List<Choice> choices = actions.connections();
        for (Choice choice : choices) {
            if (choice.open()) {
                RadioMenuItem item = new RadioMenuItem();
                item.setToggleGroup(group);
                item.setSelected(face != null && face.id().equals(choice.id()));
                getItems().add(dressed(item, choice));
            }
        }
        if (choices.stream().anyMatch(choice -> !choice.open())) {
            Label caption = new Label(texts.now("shell.kept"));
            caption.getStyleClass().addAll("text-small", "text-muted");
            CustomMenuItem heading = new CustomMenuItem(caption, false);
            heading.setDisable(true);
            heading.getStyleClass().add("menu-caption");
            if (!getItems().isEmpty()) {
                getItems().add(new SeparatorMenuItem());
            }
            getItems().add(heading);
        }
        for (Choice choice : choices) {
            if (!choice.open()) {
                getItems().add(dressed(new MenuItem(), choice));
            }
        }
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        if (face != null) {
            MenuItem elsewhere = new MenuItem(texts.now("shell.connectElsewhere"));
            elsewhere.setId("connect-elsewhere");
            elsewhere.setOnAction(e -> actions.connectElsewhere());
            getItems().add(elsewhere);
        }
        MenuItem manage = new MenuItem(texts.now("shell.manageConnections"));
        manage.setId("manage-connections");
        manage.setOnAction(e -> actions.manageConnections());
        getItems().add(manage);
    }

    /** The label stands in words beside the name, since a colour alone says nothing to many. */
    private MenuItem dressed(MenuItem item, Choice choice) {
        Marking marking = choice.marking();
        item.setId("connection-" + choice.id());
        item.setMnemonicParsing(false);
        item.setText(
                marking.label().isEmpty()
                        ? choice.name()
                        : choice.name() + " · " + marking.label());
        item.setGraphic(ConnectionMark.bar(marking));
        item.setOnAction(e -> actions.open(choice.id()));
        return item;
    }
}
