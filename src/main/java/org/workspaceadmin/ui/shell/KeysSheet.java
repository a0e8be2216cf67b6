package org.workspaceadmin.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Shortcut;
import org.workspaceadmin.ui.common.Texts;

/** All keys on one sheet over the window; Escape or a click beside it closes it. */
final class KeysSheet extends ModalPane {
    private final ShellViewModel model;
    private final Texts texts;

    KeysSheet(ShellViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("keys-sheet");
        texts.languageProperty()
                .subscribe(language -> {
                    if (isDisplay()) {
                        setContent(sheet());
                    }
                });
    }

    void open() {
        setAlignment(Pos.CENTER);
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        show(sheet());
    }

    private VBox sheet() {
        Label title = new Label(texts.now("shell.keys"));
        title.getStyleClass().add("text-heading");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        int row = 0;
        for (int i = 0; i < model.places().size(); i++) {
            String name = texts.now(model.places().get(i).titleKey());
            row = add(grid, row, Keys.place(i + 1), texts.now("shell.keys.goTo", name));
        }
        row = add(grid, row, Keys.SEARCH, texts.now("shell.search"));
        row = add(grid, row, Keys.REFRESH, texts.now("shell.keys.refresh"));
        row = add(grid, row, Keys.SHEET, texts.now("shell.keys.sheet"));
        Place here = model.currentProperty().get();
        List<Shortcut> more = here == null ? List.of() : here.screen().shortcuts();
        if (here != null && !more.isEmpty()) {
            Label group = new Label(texts.now(here.titleKey()));
            group.getStyleClass().add("keys-group");
            grid.add(group, 0, row++, 2, 1);
            for (Shortcut shortcut : more) {
                row = add(grid, row, shortcut.keys(), texts.now(shortcut.textKey()));
            }
        }
        Button close = new Button(texts.now("shell.close"));
        close.setCancelButton(true);
        close.setOnAction(e -> hide());
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(title, grid, buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return sheet;
    }

    private static int add(GridPane grid, int row, KeyCombination keys, String what) {
        Label key = new Label(keys.getDisplayText());
        key.getStyleClass().add("key-cap");
        Label text = new Label(what);
        grid.add(key, 0, row);
        grid.add(text, 1, row);
        return row + 1;
    }
}
