package org.workspaceadmin.ui.common;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state as shape, word and colour. Made once per table cell and changed in place. */
public final class StateBadge extends Label {
    private final FontIcon shape = new FontIcon();
    private @Nullable Tone tone;

    /** An empty badge. */
    public StateBadge() {
        getStyleClass().add("state-badge");
    }

    /**
     * A badge.
     *
     * @param tone shape and colour
     * @param word the state in words
     */
    public StateBadge(Tone tone, String word) {
        this();
        show(tone, word);
    }

    /**
     * Shows a state.
     *
     * @param shown shape and colour
     * @param word the state in words
     */
    public void show(Tone shown, String word) {
        setText(word);
        if (shown == tone) {
            return;
        }
        if (tone != null) {
            getStyleClass().remove(tone.styleClass());
        }
        tone = shown;
        shape.setIconCode(shown.icon().ikon());
        setGraphic(shape);
        getStyleClass().add(shown.styleClass());
    }

    /** Shows nothing. */
    public void clear() {
        setText("");
        setGraphic(null);
        if (tone != null) {
            getStyleClass().remove(tone.styleClass());
            tone = null;
        }
    }
}
