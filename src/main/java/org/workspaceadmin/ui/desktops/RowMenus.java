package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Menu items for rows, and the keys that do the same. */
final class RowMenus {
    /** Each with a letter of its verb; Shift keeps them away from what the toolkit uses. */
    private static final Map<DesktopAction, KeyCombination> KEYS =
            Map.of(
                    DesktopAction.REJOIN, keys(KeyCode.J),
                    DesktopAction.UPDATE_SIDS, keys(KeyCode.S),
                    DesktopAction.REBUILD, keys(KeyCode.B),
                    DesktopAction.CHANGE_USER, keys(KeyCode.U));

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination EXPORT = keys(KeyCode.E);

    private final DesktopsViewModel model;
    private final RowCommands commands;
    private final Texts texts;
    private final Runnable selectAll;
    private final Consumer<List<DesktopItem>> selectThese;

    /**
     * Menus.
     *
     * @param model the selection
     * @param commands what the items do
     * @param texts the language
     * @param selectAll selects every row shown
     * @param selectThese selects exactly these rows
     */
    RowMenus(
            DesktopsViewModel model,
            RowCommands commands,
            Texts texts,
            Runnable selectAll,
            Consumer<List<DesktopItem>> selectThese) {
        this.model = model;
        this.commands = commands;
        this.texts = texts;
        this.selectAll = selectAll;
        this.selectThese = selectThese;
    }

    /** The menu of the table. */
    ContextMenu context() {
        ContextMenu menu = new ContextMenu();
        menu.setId("desktops-context");
        for (DesktopAction action :
                List.of(
                        DesktopAction.REJOIN,
                        DesktopAction.UPDATE_SIDS,
                        DesktopAction.REBUILD,
                        DesktopAction.CHANGE_USER)) {
            menu.getItems().add(action(action));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(power());
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem details = item("desktops.action.showDetails");
        details.setOnAction(e -> model.details().openProperty().set(true));
        menu.getItems().add(details);
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(submenu("operations", operations()), submenu("lists", lists()));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(rows());
        return menu;
    }

    private Menu submenu(String name, List<MenuItem> items) {
        Menu menu = new Menu();
        menu.setId("desktops-menu-" + name);
        menu.textProperty().bind(texts.text("desktops.menu." + name));
        menu.getItems().setAll(items);
        return menu;
    }

    /** Operations, lists, copy and export. */
    List<MenuItem> more() {
        List<MenuItem> items = new ArrayList<>(operations());
        items.add(new SeparatorMenuItem());
        items.addAll(lists());
        items.add(new SeparatorMenuItem());
        items.addAll(rows());
        return items;
    }

    private List<MenuItem> operations() {
        List<MenuItem> items = new ArrayList<>();
        for (DesktopAction action :
                List.of(
                        DesktopAction.LOG_OFF,
                        DesktopAction.NOTIFY,
                        DesktopAction.MAINTENANCE_BEGIN,
                        DesktopAction.MAINTENANCE_END,
                        DesktopAction.RENAME)) {
            items.add(action(action));
        }
        return items;
    }

    /** What begins with a list instead of a selection. */
    private List<MenuItem> lists() {
        MenuItem choose = item("desktops.action.chooseFromList");
        choose.setGraphic(Icons.FROM_LIST.node());
        choose.setOnAction(e -> model.chooseFromList(selectThese));
        MenuItem rename = item("desktops.action.renameFromList");
        rename.setOnAction(e -> model.renameFromList());
        MenuItem users = item("desktops.action.usersFromList");
        users.setOnAction(e -> model.changeUsersFromList());
        return List.of(choose, rename, users);
    }

    /** Start, stop, restart, hibernate. */
    List<MenuItem> power() {
        List<MenuItem> items = new ArrayList<>();
        for (DesktopAction action :
                List.of(
                        DesktopAction.START,
                        DesktopAction.STOP,
                        DesktopAction.RESTART,
                        DesktopAction.HIBERNATE)) {
            items.add(action(action));
        }
        return items;
    }

    /** Copy and export. */
    private List<MenuItem> rows() {
        MenuItem copy = item("desktops.action.copy");
        copy.setOnAction(e -> commands.copy());
        MenuItem ids = item("desktops.action.copyIds");
        ids.setOnAction(e -> commands.copyIds());
        MenuItem selected = item("desktops.action.exportSelected");
        selected.setOnAction(e -> commands.export(true));
        MenuItem shown = item("desktops.action.exportShown");
        shown.setOnAction(e -> commands.export(false));
        MenuItem all = item("desktops.action.selectAll");
        all.setOnAction(e -> selectAll.run());
        for (MenuItem needsRows : List.of(ids, selected)) {
            needsRows.disableProperty().bind(model.selectionProperty().map(rows -> rows.isEmpty()));
        }
        return List.of(all, new SeparatorMenuItem(), copy, ids, selected, shown);
    }

    /** Does what a key stands for. */
    boolean handle(KeyEvent event) {
        if (COPY.match(event)) {
            commands.copy();
            return true;
        }
        if (EXPORT.match(event)) {
            commands.export(!model.selectionProperty().get().isEmpty());
            return true;
        }
        Optional<DesktopAction> action =
                KEYS.entrySet().stream()
                        .filter(e -> e.getValue().match(event))
                        .map(Map.Entry::getKey)
                        .findFirst();
        action.ifPresent(commands::run);
        return action.isPresent();
    }

    /** An action's key in brackets, for tooltips; empty when it has none. */
    static String keyOf(DesktopAction action) {
        KeyCombination key = KEYS.get(action);
        return key == null ? "" : " (" + key.getDisplayText() + ")";
    }

    private MenuItem action(DesktopAction action) {
        MenuItem item = new MenuItem();
        item.setId("desktops-item-" + action.key());
        item.setGraphic(ActionBar.icon(action).node());
        item.setOnAction(e -> commands.run(action));
        item.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    String name = texts.now("desktops.action." + action.key());
                                    DesktopAction.Obstacle obstacle =
                                            model.obstaclesProperty().get().get(action);
                                    return obstacle == null
                                            ? name
                                            : texts.now(
                                                    "desktops.action.itemUnavailable",
                                                    name,
                                                    RowCommands.why(texts, obstacle));
                                },
                                model.obstaclesProperty()));
        item.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.obstaclesProperty().get().containsKey(action),
                                model.obstaclesProperty()));
        return item;
    }

    private MenuItem item(String key) {
        MenuItem item = new MenuItem();
        item.setId(key.replace('.', '-'));
        item.textProperty().bind(texts.text(key));
        return item;
    }

    private static KeyCombination keys(KeyCode code) {
        return new KeyCodeCombination(
                code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
