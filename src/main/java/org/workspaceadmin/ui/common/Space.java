package org.workspaceadmin.ui.common;

/** Distances on the grid of 4 pixels, for layouts that set them in code. */
public final class Space {
    /** Between a label and its field. */
    public static final double TIGHT = 4;

    /** Between related controls. */
    public static final double RELATED = 8;

    /** Around content. */
    public static final double AROUND = 16;

    /** Between groups. */
    public static final double GROUP = 24;

    private Space() {}
}
