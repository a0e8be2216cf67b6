package org.workspaceadmin.ui.shell;

import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where a window is.
 *
 * @param x left edge in pixels
 * @param y top edge
 * @param width outer width
 * @param height outer height
 * @param maximized whether it fills the screen; the other numbers are then those it returns to
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    /** The smallest window in which everything looks right. */
    public static final double MIN_WIDTH = 1000;

    /** The smallest window in which everything looks right. */
    public static final double MIN_HEIGHT = 700;

    private static final double GRIP = 80;

    /**
     * These bounds if enough of the title bar can be reached on one of the screens.
     *
     * @param screens visible areas of the screens there are now, the primary one first
     * @return these bounds, or a window of the same size in the middle of the first screen
     */
    public WindowBounds reachableOn(List<Rectangle2D> screens) {
        for (Rectangle2D screen : screens) {
            double right = x + Math.max(width, MIN_WIDTH);
            boolean across = right >= screen.getMinX() + GRIP && x <= screen.getMaxX() - GRIP;
            boolean along = y >= screen.getMinY() && y <= screen.getMaxY() - GRIP;
            if (across && along) {
                return fitting(screen, x, y);
            }
        }
        Rectangle2D first = screens.getFirst();
        WindowBounds sized = fitting(first, x, y);
        return new WindowBounds(
                first.getMinX() + (first.getWidth() - sized.width) / 2,
                first.getMinY() + (first.getHeight() - sized.height) / 2,
                sized.width,
                sized.height,
                maximized);
    }

    /**
     * A first window: comfortable, in the middle.
     *
     * @param screen visible area of the primary screen
     */
    public static WindowBounds initial(Rectangle2D screen) {
        double width = Math.min(1280, screen.getWidth());
        double height = Math.min(820, screen.getHeight());
        return new WindowBounds(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    /**
     * The least width to allow: everything looks right in it, unless a screen is narrower, as one
     * is on which everything is drawn large.
     *
     * @param screens visible areas of the screens there are now
     */
    static double leastWidth(List<Rectangle2D> screens) {
        return screens.stream().mapToDouble(Rectangle2D::getWidth).reduce(MIN_WIDTH, Math::min);
    }

    /** The least height to allow, likewise. */
    static double leastHeight(List<Rectangle2D> screens) {
        return screens.stream().mapToDouble(Rectangle2D::getHeight).reduce(MIN_HEIGHT, Math::min);
    }

    /** Not larger than the screen; what would hang over its edge for that begins at the edge. */
    private WindowBounds fitting(Rectangle2D screen, double left, double top) {
        double wide = Math.min(Math.max(width, MIN_WIDTH), screen.getWidth());
        double high = Math.min(Math.max(height, MIN_HEIGHT), screen.getHeight());
        return new WindowBounds(
                wide < screen.getWidth() ? left : screen.getMinX(),
                high < screen.getHeight() ? top : screen.getMinY(),
                wide,
                high,
                maximized);
    }
}
