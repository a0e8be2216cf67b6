package org.workspaceadmin.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.journal.OutcomeCount;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;

/** How figures are worked out. */
class FiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aDayBeginsAtTheOperatorsMidnight() {
        Instant late = Instant.parse("2026-11-21T17:00:00Z");
        List<OutcomeCount> counts =
                List.of(
                        new OutcomeCount(late, Outcome.SUCCEEDED, 7),
                        new OutcomeCount(late, Outcome.FAILED, 2),
                        new OutcomeCount(late, Outcome.SKIPPED, 5));

        List<DayFigures> there = DayFigures.of(counts, TODAY, ZoneId.of("Asia/Shanghai"));
        List<DayFigures> here = DayFigures.of(counts, TODAY, ZoneOffset.UTC);

        assertThat(there).hasSize(DayFigures.DAYS);
        assertThat(there.getLast()).isEqualTo(new DayFigures(TODAY, 7, 2, 0));
        assertThat(here.getLast().total()).isZero();
        assertThat(here.get(DayFigures.DAYS - 2).total()).isEqualTo(9);
        assertThat(there.getFirst().day()).isEqualTo(TODAY.minusDays(13));
    }

    @Test
    void theSlowestAreThoseThatBeganFirstOfAnyNumber() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<TargetState> targets = new ArrayList<>();
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                targets.add(
                        target(
                                i,
                                random.nextInt(4) == 0 ? Outcome.SUCCEEDED : Outcome.RUNNING,
                                random.nextInt(1000)));
            }
            JobFigures figures = JobFigures.of(List.of(operation(targets)));
            List<Instant> expected =
                    targets.stream()
                            .filter(t -> t.outcome() == Outcome.RUNNING)
                            .map(TargetState::begin)
                            .sorted()
                            .limit(JobFigures.ROWS)
                            .toList();
            assertThat(figures.slowest())
                    .extracting(JobFigures.Slow::begin)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void ofManyOpenOperationsTheNewestAreListedAndAllAreCounted() {
        List<OperationState> open =
                IntStream.range(0, 30)
                        .mapToObj(n -> operation("op-%02d".formatted(n), List.of()))
                        .toList();

        JobFigures figures = JobFigures.of(open);

        assertThat(figures.openTotal()).isEqualTo(30);
        assertThat(figures.open())
                .extracting(OperationState::id)
                .containsExactly("op-29", "op-28", "op-27", "op-26", "op-25");
    }

    private static TargetState target(int n, Outcome outcome, int begin) {
        return new TargetState(
                new Target(Target.Type.DESKTOP, "id-" + n, "D-" + n),
                outcome,
                null,
                "",
                Instant.ofEpochSecond(begin),
                null,
                "",
                "",
                true);
    }

    private static OperationState operation(List<TargetState> targets) {
        return operation("op", targets);
    }

    private static OperationState operation(String id, List<TargetState> targets) {
        return new OperationState(
                id,
                "c",
                "C",
                OperationKind.REBUILD,
                List.of(),
                OperationState.Phase.RUNNING,
                Instant.EPOCH,
                null,
                null,
                "",
                "",
                targets,
                null);
    }
}
