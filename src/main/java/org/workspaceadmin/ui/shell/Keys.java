package org.workspaceadmin.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The frame's keys, as each system expects them. */
final class Keys {
    static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination REFRESH =
            MAC
                    ? new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN)
                    : new KeyCodeCombination(KeyCode.F5);
    static final KeyCombination SHEET = new KeyCodeCombination(KeyCode.F1);

    private Keys() {}

    /**
     * The key of a place.
     *
     * @param number 1-9
     */
    static KeyCombination place(int number) {
        return new KeyCodeCombination(
                KeyCode.valueOf("DIGIT" + number),
                MAC ? KeyCombination.META_DOWN : KeyCombination.ALT_DOWN);
    }
}
