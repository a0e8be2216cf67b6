package org.workspaceadmin.connection;

/**
 * How a connection is told apart from others, and whether it is guarded.
 *
 * @param colour of its mark; always shown together with its label or name
 * @param label a short word such as "production", empty for none; at most {@value #LONGEST_LABEL}
 *     characters
 * @param guarded whether it can only be read until somebody unlocks it for a while
 */
public record Marking(Colour colour, String label, boolean guarded) {
    /** Most characters of a label: it stands in the window's top bar. */
    public static final int LONGEST_LABEL = 24;

    /** Unmarked and open. */
    public static final Marking NONE = new Marking(Colour.NONE, "", false);

    /** The colours to choose from; the style sheet knows each by name. */
    public enum Colour {
        /** Not marked. */
        NONE,
        /** For production, by custom. */
        RED,
        /** Orange. */
        ORANGE,
        /** Green. */
        GREEN,
        /** Blue. */
        BLUE,
        /** Purple. */
        PURPLE
    }
}
