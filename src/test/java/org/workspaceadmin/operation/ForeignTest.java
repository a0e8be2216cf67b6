package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteAnswer;

/** Jobs in the service's records that nobody here started. */
class ForeignTest {
    @TempDir Path folder;

    private final List<List<ForeignJob>> told = new ArrayList<>();
    private EngineBench bench;
    private ScriptedService service;

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
        bench.lookForForeign();
        bench.engine.onForeign(told::add);
        service = bench.service;
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private ForeignJob only() {
        assertThat(bench.engine.foreign()).hasSize(1);
        return bench.engine.foreign().getFirst();
    }

    @Test
    void aJobStartedElsewhereAppearsWithItsTargetsAndFollowsToItsEnd() {
        service.subJob("theirs", "d7", "RUNNING", 40);
        service.subJob("theirs", "d8", "WAITING", null);
        bench.pass(90);

        assertThat(only().type()).isEqualTo("desktopRejoinDomain");
        assertThat(only().connectionName()).isEqualTo("Production");
        assertThat(only().state()).isEqualTo(JobState.RUNNING);
        assertThat(only().targets()).hasSize(2);
        assertThat(only().percent()).isEqualTo(20);
        assertThat(only().begin()).isNotNull();

        service.subJob("theirs", "d7", "SUCCESS", null);
        service.subJob("theirs", "d8", "FAIL", null, "WKS.1", "no");
        bench.pass(70);
        assertThat(only().open()).isFalse();
        assertThat(only().state()).isEqualTo(JobState.FAILED);
        assertThat(only().targets())
                .extracting(t -> t.outcome())
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
        assertThat(told).isNotEmpty();
        assertThat(told.getLast()).isEqualTo(bench.engine.foreign());

        bench.pass(2000);
        assertThat(bench.engine.foreign()).as("ended ones go in the end").isEmpty();
    }

    @Test
    void itsDesktopsAreBusyForAPlanAndItIsNeverWrittenTo() {
        service.subJob("theirs", "d0", "RUNNING", 40);
        bench.pass(90);

        Plan plan =
                bench.engine.plan(
                        EngineBench.CONNECTION, new Draft.Rejoin(EngineBench.desktops(2)));

        assertThat(plan.targets()).extracting(t -> t.id()).containsExactly("d1");
        assertThat(plan.exclusions().getFirst().reason()).isEqualTo(Plan.Reason.STARTED_ELSEWHERE);
        assertThat(plan.exclusions().getFirst().detail()).isEqualTo("theirs");
        bench.engine.submit(plan, "").await();
        assertThat(service.sent).hasSize(1);
        assertThat(service.sent.getFirst().path()).contains("d1");

        service.subJob("theirs", "d0", "SUCCESS", null);
        bench.engine.lookForForeign(EngineBench.CONNECTION).await();
        assertThat(
                        bench.engine
                                .plan(
                                        EngineBench.CONNECTION,
                                        new Draft.Rejoin(EngineBench.desktops(1)))
                                .sendable())
                .isTrue();
    }

    @Test
    void ourOwnJobsAreNotForeignEvenBeforeTheirAnswerIsThere() {
        service.answers.add(
                new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, "")));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("ours", "d0", "RUNNING", 40);
        bench.engine.lookForForeign(EngineBench.CONNECTION).await();
        assertThat(bench.engine.foreign()).as("may turn out to be ours").isEmpty();

        bench.pass(20);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        bench.pass(120);
        assertThat(bench.engine.foreign()).isEmpty();
        assertThat(told).as("never shown in between").allMatch(List::isEmpty);
    }

    @Test
    void whatAPartOfWhichOverlapsAnUnansweredRequestIsShownOnceTheSearchIsOver() {
        service.answers.add(
                new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, "")));
        bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("theirs", "d0", "RUNNING", 40);
        service.subJob("theirs", "d1", "RUNNING", 40);
        bench.pass(90);
        assertThat(bench.engine.foreign()).isEmpty();

        bench.pass(120);

        assertThat(only().jobId()).isEqualTo("theirs");
    }

    @Test
    void historyIsNotShownAndTheRecordsAreReadRarely() {
        service.subJob("old", "d3", "SUCCESS", null);
        bench.pass(60);
        int before = service.reads;

        bench.pass(600);

        assertThat(bench.engine.foreign()).isEmpty();
        assertThat(service.reads - before).isBetween(50, 70);
    }

    @Test
    void aClosedConnectionTakesItsForeignJobsAlong() {
        service.subJob("theirs", "d7", "RUNNING", 40);
        bench.pass(90);
        assertThat(bench.engine.foreign()).hasSize(1);

        bench.engine.detach(EngineBench.CONNECTION);

        assertThat(bench.engine.foreign()).isEmpty();
        int reads = service.reads;
        bench.pass(600);
        assertThat(service.reads).isEqualTo(reads);
        assertThat(bench.engine.lookForForeign(EngineBench.CONNECTION).await()).isFalse();
    }
}
