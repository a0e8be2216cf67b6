package org.workspaceadmin.ui.desktops;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/**
 * What can be done with the selected rows. A button whose action makes no sense stays reachable,
 * looks faint, and says why: in its tooltip, to a screen reader, and under the bar when pressed.
 */
final class ActionBar extends VBox {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    /** Wide enough that the buttons do not move when the number changes. */
    private static final double LABEL_WIDTH = 144;

    private static final List<DesktopAction> BUTTONS =
            List.of(
                    DesktopAction.REJOIN,
                    DesktopAction.UPDATE_SIDS,
                    DesktopAction.REBUILD,
                    DesktopAction.CHANGE_USER);

    /**
     * A bar.
     *
     * @param model the selection
     * @param commands what the buttons do
     * @param menus makes the items of Power and More
     * @param texts the language
     */
    ActionBar(DesktopsViewModel model, RowCommands commands, RowMenus menus, Texts texts) {
        getStyleClass().add("action-bar");
        Label selected = new Label();
        selected.setId("desktops-selected");
        selected.getStyleClass().add("text-strong");
        selected.setMinWidth(LABEL_WIDTH);
        selected.textProperty()
                .bind(
                        texts.text(
                                "desktops.bar.selected",
                                model.selectionProperty().map(List::size)));
        HBox row = new HBox(selected);
        row.getStyleClass().add("action-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        for (DesktopAction action : BUTTONS) {
            row.getChildren().add(button(action, model, commands, texts));
        }
        MenuButton power = new MenuButton();
        power.setId("desktops-power");
        power.setGraphic(Icons.POWER.node());
        power.textProperty().bind(texts.text("desktops.action.power"));
        power.getItems().setAll(menus.power());
        MenuButton more = new MenuButton();
        more.setId("desktops-more");
        more.setGraphic(Icons.MORE.node());
        more.textProperty().bind(texts.text("desktops.action.more"));
        more.getItems().setAll(menus.more());
        for (MenuButton menu : List.of(power, more)) {
            menu.getStyleClass().addAll("flat", "small");
            menu.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren().addAll(power, space, more);

        Label message = new Label();
        message.setId("desktops-message");
        message.setWrapText(true);
        message.setAccessibleRole(AccessibleRole.TEXT);
        message.getStyleClass().addAll("text-small", "action-message");
        message.textProperty().bind(commands.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(row, message);
    }

    private static Button button(
            DesktopAction action, DesktopsViewModel model, RowCommands commands, Texts texts) {
        Button button = new Button();
        button.setId("desktops-action-" + action.key());
        button.getStyleClass().addAll("flat", "small", "action-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.text("desktops.action." + action.key()));
        button.setOnAction(e -> commands.run(action));
        Tooltip why = new Tooltip();
        Runnable show =
                () -> {
                    Map<DesktopAction, DesktopAction.Obstacle> all =
                            model.obstaclesProperty().get();
                    DesktopAction.Obstacle obstacle = all.get(action);
                    button.pseudoClassStateChanged(UNAVAILABLE, obstacle != null);
                    String said =
                            obstacle == null
                                    ? button.getText()
                                    : RowCommands.unavailable(texts, action, obstacle);
                    button.setAccessibleText(said);
                    why.setText(said + RowMenus.keyOf(action));
                    button.setTooltip(why);
                };
        model.obstaclesProperty().subscribe(show);
        texts.languageProperty().subscribe(show);
        show.run();
        return button;
    }

    static Icons icon(DesktopAction action) {
        return switch (action) {
            case REJOIN -> Icons.REJOIN;
            case UPDATE_SIDS -> Icons.SIDS;
            case REBUILD -> Icons.REBUILD;
            case CHANGE_USER -> Icons.CHANGE_USER;
            case START -> Icons.START;
            case STOP -> Icons.STOP;
            case RESTART -> Icons.RESTART;
            case HIBERNATE -> Icons.PAUSE;
            case LOG_OFF -> Icons.LOG_OFF;
            case NOTIFY -> Icons.MESSAGE;
            case MAINTENANCE_BEGIN, MAINTENANCE_END -> Icons.MAINTENANCE;
            case RENAME -> Icons.RENAME;
        };
    }
}
