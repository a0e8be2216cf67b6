package org.workspaceadmin.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.workspaceadmin.connection.Marking;

/** How a connection's marking looks, the same wherever it stands. */
public final class ConnectionMark {
    private ConnectionMark() {}

    /**
     * A bar in the marking's colour; a plain one without. Beside a name, which carries the words.
     */
    public static Region bar(Marking marking) {
        Region bar = new Region();
        bar.getStyleClass().addAll("mark-bar", styleClass(marking.colour()));
        return bar;
    }

    /** The marking's short word in its colour; takes no room when there is none. */
    public static Label chip(Marking marking) {
        Label chip = new Label(marking.label());
        chip.getStyleClass().addAll("mark-chip", styleClass(marking.colour()));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setVisible(!marking.label().isEmpty());
        chip.setManaged(chip.isVisible());
        return chip;
    }

    /** The style class that gives a node the colour, as the looked-up colour {@code -wa-mark}. */
    public static String styleClass(Marking.Colour colour) {
        return "mark-" + colour.name().toLowerCase(Locale.ROOT);
    }
}
