package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workspaceadmin.model.OperationKind.REBUILD;
import static org.workspaceadmin.model.OperationState.Phase.ENDED_WITH_FAILURES;
import static org.workspaceadmin.model.OperationState.Phase.RUNNING;
import static org.workspaceadmin.model.OperationState.Phase.SUCCEEDED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;
import org.workspaceadmin.ui.operation.TestDesktops;

class JobTreeTest {
    private final TestContext test = new TestContext();
    private final FakeOperations operations = new FakeOperations();
    private RunTimes times = RunTimes.NONE;
    private final JobsViewModel model =
            new JobsViewModel(
                    operations,
                    TestJobs.remembering(kind -> times),
                    test.ui,
                    state -> "Do " + state.kind());

    private JobRow open(OperationState state) {
        operations.known.add(state);
        model.start();
        JobRow row = model.lines().getFirst();
        model.expand(row);
        return row;
    }

    private List<String> lines() {
        return model.lines().stream().map(JobTreeTest::line).toList();
    }

    private static String line(JobRow row) {
        JobRow.Face face = row.face();
        return switch (face.level()) {
            case OPERATION -> "operation";
            case REQUEST -> "  request " + face.request().number();
            case JOB -> "    job " + face.jobId();
            case TARGET -> "      " + face.target().target().name();
            case FOREIGN -> "foreign " + face.jobId();
        };
    }

    @Test
    void opensRequestsJobsAndTargetsOneBelowTheOther() {
        JobRow operation =
                open(TestJobs.inRequests(1, RUNNING, 2, Collections.nCopies(4, Outcome.RUNNING)));
        assertThat(lines()).containsExactly("operation", "  request 0", "  request 1");

        model.expand(model.lines().get(2));
        assertThat(lines())
                .containsExactly(
                        "operation",
                        "  request 0",
                        "  request 1",
                        "    job job-1-1",
                        "      FIN-0003",
                        "      FIN-0004");

        model.collapse(operation);
        assertThat(lines()).containsExactly("operation");
        assertThat(operation.face().expanded()).isFalse();
    }

    @Test
    void opensASingleRequestAndASingleJobAlongWithWhatHoldsThem() {
        open(TestJobs.inRequests(1, RUNNING, 100, List.of(Outcome.RUNNING, Outcome.RUNNING)));

        assertThat(lines())
                .containsExactly(
                        "operation",
                        "  request 0",
                        "    job job-1-0",
                        "      FIN-0001",
                        "      FIN-0002");
    }

    @Test
    void putsWhatFailedFirstWhenItIsOpenedAndMovesNothingAfterwards() {
        open(
                TestJobs.inRequests(
                        1,
                        RUNNING,
                        2,
                        List.of(
                                Outcome.SUCCEEDED,
                                Outcome.SUCCEEDED,
                                Outcome.RUNNING,
                                Outcome.RUNNING,
                                Outcome.SUCCEEDED,
                                Outcome.FAILED)));
        assertThat(lines())
                .containsExactly("operation", "  request 2", "  request 1", "  request 0");
        model.expand(model.lines().get(1));
        assertThat(lines().subList(3, 5)).containsExactly("      FIN-0006", "      FIN-0005");

        List<Object> moves = new ArrayList<>();
        model.lines().addListener((ListChangeListener<JobRow>) moves::add);
        JobRow second = model.lines().get(5);
        publish(
                TestJobs.inRequests(
                        1,
                        RUNNING,
                        2,
                        List.of(
                                Outcome.SUCCEEDED,
                                Outcome.SUCCEEDED,
                                Outcome.FAILED,
                                Outcome.FAILED,
                                Outcome.SUCCEEDED,
                                Outcome.SUCCEEDED)));

        assertThat(moves).as("no line moved").isEmpty();
        assertThat(second.face().tally().failed()).isEqualTo(2);
        assertThat(model.lines().get(3).face().target().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void appendsRequestsThatReplaceARefusedOne() {
        open(TestJobs.inRequests(1, RUNNING, 2, Collections.nCopies(4, Outcome.RUNNING)));

        publish(TestJobs.inRequests(1, RUNNING, 1, Collections.nCopies(4, Outcome.RUNNING)));

        assertThat(lines())
                .containsExactly(
                        "operation", "  request 0", "  request 1", "  request 2", "  request 3");
    }

    @Test
    void keepsWhatIsOpenWhereItIsWhenANewOperationArrives() {
        JobRow opened =
                open(TestJobs.inRequests(1, RUNNING, 2, Collections.nCopies(4, Outcome.RUNNING)));

        publish(TestJobs.job(2, REBUILD, RUNNING, Outcome.RUNNING));

        assertThat(lines()).containsExactly("operation", "operation", "  request 0", "  request 1");
        assertThat(model.lines().get(1)).isSameAs(opened);
    }

    @Test
    void showsOnlyTheTargetsOfARequestThatIsSelected() {
        open(TestJobs.inRequests(1, RUNNING, 2, Collections.nCopies(4, Outcome.RUNNING)));

        model.rowProperty().set(model.lines().get(2));
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(2, 3);
        assertThat(model.selectedProperty().get()).isSameAs(model.lines().getFirst());

        model.targets().part(null);
        assertThat(model.targets().rows()).hasSize(4);
    }

    @Test
    void groupsFailuresByCauseAndShowsAndRetriesThese() {
        List<Outcome> outcomes =
                IntStream.range(0, 30)
                        .mapToObj(i -> i < 23 ? Outcome.FAILED : Outcome.SUCCEEDED)
                        .toList();
        OperationState state =
                TestJobs.with(
                        TestJobs.inRequests(1, ENDED_WITH_FAILURES, 100, outcomes),
                        7,
                        "",
                        "FIN-0008 could not be reached");
        state = TestJobs.with(state, 9, "", "FIN-0010 could not be reached");
        operations.known.add(state);
        model.onRetry("c1", draft -> {});
        model.start();
        model.select("op-00001");

        List<Causes.Group> causes = model.targets().causesProperty().get();
        assertThat(causes).extracting(Causes.Group::count).containsExactly(21, 2);
        assertThat(causes.getFirst().key().code()).isEqualTo("WKS.00010032");
        assertThat(causes.getLast().key().text()).isEqualTo("… could not be reached");

        model.targets().causeProperty().set(causes.getLast().key());
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(7, 9);
        operations.failed = id -> Work.of(Optional.of(new Draft.Rejoin(TestDesktops.many(2))));
        model.retry(causes.getLast().key());
        assertThat(operations.retried)
                .containsExactly(Set.of("%08x-id".formatted(8), "%08x-id".formatted(10)));
    }

    @Test
    void sortsFailedTargetsUpOnlyWhenTheOperatorSaysSo() {
        operations.known.add(TestJobs.job(1, REBUILD, RUNNING, Outcome.RUNNING, Outcome.RUNNING));
        model.start();
        model.select("op-00001");

        publish(TestJobs.job(1, REBUILD, RUNNING, Outcome.RUNNING, Outcome.FAILED));
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(0, 1);
        assertThat(model.targets().unsortedProperty().get()).isTrue();

        model.targets().sort();
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(1, 0);
        assertThat(model.targets().unsortedProperty().get()).isFalse();
    }

    @Test
    void sortsOperationsByWhatNeedsTheOperatorWhenAsked() {
        operations.known.add(TestJobs.job(1, REBUILD, ENDED_WITH_FAILURES, Outcome.FAILED));
        operations.known.add(TestJobs.job(2, REBUILD, SUCCEEDED, Outcome.SUCCEEDED));
        operations.known.add(
                TestJobs.job(3, REBUILD, OperationState.Phase.UNKNOWN, Outcome.UNKNOWN));
        operations.known.add(TestJobs.job(4, REBUILD, RUNNING, Outcome.RUNNING));
        model.start();

        model.orderProperty().set(JobOrder.FAILED_FIRST);
        assertThat(model.rows())
                .extracting(JobEntry::id)
                .containsExactly("op-00003", "op-00001", "op-00004", "op-00002");
        publish(TestJobs.job(4, REBUILD, ENDED_WITH_FAILURES, Outcome.FAILED));
        assertThat(model.rows())
                .extracting(JobEntry::id)
                .containsExactly("op-00003", "op-00001", "op-00004", "op-00002");
        model.sort();
        assertThat(model.rows())
                .extracting(JobEntry::id)
                .containsExactly("op-00003", "op-00004", "op-00001", "op-00002");
    }

    @Test
    void expectsWhatOperationsOfThisKindAndSizeTookBefore() {
        times =
                new RunTimes(
                        List.of(
                                run(50, 8),
                                run(60, 12),
                                run(1, 2),
                                run(100, 10),
                                run(30, 40),
                                run(20, 9)),
                        List.of(Duration.ofMinutes(4)));
        JobRow row =
                open(
                        TestJobs.inRequests(
                                1, RUNNING, 100, Collections.nCopies(40, Outcome.RUNNING)));

        Expectation expected = model.pace().of(row);
        assertThat(expected.samples()).isEqualTo(5);
        assertThat(expected.median()).isEqualTo(Duration.ofMinutes(10));
        assertThat(expected.low()).isEqualTo(Duration.ofMinutes(9));
        assertThat(expected.high()).isEqualTo(Duration.ofMinutes(12));
        assertThat(model.pace().of(model.lines().getLast()).median())
                .isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void saysThatThereIsNoHistoryWhenNothingOfThisSizeEnded() {
        times = new RunTimes(List.of(run(5_000, 90)), List.of());
        JobRow row = open(TestJobs.inRequests(1, RUNNING, 100, List.of(Outcome.RUNNING)));

        assertThat(model.pace().of(row)).isNull();
    }

    @Test
    void marksWhatHasNotMovedForTenMinutes() {
        JobRow row = open(TestJobs.inRequests(1, RUNNING, 100, List.of(Outcome.RUNNING)));
        Instant moved = row.face().progressed();

        assertThat(Pace.still(row.face(), moved.plusSeconds(599))).isZero();
        assertThat(Pace.still(row.face(), moved.plusSeconds(780))).isEqualTo(13);
        publish(TestJobs.inRequests(1, SUCCEEDED, 100, List.of(Outcome.SUCCEEDED)));
        assertThat(Pace.still(row.face(), moved.plusSeconds(780))).isZero();
    }

    @Test
    void redrawsOnlyTheLinesThatChanged() {
        JobRow operation =
                open(
                        TestJobs.inRequests(
                                1, RUNNING, 100, Collections.nCopies(400, Outcome.RUNNING)));
        List.copyOf(model.lines()).forEach(model::expand);
        assertThat(model.lines()).hasSize(1 + 4 + 4 + 400);
        List<String> drawn = new ArrayList<>();
        model.lines()
                .forEach(row ->
                        row.faceProperty().addListener((o, was, is) -> drawn.add(line(row))));

        publish(TestJobs.ended(operation.operation().state(), 150));

        assertThat(drawn)
                .containsExactlyInAnyOrder(
                        "operation", "  request 1", "    job job-1-1", "      FIN-0151");
    }

    private static RunTimes.Run run(int targets, int minutes) {
        return new RunTimes.Run(targets, Duration.ofMinutes(minutes));
    }

    private void publish(OperationState state) {
        operations.publish(state);
        test.timer.advance(FrameBatch.FRAME);
    }
}
