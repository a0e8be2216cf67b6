package org.workspaceadmin.ui.settings;

import javafx.scene.control.Label;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Shows that the computer's administrator holds a setting. */
final class LockNote {
    private LockNote() {}

    /**
     * Makes a block read-only with a lock and the reason, where it is held.
     *
     * @param block the input
     * @param locked whether it is held
     * @param texts the language
     */
    static FieldBlock on(FieldBlock block, boolean locked, Texts texts) {
        if (locked) {
            block.input().setDisable(true);
            Label lock = new Label();
            lock.setGraphic(Icons.LOCKED.node());
            lock.textProperty().bind(texts.text("settings.locked"));
            lock.getStyleClass().addAll("text-small", "text-muted", "settings-lock");
            block.aside(lock);
        }
        return block;
    }
}
