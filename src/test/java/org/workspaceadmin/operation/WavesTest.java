package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Sending;
import org.workspaceadmin.model.Sending.Stage;
import org.workspaceadmin.model.WriteAnswer;

/** Waves, budgets, pauses and times, on hand-driven time. */
class WavesTest {
    private static final Pacing TRIAL = Pacing.waves(5, 10);

    @TempDir Path folder;
    private EngineBench bench;

    @BeforeEach
    void begin() {
        bench = new EngineBench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private String rejoin(int count, Pacing pacing) {
        return bench.submit(new Draft.Rejoin(EngineBench.desktops(count)), pacing);
    }

    /** Ends some desktops' parts of a job, the first ones as failed. */
    private void ends(String job, int from, int to, int failures) {
        for (int i = from; i < to; i++) {
            boolean fails = i < from + failures;
            bench.service.subJob(
                    job,
                    "d" + i,
                    fails ? "FAILED" : "SUCCESS",
                    100,
                    fails ? "WKS.0500" : "",
                    fails ? "told by the test" : "");
        }
        bench.pass(5);
    }

    private Sending sending(String id) {
        return bench.state(id).sending();
    }

    @Test
    void aTrialWaveLeavesAloneAndTheNextOneAfterItsEnd() {
        String id = rejoin(25, TRIAL);

        assertThat(bench.service.sent).hasSize(1);
        assertThat(sending(id))
                .extracting(Sending::stage, Sending::wave, Sending::waves, Sending::unsent)
                .containsExactly(Stage.LEAVING, 1, 3, 20);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SENDING);
        assertThat(bench.state(id).requests())
                .extracting(OperationRequest::wave)
                .containsExactly(1, 2, 3);
        ends("job-1", 0, 4, 0);
        bench.pass(60);
        assertThat(bench.service.sent).as("one of the wave still runs").hasSize(1);

        ends("job-1", 4, 5, 0);
        bench.pass(15);

        assertThat(bench.service.sent).hasSize(2);
        assertThat(sending(id).wave()).isEqualTo(2);
        ends("job-2", 5, 15, 0);
        ends("job-3", 15, 25, 0);
        bench.pass(30);
        assertThat(bench.service.sent).hasSize(3);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(sending(id).stage()).isEqualTo(Stage.LEFT);
    }

    @Test
    void aWaveIsFollowedOnlyWhenTheDomainCheckSaysIn() {
        String id = rejoin(8, Pacing.waves(2, 0).ready(true));
        bench.service.domain.put("d0", DomainMembership.IN);
        bench.service.domain.put("d1", DomainMembership.OUT);
        ends("job-1", 0, 2, 0);

        assertThat(sending(id))
                .extracting(Sending::stage, Sending::awaited)
                .containsExactly(Stage.CHECKING, 1);
        assertThat(bench.service.sent).hasSize(1);

        bench.service.domain.put("d1", DomainMembership.IN);
        bench.pass(15);

        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void whatIsNotBackInTimeCountsAgainstTheBudget() {
        String id = rejoin(8, Pacing.waves(2, 0).ready(true).with(Budget.targets(0)));
        bench.service.domain.put("d0", DomainMembership.IN);
        bench.service.domain.put("d1", DomainMembership.OUT);
        ends("job-1", 0, 2, 0);

        bench.pass(590);
        assertThat(sending(id).stage()).isEqualTo(Stage.CHECKING);
        bench.pass(30);

        assertThat(sending(id))
                .extracting(Sending::stage, Sending::late, Sending::counted)
                .containsExactly(Stage.BUDGET_SPENT, 1, 1);
        assertThat(bench.service.sent).hasSize(1);
        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void aRegionWithoutTheDomainCheckGoesByTheJobs() {
        bench.service.domainCheckOffered = false;
        rejoin(8, Pacing.waves(2, 0).ready(true));

        ends("job-1", 0, 2, 0);

        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void aRebuiltDesktopHasToBeRegisteredWithTheNewImage() {
        RebuildOrder order = new RebuildOrder("private", "img-new", "", "", 0, "", "", "");
        String id =
                bench.submit(
                        new Draft.Rebuild(EngineBench.desktops(4), order),
                        Pacing.waves(1, 0).ready(true));
        bench.service.desktops.put("d0", Desktops.registered("d0", "img-old"));
        ends("job-1", 0, 1, 0);
        assertThat(sending(id).stage()).isEqualTo(Stage.CHECKING);

        bench.service.desktops.put("d0", Desktops.registered("d0", "img-new"));
        bench.pass(15);

        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void moreFailuresThanTheBudgetStopItUntilTheOperatorGoesOn() {
        String id = rejoin(25, TRIAL.with(Budget.targets(1)));
        ends("job-1", 0, 5, 2);
        bench.pass(600);

        assertThat(bench.service.sent).hasSize(1);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(sending(id))
                .extracting(Sending::stage, Sending::counted, Sending::unsent)
                .containsExactly(Stage.BUDGET_SPENT, 2, 20);
        assertThat(acts()).contains(ActivityKind.STOPPED);

        assertThat(bench.engine.resume(id).await()).isTrue();

        assertThat(bench.service.sent).hasSize(2);
        assertThat(sending(id))
                .extracting(Sending::stage, Sending::counted)
                .containsExactly(Stage.LEAVING, 0);
        ends("job-2", 5, 15, 1);
        bench.pass(30);
        assertThat(bench.service.sent).as("one failure is within the budget").hasSize(3);
    }

    private List<ActivityKind> acts() {
        return bench
                .journal
                .ledger()
                .read(IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList())
                .stream()
                .map(Activity::kind)
                .toList();
    }

    @Test
    void aBudgetInPercentStopsARefusedBatchBeforeTheNextOneLeaves() {
        bench.service.answers.add(
                new WriteAnswer.Refused(
                        bench.service.problem(Problem.Kind.BAD_REQUEST, 400, "W.1")));
        String id =
                bench.submit(
                        new Draft.Rejoin(EngineBench.desktops(350)),
                        Pacing.AT_ONCE.with(Budget.percent(10)));

        assertThat(bench.service.sent).hasSize(1);
        assertThat(bench.state(id).count(Outcome.FAILED)).isEqualTo(100);
        assertThat(sending(id).stage()).isEqualTo(Stage.BUDGET_SPENT);
    }

    @Test
    void aPauseLetsWhatWasSentEndAndNothingElseLeave() {
        String id = rejoin(25, TRIAL);

        assertThat(bench.engine.pause(id).await()).isTrue();
        ends("job-1", 0, 5, 0);
        bench.pass(600);

        assertThat(bench.service.sent).hasSize(1);
        assertThat(bench.state(id).count(Outcome.SUCCEEDED)).isEqualTo(5);
        assertThat(sending(id).stage()).isEqualTo(Stage.PAUSED);
        assertThat(bench.engine.pause(id).await()).as("paused already").isFalse();

        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(bench.service.sent).hasSize(2);
        assertThat(acts()).contains(ActivityKind.PAUSED, ActivityKind.RESUMED);
    }

    @Test
    void stoppingDropsWhatWasNotSentAndFollowsWhatWas() {
        String id = rejoin(25, TRIAL);

        assertThat(bench.engine.dropUnsent(id).await()).isTrue();
        assertThat(bench.state(id).count(Outcome.SKIPPED)).isEqualTo(20);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        ends("job-1", 0, 5, 0);

        assertThat(bench.state(id).count(Outcome.SUCCEEDED)).isEqualTo(5);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(bench.service.sent).hasSize(1);
    }

    @Test
    void theOperatorIsAskedAfterATrialWaveWhenHeWantsToBe() {
        String id = rejoin(25, TRIAL.ask(true));
        ends("job-1", 0, 5, 0);

        assertThat(sending(id).stage()).isEqualTo(Stage.TRIAL_ENDED);
        assertThat(bench.service.sent).hasSize(1);
        bench.engine.resume(id).await();
        ends("job-2", 5, 15, 0);
        bench.pass(15);

        assertThat(bench.service.sent).as("asked once only").hasSize(3);
    }

    @Test
    void aTargetNobodyKnowsOfKeepsTheNextWaveBack() {
        bench.service.answers.add(
                new WriteAnswer.Unanswered(bench.service.problem(Problem.Kind.TIMEOUT, 0, "")));
        String id = rejoin(25, TRIAL);
        bench.pass(600);
        bench.engine.resume(id).await();
        bench.pass(600);

        assertThat(bench.service.sent).hasSize(1);

        bench.engine.settleUnknown(id, true).await();
        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void aScheduledOperationBeginsAtItsTime() {
        String id = rejoin(25, TRIAL.at(bench.timer.instant().plus(Duration.ofHours(2))));

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SCHEDULED);
        bench.pass(7_199);
        assertThat(bench.service.sent).isEmpty();
        bench.pass(1);

        assertThat(bench.service.sent).hasSize(1);
        assertThat(sending(id).stage()).isEqualTo(Stage.LEAVING);
    }

    @Test
    void aScheduledOperationCanBeginBeforeItsTimeAndBePaused() {
        String early = rejoin(3, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.engine.resume(early).await();
        assertThat(bench.service.sent).hasSize(1);
        bench.pass(120);
        assertThat(bench.service.sent).as("once").hasSize(1);
        ends("job-1", 0, 3, 0);

        String later = rejoin(4, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.engine.pause(later).await();
        bench.pass(120);
        assertThat(bench.service.sent).hasSize(1);
        bench.engine.resume(later).await();
        assertThat(bench.service.sent).hasSize(2);
    }

    @Test
    void aTimeThatCameWithoutTheConnectionWaitsForTheOperator() {
        String id = rejoin(3, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.engine.detach(EngineBench.CONNECTION);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SCHEDULED);
        bench.pass(61);

        assertThat(sending(id).stage()).isEqualTo(Stage.MISSED);
        bench.attach();
        bench.pass(600);
        assertThat(bench.service.sent).isEmpty();
        bench.engine.resume(id).await();
        assertThat(bench.service.sent).hasSize(1);
    }

    @Test
    void afterARestartPastItsTimeItWaitsForTheOperator() {
        String id = rejoin(3, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.close();
        bench.pass(120);
        bench.reopen();
        bench.attach();
        bench.pass(600);

        assertThat(bench.service.sent).isEmpty();
        assertThat(sending(id).stage()).isEqualTo(Stage.MISSED);
    }

    @Test
    void afterARestartBeforeItsTimeItKeepsItsTime() {
        String id = rejoin(3, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.restart();
        bench.attach();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SCHEDULED);
        bench.pass(60);

        assertThat(bench.service.sent).hasSize(1);
    }

    @Test
    void aGuardedConnectionKeepsASecondRunOfTheProgramFromBeginning() {
        bench.guarded.add(EngineBench.CONNECTION);
        bench.engine.unlock(EngineBench.CONNECTION, "CHG-1", Duration.ofHours(1)).await();
        String id = rejoin(3, Pacing.AT_ONCE.at(bench.timer.instant().plusSeconds(60)));
        bench.restart();
        bench.attach();
        bench.pass(60);

        assertThat(bench.service.sent).isEmpty();
        assertThat(sending(id).stage()).isEqualTo(Stage.MISSED);
    }

    @Test
    void afterARestartTheWavesAreKnownAndNothingLeavesAlone() {
        String id = rejoin(25, TRIAL.with(Budget.percent(50)));
        ends("job-1", 0, 5, 1);
        assertThat(bench.service.sent).hasSize(2);
        bench.restart();
        bench.attach();
        ends("job-2", 5, 15, 0);
        bench.pass(600);

        assertThat(bench.service.sent).hasSize(2);
        assertThat(bench.state(id).requests())
                .extracting(OperationRequest::wave)
                .containsExactly(1, 2, 3);
        assertThat(sending(id))
                .extracting(Sending::stage, Sending::counted, s -> s.pacing().budget())
                .containsExactly(Stage.STOPPED, 1, Budget.percent(50));

        bench.engine.resume(id).await();
        assertThat(bench.service.sent).hasSize(3);
        ends("job-3", 15, 25, 0);
        bench.pass(30);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
    }

    @Test
    void aSpentBudgetIsStillSpentAfterARestart() {
        String id = rejoin(25, TRIAL.with(Budget.targets(0)));
        ends("job-1", 0, 5, 2);
        bench.restart();
        bench.attach();
        bench.pass(60);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);

        bench.engine.resume(id).await();

        assertThat(sending(id).stage()).as("said before it goes on").isEqualTo(Stage.BUDGET_SPENT);
        bench.engine.resume(id).await();
        assertThat(bench.service.sent).hasSize(2);
    }
}
