package org.workspaceadmin.ui.common;

/**
 * What a state says to the operator. Each tone has its own shape and its own colour class, so that
 * colour never says anything alone.
 */
public enum Tone {
    /** As it should be. */
    GOOD(Icons.GOOD),
    /** On or running, which is neither good nor bad. */
    ON(Icons.ON),
    /** Under way. */
    UNDER_WAY(Icons.UNDER_WAY),
    /** Not begun. */
    WAITING(Icons.WAITING),
    /** Needs attention. */
    ATTENTION(Icons.ATTENTION),
    /** Failed. */
    BAD(Icons.BAD),
    /** Off, or nothing to say. */
    OFF(Icons.OFF),
    /** Not known. */
    UNKNOWN(Icons.UNKNOWN),
    /** Left out on purpose. */
    SKIPPED(Icons.SKIPPED);

    private final Icons icon;
    private final String styleClass;

    Tone(Icons icon) {
        this.icon = icon;
        styleClass = "tone-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Its shape. */
    public Icons icon() {
        return icon;
    }

    /** Its colour, as a style class. */
    public String styleClass() {
        return styleClass;
    }
}
