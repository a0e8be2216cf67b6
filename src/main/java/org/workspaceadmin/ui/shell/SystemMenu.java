package org.workspaceadmin.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.Texts;

/** What the frame can do, as macOS expects it: in the menu bar of the system. */
final class SystemMenu extends MenuBar {
    private final ShellViewModel model;
    private final Texts texts;

    SystemMenu(
            ShellViewModel model,
            ShellActions actions,
            Texts texts,
            Runnable focusSearch,
            Runnable showKeys) {
        this.model = model;
        this.texts = texts;
        setUseSystemMenuBar(true);
        Menu connection = menu("shell.connection");
        connection.getItems().add(item("shell.connectElsewhere", null, actions::connectElsewhere));
        connection.disableProperty().bind(model.connectionProperty().isNull());
        Menu go = menu("shell.menu.go");
        model.places().addListener((ListChangeListener<Place>) change -> fill(go, focusSearch));
        fill(go, focusSearch);
        Menu help = menu("shell.menu.help");
        help.getItems()
                .addAll(
                        item("shell.keys", Keys.SHEET, showKeys),
                        item("shell.report", null, actions::saveReport),
                        item("about.title", null, actions::showAbout));
        getMenus().addAll(connection, go, help);
    }

    private void fill(Menu go, Runnable focusSearch) {
        go.getItems().clear();
        for (int i = 0; i < model.places().size(); i++) {
            Place place = model.places().get(i);
            go.getItems().add(item(place.titleKey(), Keys.place(i + 1), () -> model.go(place)));
        }
        go.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("shell.search", Keys.SEARCH, focusSearch),
                        item("shell.keys.refresh", Keys.REFRESH, model::refresh));
    }

    private Menu menu(String key) {
        Menu menu = new Menu();
        menu.textProperty().bind(texts.text(key));
        return menu;
    }

    private MenuItem item(String key, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.text(key));
        if (keys != null) {
            item.setAccelerator(keys);
        }
        item.setOnAction(e -> action.run());
        return item;
    }
}
