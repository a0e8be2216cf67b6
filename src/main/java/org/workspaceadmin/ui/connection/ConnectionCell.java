package org.workspaceadmin.ui.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.ConnectionMark;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** One kept connection: mark, name, where it goes, who signs in, and what can be done with it. */
final class ConnectionCell extends ListCell<ConnectionEntry> {
    /** What the operator may ask for. */
    enum Command {
        /** Open it. */
        OPEN,
        /** Change it. */
        EDIT,
        /** Begin another like it. */
        DUPLICATE,
        /** Test it. */
        TEST,
        /** Remove it. */
        REMOVE
    }

    /** Hears what is asked of a connection. */
    interface Commands {
        /** Does it. */
        void run(Command command, ConnectionEntry entry);
    }

    private final UiContext context;
    private final Texts texts;
    private final Commands commands;
    private final ConnectionsViewModel model;

    ConnectionCell(ConnectionsViewModel model, UiContext context, Commands commands) {
        this.model = model;
        this.context = context;
        this.commands = commands;
        texts = context.texts();
        getStyleClass().add("connection-cell");
        setPrefWidth(0); // as wide as the list, not as its words
        texts.languageProperty().subscribe(language -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable ConnectionEntry item, boolean empty) {
        super.updateItem(item, empty);
        show(empty ? null : item);
    }

    private void show(@Nullable ConnectionEntry entry) {
        if (entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Connection connection = entry.connection();
        Label name = new Label(connection.name());
        name.getStyleClass().add("entry-name");
        name.setMinWidth(0);
        HBox first = new HBox(name, ConnectionMark.chip(connection.marking()));
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("gap-8");
        badge(first, connection.marking().guarded(), Icons.GUARDED, "connections.guarded");
        badge(first, entry.locked(), Icons.LOCKED, "connections.locked");
        badge(first, entry.attached(), Icons.ON, "connections.attached");
        Label where = muted(ConnectionWords.where(connection));
        Label who = muted(who(entry));
        VBox words = new VBox(first, where, who);
        words.getStyleClass().add("entry-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label used = muted(used(entry.lastUsed()));
        used.setMinWidth(Region.USE_PREF_SIZE);
        HBox row =
                new HBox(
                        ConnectionMark.bar(connection.marking()),
                        words,
                        used,
                        open(entry),
                        more(entry));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        setGraphic(row);
        setAccessibleText(
                connection.name()
                        + ", "
                        + connection.marking().label()
                        + ", "
                        + where.getText()
                        + ", "
                        + who.getText());
    }

    private Button open(ConnectionEntry entry) {
        Button open = new Button();
        boolean opening = model.openingProperty().get().equals(entry.id());
        open.setText(texts.now(opening ? "connections.opening" : "connections.open"));
        open.setDisable(!model.openingProperty().get().isEmpty());
        open.getStyleClass().add("connection-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setFocusTraversable(false); // Enter on the row does the same
        open.setOnAction(e -> commands.run(Command.OPEN, entry));
        return open;
    }

    private MenuButton more(ConnectionEntry entry) {
        MenuButton more = new MenuButton();
        more.setGraphic(Icons.MORE.node());
        more.setAccessibleText(texts.now("connections.more", entry.connection().name()));
        more.getStyleClass().addAll("flat", "button-icon", "no-arrow", "connection-more");
        items(more.getItems()::add, entry);
        ContextMenu menu = new ContextMenu();
        items(menu.getItems()::add, entry);
        setContextMenu(menu);
        return more;
    }

    private void items(Consumer<MenuItem> to, ConnectionEntry entry) {
        for (Command command : Command.values()) {
            if (command == Command.REMOVE) {
                if (entry.locked()) {
                    continue;
                }
                to.accept(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(texts.now("connections.command." + command));
            item.setId("command-" + command);
            item.setOnAction(e -> commands.run(command, entry));
            to.accept(item);
        }
    }

    private void badge(HBox line, boolean holds, Icons icon, String key) {
        if (holds) {
            Label badge = new Label(texts.now(key), icon.node());
            badge.getStyleClass().addAll("entry-badge", "text-small");
            badge.setMinWidth(0);
            line.getChildren().add(badge);
        }
    }

    private Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setMinWidth(0);
        return label;
    }

    private String who(ConnectionEntry entry) {
        String who = ConnectionWords.who(entry.connection().identity(), texts);
        if (entry.attached()) {
            return who;
        }
        boolean temporary = entry.connection().signIn() == SignInKind.TEMPORARY_KEY;
        String kept =
                texts.now(
                        entry.remembered()
                                ? "connections.remembered"
                                : temporary
                                        ? "connections.notRemembered.temporary"
                                        : "connections.notRemembered");
        return who + "  ·  " + kept;
    }

    private String used(@Nullable Instant when) {
        return when == null
                ? texts.now("connections.neverUsed")
                : texts.messages().ago(Duration.between(when, context.now().get()));
    }
}
