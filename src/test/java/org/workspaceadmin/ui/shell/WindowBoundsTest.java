package org.workspaceadmin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1400);

    @Test
    void aWindowOnAScreenStaysWhereItWas() {
        WindowBounds there = new WindowBounds(2000, 40, 1400, 900, true);
        assertThat(there.reachableOn(List.of(LEFT, RIGHT))).isEqualTo(there);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddle() {
        WindowBounds there = new WindowBounds(2000, 40, 1400, 900, false);
        assertThat(there.reachableOn(List.of(LEFT)))
                .isEqualTo(new WindowBounds(260, 90, 1400, 900, false));
    }

    @Test
    void aWindowAboveTheScreenComesBack() {
        WindowBounds there = new WindowBounds(100, -500, 1400, 900, false);
        assertThat(there.reachableOn(List.of(LEFT)).y()).isEqualTo(90);
    }

    @Test
    void aWindowIsNeitherTooSmallNorLargerThanItsScreen() {
        assertThat(new WindowBounds(0, 0, 10, 10, false).reachableOn(List.of(LEFT)))
                .isEqualTo(new WindowBounds(0, 0, 1000, 700, false));
        assertThat(new WindowBounds(0, 0, 5000, 5000, false).reachableOn(List.of(LEFT)))
                .isEqualTo(new WindowBounds(0, 0, 1920, 1080, false));
    }

    @Test
    void onAScreenDrawnLargeTheWindowEndsWhereTheScreenEnds() {
        Rectangle2D doubled = new Rectangle2D(0, 0, 960, 540);

        assertThat(new WindowBounds(120, 80, 1280, 820, false).reachableOn(List.of(doubled)))
                .isEqualTo(new WindowBounds(0, 0, 960, 540, false));
        assertThat(WindowBounds.leastWidth(List.of(LEFT, doubled))).isEqualTo(960);
        assertThat(WindowBounds.leastHeight(List.of(LEFT, doubled))).isEqualTo(540);
        assertThat(WindowBounds.leastWidth(List.of(LEFT, RIGHT))).isEqualTo(1000);
        assertThat(WindowBounds.leastHeight(List.of(LEFT, RIGHT))).isEqualTo(700);
    }

    @Test
    void theFirstWindowIsInTheMiddle() {
        assertThat(WindowBounds.initial(LEFT))
                .isEqualTo(new WindowBounds(320, 130, 1280, 820, false));
        assertThat(WindowBounds.initial(new Rectangle2D(0, 0, 1000, 1000)).width()).isEqualTo(1000);
    }
}
