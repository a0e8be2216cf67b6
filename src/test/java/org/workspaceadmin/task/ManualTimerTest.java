package org.workspaceadmin.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimerTest {
    private final ManualTimer timer = new ManualTimer(Instant.EPOCH);
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsNothingUntilTimeMovesAndThenInOrderOfTime() {
        timer.after(Duration.ofSeconds(2), () -> ran.add("second"));
        timer.after(Duration.ofSeconds(1), () -> ran.add("first"));
        timer.after(Duration.ofSeconds(9), () -> ran.add("late"));
        assertThat(ran).isEmpty();

        assertThat(timer.advance(Duration.ofSeconds(5))).isEqualTo(2);

        assertThat(ran).containsExactly("first", "second");
        assertThat(timer.instant()).isEqualTo(Instant.ofEpochSecond(5));
        assertThat(timer.next()).contains(Duration.ofSeconds(4));
    }

    @Test
    void runsWhatAnActionAsksForOnTheWayAtItsOwnTime() {
        timer.after(
                Duration.ofSeconds(1),
                () ->
                        timer.after(
                                Duration.ofSeconds(1),
                                () -> ran.add(timer.instant().getEpochSecond() + " s")));

        timer.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("2 s");
    }

    @Test
    void forgetsWhatIsCancelled() {
        Timer.Cancel cancel = timer.after(Duration.ZERO, () -> ran.add("never"));

        cancel.cancel();
        cancel.cancel();

        assertThat(timer.runDue()).isZero();
        assertThat(timer.waiting()).isZero();
        assertThat(ran).isEmpty();
    }
}
