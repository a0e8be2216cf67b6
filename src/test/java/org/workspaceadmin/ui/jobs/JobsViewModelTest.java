package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workspaceadmin.model.OperationKind.REBUILD;
import static org.workspaceadmin.model.OperationKind.REJOIN_DOMAIN;
import static org.workspaceadmin.model.OperationState.Phase.ENDED_WITH_FAILURES;
import static org.workspaceadmin.model.OperationState.Phase.HELD;
import static org.workspaceadmin.model.OperationState.Phase.RUNNING;
import static org.workspaceadmin.model.OperationState.Phase.SUCCEEDED;
import static org.workspaceadmin.model.OperationState.Phase.UNKNOWN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;
import org.workspaceadmin.ui.operation.TestDesktops;

class JobsViewModelTest {
    private final TestContext test = new TestContext();
    private final FakeOperations operations = new FakeOperations();
    private final JobsViewModel model =
            new JobsViewModel(operations, test.ui, state -> "Do " + state.kind());

    @Test
    void showsTheNewestFirstAndFollowsInPlace() {
        operations.known.add(TestJobs.job(1, REBUILD, SUCCEEDED, Outcome.SUCCEEDED));
        operations.known.add(TestJobs.job(2, REBUILD, RUNNING, Outcome.RUNNING, Outcome.RUNNING));
        model.start();
        JobEntry running = model.rows().getFirst();
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00002", "op-00001");

        List<Object> moves = new ArrayList<>();
        model.rows().addListener((ListChangeListener<JobEntry>) moves::add);
        publish(TestJobs.job(2, REBUILD, RUNNING, Outcome.SUCCEEDED, Outcome.RUNNING));

        assertThat(moves).as("no row moved").isEmpty();
        assertThat(running.tally().succeeded()).isEqualTo(1);
        assertThat(running.tally().percent()).isEqualTo(70);

        publish(TestJobs.job(3, REJOIN_DOMAIN, RUNNING, Outcome.WAITING));
        assertThat(model.rows())
                .extracting(JobEntry::id)
                .containsExactly("op-00003", "op-00002", "op-00001");
    }

    @Test
    void handsOverOneBatchPerFrameHoweverManyChangesCome() {
        model.start();
        List<Object> summaries = new ArrayList<>();
        model.summaryProperty().addListener((o, was, is) -> summaries.add(is));
        for (int i = 1; i <= 500; i++) {
            operations.publish(TestJobs.job(1 + i % 3, REBUILD, RUNNING, Outcome.RUNNING));
        }
        assertThat(summaries).isEmpty();
        test.timer.advance(FrameBatch.FRAME);
        assertThat(summaries).hasSize(1);
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void keepsARowThatStoppedMatchingUntilTheFilterIsSetAgain() {
        operations.known.add(TestJobs.job(1, REBUILD, RUNNING, Outcome.RUNNING));
        operations.known.add(TestJobs.job(2, REBUILD, SUCCEEDED, Outcome.SUCCEEDED));
        model.start();
        model.filterProperty().set(JobFilter.OPEN);
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00001");

        publish(TestJobs.job(1, REBUILD, SUCCEEDED, Outcome.SUCCEEDED));
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00001");
        assertThat(model.countsProperty().get()).containsEntry(JobFilter.OPEN, 0);
        publish(TestJobs.job(3, REBUILD, RUNNING, Outcome.RUNNING));
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00003", "op-00001");

        model.filterProperty().set(JobFilter.SUCCEEDED);
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00002", "op-00001");
    }

    @Test
    void countsWhatEachFilterWouldShow() {
        operations.known.add(TestJobs.job(1, REBUILD, RUNNING, Outcome.RUNNING));
        operations.known.add(TestJobs.job(2, REBUILD, HELD, Outcome.SUCCEEDED, Outcome.WAITING));
        operations.known.add(TestJobs.job(3, REBUILD, UNKNOWN, Outcome.UNKNOWN));
        operations.known.add(
                TestJobs.job(4, REBUILD, ENDED_WITH_FAILURES, Outcome.FAILED, Outcome.SUCCEEDED));
        model.start();

        assertThat(model.countsProperty().get())
                .containsEntry(JobFilter.ALL, 4)
                .containsEntry(JobFilter.OPEN, 3)
                .containsEntry(JobFilter.ATTENTION, 2)
                .containsEntry(JobFilter.FAILED, 1)
                .containsEntry(JobFilter.SUCCEEDED, 0);
        JobsSummary summary = model.summaryProperty().get();
        assertThat(summary.open()).isEqualTo(3);
        assertThat(summary.attention()).isEqualTo(2);
        assertThat(summary.current().id()).as("newest under way").isEqualTo("op-00002");
    }

    @Test
    void findsOperationsBySentenceTargetJobAndParameter() {
        operations.known.add(TestJobs.job(1, REBUILD, RUNNING, Outcome.RUNNING));
        operations.known.add(
                TestJobs.job(2, REJOIN_DOMAIN, RUNNING, Outcome.RUNNING, Outcome.RUNNING));
        model.start();

        model.searchProperty().set("do rejoin");
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00002");
        model.searchProperty().set("fin-0002");
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00002");
        model.searchProperty().set("JOB-1");
        assertThat(model.rows()).extracting(JobEntry::id).containsExactly("op-00001");
        model.searchProperty().set("");
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void showsTargetsAndLetsFailedOnesAppearUnderTheirFilter() {
        operations.known.add(
                TestJobs.job(
                        1, REBUILD, RUNNING, Outcome.RUNNING, Outcome.FAILED, Outcome.RUNNING));
        model.start();
        model.select("op-00001");
        assertThat(model.targets().rows()).hasSize(3);
        assertThat(model.targets().rows())
                .as("failed first")
                .extracting(TargetEntry::index)
                .containsExactly(1, 0, 2);
        TargetEntry first = model.targets().row(0);

        model.targets().filterProperty().set(TargetFilter.FAILED);
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(1);
        publish(TestJobs.job(1, REBUILD, RUNNING, Outcome.FAILED, Outcome.FAILED, Outcome.RUNNING));
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(0, 1);
        assertThat(model.targets().rows().getFirst()).isSameAs(first);

        model.targets().filterProperty().set(TargetFilter.ALL);
        model.targets().searchProperty().set("fin-0003");
        assertThat(model.targets().rows()).extracting(TargetEntry::index).containsExactly(2);
    }

    @Test
    void retriesOnlyOnTheConnectionTheOperationBelongsTo() {
        operations.known.add(TestJobs.job(1, REBUILD, ENDED_WITH_FAILURES, Outcome.FAILED));
        model.start();
        JobEntry failed = model.rows().getFirst();

        model.onRetry("c1", draft -> {});
        assertThat(model.canRetry(failed)).isTrue();
        model.onRetry("another", draft -> {});
        assertThat(model.canRetry(failed)).isFalse();
    }

    @Test
    void passesCommandsOnForTheSelectedOperation() {
        operations.known.add(TestJobs.job(1, REBUILD, UNKNOWN, Outcome.UNKNOWN, Outcome.FAILED));
        Draft draft = new Draft.Rejoin(TestDesktops.many(1));
        operations.failed = id -> Work.of(Optional.of(draft));
        List<Draft> opened = new ArrayList<>();
        model.onRetry("c1", opened::add);
        model.start();
        model.resume();
        assertThat(operations.commands).as("nothing is selected").isEmpty();

        model.select("op-00001");
        model.resume();
        model.checkNow();
        model.settle(true);
        model.settle(false);
        model.retryFailed();

        assertThat(operations.commands)
                .containsExactly(
                        "resume op-00001",
                        "checkNow op-00001",
                        "settleUnknown op-00001 true",
                        "settleUnknown op-00001 false",
                        "draftOfFailed op-00001");
        assertThat(opened).containsExactly(draft);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void saysWhyACommandFailed() {
        operations.known.add(TestJobs.job(1, REBUILD, ENDED_WITH_FAILURES, Outcome.FAILED));
        operations.failed = id -> Work.failed(new IllegalStateException("disk full"));
        model.start();
        model.select("op-00001");

        model.retryFailed();

        assertThat(model.problemProperty().get().message()).contains("disk full");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void staysQuickWithAThousandOperationsAndTenThousandTargets() {
        List<Outcome> running = Collections.nCopies(10_000, Outcome.RUNNING);
        List<Outcome> done = Collections.nCopies(10_000, Outcome.SUCCEEDED);
        for (int i = 1; i <= 1_000; i++) {
            operations.known.add(TestJobs.job(i, REBUILD, SUCCEEDED, Outcome.SUCCEEDED));
        }
        OperationState large = large(running, RUNNING);
        operations.known.add(large);
        model.start();
        model.select(large.id());
        OperationState finished = large(done, SUCCEEDED);

        long began = System.nanoTime();
        publish(finished);
        long took = (System.nanoTime() - began) / 1_000_000;

        assertThat(model.targets().rows()).hasSize(10_000);
        assertThat(model.selectedProperty().get().tally().succeeded()).isEqualTo(10_000);
        assertThat(took).as("milliseconds to merge 10,000 changed targets").isLessThan(250);
    }

    @Test
    void stopsListeningWhenItIsClosed() {
        model.start();
        assertThat(operations.listening()).isEqualTo(1);
        model.close();
        assertThat(operations.listening()).isZero();
    }

    private static OperationState large(List<Outcome> outcomes, OperationState.Phase phase) {
        return TestJobs.job(5_000, OperationKind.REBUILD, phase, null, List.of(), outcomes);
    }

    private void publish(OperationState state) {
        operations.publish(state);
        test.timer.advance(FrameBatch.FRAME);
    }
}
