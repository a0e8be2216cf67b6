package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.model.SearchEvidence.State;
import org.workspaceadmin.model.SearchEvidence.Why;
import org.workspaceadmin.model.WriteAnswer;

/** What becomes of requests that got no answer, and of those the service was too busy for. */
class ResolvingTest {
    @TempDir Path folder;

    private EngineBench bench;
    private ScriptedService service;

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
        service = bench.service;
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private WriteAnswer unanswered() {
        return new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, ""));
    }

    private WriteAnswer conflict(String code) {
        return new WriteAnswer.Refused(service.problem(Problem.Kind.CONFLICT, 409, code));
    }

    private String lost(int desktops) {
        service.answers.add(unanswered());
        return bench.submit(new Draft.Rejoin(EngineBench.desktops(desktops)));
    }

    private SearchEvidence evidence(String id) {
        return bench.engine.evidence(id).getFirst();
    }

    // ---- the search --------------------------------------------------------------------------

    @Test
    void theOperatorSeesWhatWasSearchedUntilWhenAndWhy() {
        String id = lost(2);
        bench.pass(20);

        SearchEvidence during = evidence(id);
        assertThat(during.state()).isEqualTo(State.SEARCHING);
        assertThat(during.canSendAgain()).isFalse();

        bench.pass(200);
        SearchEvidence after = evidence(id);
        assertThat(after.state()).isEqualTo(State.NOT_FOUND);
        assertThat(after.jobType()).isEqualTo("desktopRejoinDomain");
        assertThat(after.targets()).hasSize(2);
        assertThat(after.failure().kind()).isEqualTo(Problem.Kind.TIMEOUT);
        assertThat(after.looks()).isGreaterThan(10);
        assertThat(after.failedLooks()).isZero();
        assertThat(Duration.between(after.sent(), after.until()))
                .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(140));
        assertThat(after.candidates()).isEmpty();
        assertThat(after.canSendAgain()).isTrue();
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_FOUND);
    }

    @Test
    void theEvidenceSurvivesARestart() {
        String id = lost(1);
        service.subJob("theirs", "d0", "RUNNING", 5);
        service.subJob("theirs", "other", "RUNNING", 5);
        bench.pass(200);
        SearchEvidence before = evidence(id);
        assertThat(before.candidates())
                .extracting(Candidate::jobId, Candidate::targets, Candidate::ours, Candidate::why)
                .containsExactly(tuple("theirs", 2, 1, Why.OTHER_DESKTOPS));

        bench.restart();

        assertThat(evidence(id)).isEqualTo(before);
        assertThat(bench.engine.sendAgain(id, 0).await()).as("not connected").isFalse();
        bench.attach();
        assertThat(evidence(id).state()).as("it is looked for anew").isEqualTo(State.SEARCHING);
    }

    @Test
    void whenTwoJobsFitNeitherIsTakenAndTheOperatorChooses() {
        String id = lost(1);
        service.subJob("job-a", "d0", "RUNNING", 5);
        service.subJob("job-b", "d0", "WAITING", null);
        bench.pass(200);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(evidence(id).candidates())
                .extracting(Candidate::why)
                .containsExactly(Why.FITS, Why.FITS);

        assertThat(bench.engine.adopt(id, 0, "nobody's").await()).isFalse();
        assertThat(bench.engine.adopt(id, 0, "job-b").await()).isTrue();
        service.subJob("job-b", "d0", "SUCCESS", null);
        bench.pass(20);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.target(id, 0).jobId()).isEqualTo("job-b");
        assertThat(evidence(id).state()).isEqualTo(State.FOUND);
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void anotherPersonsJobOverPartOfTheDesktopsIsNotTaken() {
        String id = lost(3);
        service.subJob("part", "d0", "RUNNING", 5);
        service.subJob("part", "d1", "RUNNING", 5);
        bench.pass(300);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(evidence(id).candidates().getFirst().why()).isEqualTo(Why.OTHER_DESKTOPS);
        assertThat(evidence(id).candidates().getFirst().ours()).isEqualTo(2);
    }

    @Test
    void aJobThatWasSeenBeforeTheRequestLeftIsNotTaken() {
        bench.lookForForeign();
        Plan plan =
                bench.engine.plan(
                        EngineBench.CONNECTION, new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("theirs", "d0", "WAITING", null);
        bench.engine.lookForForeign(EngineBench.CONNECTION).await();
        bench.pass(1);
        service.answers.add(unanswered());
        String id = bench.engine.submit(plan, "").await();
        bench.pass(300);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(evidence(id).candidates().getFirst().why()).isEqualTo(Why.SEEN_BEFORE);
    }

    @Test
    void aServiceWhoseClockIsTenMinutesBehindIsUnderstood() {
        service.offset = Duration.ofMinutes(-10);
        bench.pass(1);
        String id = lost(1);
        service.clock = service.offset;
        service.subJob("ours", "d0", "RUNNING", 5);
        bench.pass(20);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.target(id, 0).jobId()).isEqualTo("ours");
    }

    @Test
    void aJobOfTenMinutesAgoIsNotTakenFromAServiceWhoseClockIsAhead() {
        service.offset = Duration.ofMinutes(10);
        service.clock = service.offset;
        service.subJob("older", "d0", "RUNNING", 5);
        bench.pass(600);
        String id = lost(1);
        bench.pass(300);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(evidence(id).candidates().getFirst().why()).isEqualTo(Why.BEGAN_BEFORE);
    }

    @Test
    void timeInWhichTheServiceCannotBeReachedIsNoSearch() {
        String id = lost(1);
        service.down = true;
        bench.pass(1000);

        assertThat(evidence(id).state()).isEqualTo(State.SEARCHING);
        assertThat(bench.engine.sendAgain(id, 0).await()).isFalse();

        service.down = false;
        service.subJob("ours", "d0", "RUNNING", 5);
        bench.pass(130);
        assertThat(bench.target(id, 0).jobId())
                .as("what begins a quarter of an hour later is not ours")
                .isEqualTo("");
    }

    // ---- sending again -----------------------------------------------------------------------

    @Test
    void sendingAgainIsANewRequestOfTheSameOperation() {
        String id = lost(2);
        assertThat(bench.engine.sendAgain(id, 0).await()).as("not during the search").isFalse();
        bench.pass(300);

        assertThat(bench.engine.sendAgain(id, 0).await()).isTrue();

        assertThat(service.sent).hasSize(2);
        assertThat(service.sent.get(1)).isEqualTo(service.sent.get(0));
        List<OperationRequest> requests = bench.state(id).requests();
        assertThat(requests)
                .extracting(OperationRequest::state)
                .containsExactly(
                        OperationRequest.State.UNANSWERED, OperationRequest.State.ACCEPTED);
        assertThat(evidence(id).again()).isEqualTo(1);
        assertThat(evidence(id).canSendAgain()).isFalse();
        assertThat(bench.engine.sendAgain(id, 0).await()).as("once").isFalse();
        service.subJob("job-2", "d0", "SUCCESS", null);
        service.subJob("job-2", "d1", "SUCCESS", null);
        bench.pass(10);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.state(id).problem()).isNull();
        bench.restart();
        assertThat(evidence(id).again()).as("the link is kept").isEqualTo(1);
    }

    @Test
    void sendingAgainLeavesWhatWaitsAlone() {
        service.answers.add(unanswered());
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));
        bench.pass(300);
        assertThat(evidence(id).state()).isEqualTo(State.NO_RECORDS);

        assertThat(bench.engine.sendAgain(id, 0).await()).isTrue();

        assertThat(service.sent).hasSize(2);
        assertThat(bench.state(id).phase()).as("the rest waits").isEqualTo(Phase.HELD);
        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(service.sent).hasSize(3);
    }

    @Test
    void aGuardedConnectionDoesNotSendAgain() {
        String id = lost(1);
        bench.pass(300);
        bench.guarded.add(EngineBench.CONNECTION);

        assertThatThrownBy(() -> bench.engine.sendAgain(id, 0).await())
                .isInstanceOf(ProblemException.class);
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void aSecondSilenceIsSearchedForLikeTheFirst() {
        String id = lost(1);
        bench.pass(300);
        service.answers.add(unanswered());
        bench.engine.sendAgain(id, 0).await();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.engine.evidence(id))
                .extracting(SearchEvidence::request, SearchEvidence::canSendAgain)
                .containsExactly(tuple(0, false), tuple(1, false));

        service.subJob("found", "d0", "SUCCESS", null);
        bench.pass(20);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.sent).hasSize(2);
    }

    // ---- 409 ---------------------------------------------------------------------------------

    @Test
    void aBusyServiceIsWaitedForHalfAMinuteThenTheOperatorIsAsked() {
        service.answers.add(conflict("WKS.00010032"));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));

        assertThat(service.sent).as("others are not concerned").hasSize(2);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.state(id).problem().kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.BUSY_WAITING);
        bench.pass(31);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.BUSY);
        bench.pass(600);
        assertThat(service.sent).as("never on its own").hasSize(2);

        assertThat(bench.engine.resume(id).await()).isTrue();

        assertThat(service.sent).hasSize(3);
        assertThat(service.sent.get(2)).isEqualTo(service.sent.get(0));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.state(id).requests().getFirst().state())
                .isEqualTo(OperationRequest.State.REFUSED);
    }

    @Test
    void aRetryThatIsDecidedEarlyLeavesWhenTheWaitIsOver() {
        service.answers.add(conflict("WKS.00010032"));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        bench.pass(5);

        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(service.sent).hasSize(1);
        bench.pass(24);
        assertThat(service.sent).hasSize(1);
        bench.pass(2);
        assertThat(service.sent).hasSize(2);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void whatTheOperatorLeavesEndsAsRefused() {
        service.answers.add(conflict("WKS.00010032"));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        bench.pass(40);

        assertThat(bench.engine.dropUnsent(id).await()).isTrue();

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo("WKS.00010032");
        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(bench.engine.resume(id).await()).isFalse();
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void aRestartDoesNotForgetThatTheServiceWasBusy() {
        service.answers.add(conflict("WKS.00010032"));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        bench.pass(10);
        bench.restart();
        bench.attach();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.BUSY_WAITING);
        bench.pass(25);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.BUSY);

        bench.engine.resume(id).await();

        assertThat(service.sent).hasSize(2);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aPowerActionThatFailedForSomeIsReadNotAssumed() {
        service.desktops.put("d0", Desktops.windows("d0"));
        service.answers.add(conflict("WKS.00010101"));
        String id =
                bench.submit(
                        new Draft.Power(EngineBench.desktops(1), Draft.PowerAction.RESTART, false));

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(evidence(id).state()).isEqualTo(State.SEARCHING);
        assertThat(service.sent).hasSize(1);
    }
}
