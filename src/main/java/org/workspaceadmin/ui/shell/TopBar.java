package org.workspaceadmin.ui.shell;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** Connection, search, theme, language and keys on top of the window. */
final class TopBar extends HBox {
    private final ShellViewModel model;
    private final ShellActions actions;
    private final Texts texts;
    private final CustomTextField search = new CustomTextField();

    TopBar(
            ShellViewModel model,
            ShellActions actions,
            UiContext context,
            Overlay overlay,
            Skin skin,
            ShellMemory memory,
            Runnable showKeys) {
        this.model = model;
        this.actions = actions;
        texts = context.texts();
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region left = spring();
        Region right = spring();
        buildSearch();
        getChildren()
                .addAll(
                        new ConnectionSwitcher(model, actions, texts),
                        new GuardButton(model, context, overlay),
                        left,
                        search,
                        right,
                        themes(skin, memory),
                        languages(memory),
                        report(),
                        keys(showKeys),
                        settings());
    }

    /** Puts the cursor into the search box with its text selected. */
    void focusSearch() {
        if (search.isVisible()) {
            search.requestFocus();
            search.selectAll();
        }
    }

    private void buildSearch() {
        search.setId("search");
        search.getStyleClass().add("search-box");
        FontIcon glass = Icons.SEARCH.node();
        glass.getStyleClass().add("search-glass");
        HBox left = new HBox(glass);
        left.getStyleClass().add("search-left");
        search.setLeft(left);
        Button empty = new Button();
        empty.setGraphic(Icons.CLOSE.node());
        empty.getStyleClass().addAll("flat", "search-empty");
        empty.setFocusTraversable(false);
        empty.accessibleTextProperty().bind(texts.text("shell.search.empty"));
        empty.setOnAction(e -> search.clear());
        empty.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setRight(empty);
        search.promptTextProperty()
                .bind(texts.text("shell.search.prompt", Keys.SEARCH.getDisplayText()));
        search.accessibleTextProperty().bind(texts.text("shell.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.visibleProperty().bind(model.connectionProperty().isNotNull());
        search.setOnKeyPressed(e -> {
            Place place = model.currentProperty().get();
            if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                e.consume();
            } else if (place != null
                    && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN)) {
                place.screen().focus();
                e.consume();
            }
        });
    }

    private MenuButton themes(Skin skin, ShellMemory memory) {
        MenuButton button = iconMenu("theme", "shell.theme");
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("theme-" + theme);
            item.textProperty().bind(texts.text("shell.theme." + theme));
            item.setToggleGroup(group);
            item.setSelected(skin.themeProperty().get() == theme);
            item.setOnAction(e -> {
                skin.themeProperty().set(theme);
                memory.theme(theme);
            });
            button.getItems().add(item);
        }
        button.graphicProperty().bind(skin.themeProperty().map(theme -> icon(theme).node()));
        return button;
    }

    private static Icons icon(Theme theme) {
        return switch (theme) {
            case LIGHT -> Icons.LIGHT;
            case DARK -> Icons.DARK;
            case SYSTEM -> Icons.SYSTEM;
        };
    }

    private MenuButton languages(ShellMemory memory) {
        MenuButton button = iconMenu("language", "shell.language");
        button.setGraphic(Icons.LANGUAGE.node());
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.ownName());
            item.setId("language-" + language);
            item.setToggleGroup(group);
            item.setSelected(texts.languageProperty().get() == language);
            item.setOnAction(e -> {
                texts.setLanguage(language);
                memory.language(language);
            });
            button.getItems().add(item);
        }
        return button;
    }

    private Button report() {
        Button button = new Button();
        button.setId("report");
        button.setGraphic(Icons.REPORT.node());
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.text("shell.report"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("shell.report"));
        button.setTooltip(tooltip);
        button.setOnAction(e -> actions.saveReport());
        return button;
    }

    private Button keys(Runnable showKeys) {
        Button button = new Button();
        button.setId("keys");
        button.setGraphic(Icons.KEYBOARD.node());
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.text("shell.keys"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.concat(texts.text("shell.keys"), "  ", Keys.SHEET.getDisplayText()));
        button.setTooltip(tooltip);
        button.setOnAction(e -> showKeys.run());
        return button;
    }

    private Button settings() {
        Button button = new Button();
        button.setId("settings");
        button.setGraphic(Icons.SETTINGS.node());
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.text("shell.settings"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("shell.settings"));
        button.setTooltip(tooltip);
        button.setOnAction(e -> actions.showSettings());
        return button;
    }

    private MenuButton iconMenu(String id, String nameKey) {
        MenuButton button = new MenuButton();
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        button.accessibleTextProperty().bind(texts.text(nameKey));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text(nameKey));
        button.setTooltip(tooltip);
        return button;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
