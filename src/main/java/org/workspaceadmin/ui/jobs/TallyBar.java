package org.workspaceadmin.ui.jobs;

import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A thin bar parted by outcome; the numbers beside it say the same in words. */
final class TallyBar extends Region {
    private static final double HEIGHT = 6;

    private final Region succeeded = part("succeeded");
    private final Region failed = part("failed");
    private final Region unknown = part("unknown");
    private final Region open = part("open");
    private @Nullable Tally tally;

    TallyBar() {
        getStyleClass().add("tally-bar");
        getChildren().addAll(succeeded, failed, unknown, open);
        setMinSize(40, HEIGHT);
        setPrefSize(48, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(@Nullable Tally shown) {
        tally = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Tally now = tally;
        double whole = now == null ? 0 : now.total() - (double) now.skipped();
        double x = 0;
        for (Region part : List.of(succeeded, failed, unknown, open)) {
            int count = now == null || whole <= 0 ? 0 : count(now, part);
            // what exists is seen, however few it are
            double wide = count == 0 ? 0 : Math.max(3, snapSizeX(getWidth() * count / whole));
            double end = Math.min(getWidth(), x + wide);
            part.setVisible(end > x);
            part.resizeRelocate(x, 0, end - x, HEIGHT);
            x = end;
        }
    }

    private int count(Tally now, Region part) {
        if (part.equals(succeeded)) {
            return now.succeeded();
        }
        if (part.equals(failed)) {
            return now.failed();
        }
        return part.equals(unknown) ? now.unknown() : now.open();
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().addAll("tally", styleClass);
        part.setManaged(false);
        return part;
    }
}
