package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

class EngineTest {
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

    private static WriteAnswer accepted(int status, String job) {
        return new WriteAnswer.Accepted(status, job, List.of(), "req-1");
    }

    private WriteAnswer refused(Problem.Kind kind, int status, String code) {
        return new WriteAnswer.Refused(service.problem(kind, status, code));
    }

    private WriteAnswer unanswered() {
        return new WriteAnswer.Unanswered(service.problem(Problem.Kind.CONNECTION_LOST, 0, ""));
    }

    @Test
    void aRejoinIsFollowedToItsEndThroughItsSubJobs() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);

        bench.pass(5);
        assertThat(bench.state(id).count(Outcome.WAITING)).isEqualTo(2);

        service.subJob("job-1", "d0", "RUNNING", 40);
        service.subJob("job-1", "d1", "SUCCESS", null);
        bench.pass(5);
        assertThat(bench.target(id, 0).progress()).isEqualTo(40);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);

        service.subJob("job-1", "d0", "FAILED", null, "WKS.1", "no trust");
        bench.pass(5);
        OperationState end = bench.state(id);
        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.ended()).isEqualTo(bench.timer.instant());
        assertThat(end.targets().getFirst().code()).isEqualTo("WKS.1");
        assertThat(end.targets().getFirst().message()).isEqualTo("no trust");
        assertThat(bench.published.getLast().phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(bench.ended).containsExactlyInAnyOrder("d0", "d1");
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void anUnknownWordOfASubJobIsStillRunning() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("job-1", "d0", "FINALISING", 99);

        bench.pass(30);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void aTargetWithoutSubJobFailsWithTheReasonOfItsFailedParent() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        service.subJob("job-1", "d0", "SUCCESS", null);
        service.job("job-1", "FAIL", "WKS.9", "one was refused", 1);

        bench.pass(20);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(bench.target(id, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 1).code()).isEqualTo("WKS.9");
    }

    @Test
    void aParentThatFailsQuicklyWithoutSubJobsFailsItsTargets() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        service.job("job-1", "FAIL", "WKS.9", "AD not reachable", 0);

        bench.pass(11);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(bench.target(id, 0).message()).isEqualTo("AD not reachable");
    }

    @Test
    void aCompleteParentIsNotBelievedAboutADesktopWithoutSubJob() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        service.subJob("job-1", "d0", "SUCCESS", null);
        service.job("job-1", "COMPLETE", "", "", 2);

        bench.pass(60);
        assertThat(bench.target(id, 1).outcome()).as("may still appear").isEqualTo(Outcome.WAITING);

        bench.pass(90);
        assertThat(bench.target(id, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(bench.target(id, 1).code()).isEqualTo(Codes.NO_SUB_JOB);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void theDomainCheckSettlesARejoinItsJobIsSilentAbout() {
        service.domain.put("d0", DomainMembership.IN);
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.job("job-1", "COMPLETE", "", "", 0);

        bench.pass(150);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.DOMAIN_IN);
    }

    @Test
    void aCompleteParentWithAFailedSubJobIsAFailure() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.job("job-1", "COMPLETE", "", "", 1);
        bench.pass(12);
        service.subJob("job-1", "d0", "FAIL", null, "", "");

        bench.pass(10);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.JOB_FAILED);
    }

    @Test
    void aJobTheServiceNoLongerKnowsIsUnknown() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));

        bench.pass(150);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.JOB_GONE);
    }

    @Test
    void throttlingHoldsWhatIsUnsentUntilTheOperatorResumes() {
        service.answers.add(accepted(200, "job-a"));
        service.answers.add(refused(Problem.Kind.THROTTLED, 429, "APIGW.0308"));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(350)));

        OperationState held = bench.state(id);
        assertThat(held.phase()).isEqualTo(Phase.HELD);
        assertThat(held.problem().kind()).isEqualTo(Problem.Kind.THROTTLED);
        assertThat(service.sent).hasSize(2);
        bench.pass(600);
        assertThat(service.sent).as("nothing leaves on its own").hasSize(2);

        assertThat(bench.engine.resume(id).await()).isTrue();

        assertThat(service.sent).hasSize(5);
        assertThat(service.sent.subList(2, 5)).containsOnlyOnce(service.sent.get(1));
        assertThat(service.sent.subList(1, 5)).doesNotContain(service.sent.getFirst());
        assertThat(bench.state(id).requests().get(1).state())
                .as("the refused one stays refused")
                .isEqualTo(OperationRequest.State.REFUSED);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.state(id).problem()).isNull();
    }

    @Test
    void unsentRequestsCanBeGivenUp() {
        service.answers.add(refused(Problem.Kind.THROTTLED, 429, "APIGW.0308"));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));

        assertThat(bench.engine.dropUnsent(id).await()).isTrue();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(bench.state(id).count(Outcome.SKIPPED)).isEqualTo(150);
        assertThat(bench.engine.resume(id).await()).isFalse();
    }

    @Test
    void aRequestThatNeverLeftIsHeldToo() {
        service.answers.add(refused(Problem.Kind.CONNECTION_REFUSED, 0, ""));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);

        bench.engine.resume(id).await();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void wrongKeysFailTheRequestAndHoldTheOthers() {
        service.answers.add(refused(Problem.Kind.UNAUTHENTICATED, 401, "APIGW.0301"));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));

        assertThat(service.sent).hasSize(1);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.state(id).count(Outcome.FAILED)).isEqualTo(100);
        assertThat(bench.state(id).problem().httpStatus()).isEqualTo(401);
    }

    @Test
    void aRefusalFailsItsTargetsWithTheServicesWords() {
        service.answers.add(refused(Problem.Kind.NOT_QUALIFIED, 412, "WKS.0412"));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));

        TargetState target = bench.target(id, 0);
        assertThat(target.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(target.code()).isEqualTo("WKS.0412");
        assertThat(target.message()).isEqualTo("told by the test");
        assertThat(bench.state(id).problem().kind()).isEqualTo(Problem.Kind.NOT_QUALIFIED);
    }

    @Test
    void aMissingBatchCallIsReplacedBySingleCallsAndRemembered() {
        service.otherwise =
                request ->
                        request.kind() == WriteKind.REJOIN_BATCH
                                ? refused(Problem.Kind.NOT_OFFERED, 404, "APIGW.0101")
                                : accepted(202, "job" + request.path().replace('/', '-'));
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(3)));

        assertThat(service.sent)
                .extracting(WriteRequest::kind)
                .containsExactly(
                        WriteKind.REJOIN_BATCH,
                        WriteKind.REJOIN,
                        WriteKind.REJOIN,
                        WriteKind.REJOIN);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.state(id).problem()).isNull();
        assertThat(bench.state(id).targets())
                .extracting(TargetState::jobId)
                .doesNotHaveDuplicates();

        Plan next =
                bench.engine.plan(
                        EngineBench.CONNECTION,
                        new Draft.Rejoin(List.of(Desktops.windows("x"), Desktops.windows("y"))));
        assertThat(next.requests()).hasSize(2);
    }

    @Test
    void anUnansweredRequestIsAdoptedWhenItsJobIsInTheServicesRecords() {
        service.answers.add(unanswered());
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);

        bench.pass(7);
        service.subJob("found", "d0", "RUNNING", 10);
        service.subJob("found", "d1", "WAITING", null);
        bench.pass(10);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.target(id, 0).jobId()).isEqualTo("found");
        assertThat(bench.state(id).problem()).isNull();

        service.subJob("found", "d0", "SUCCESS", null);
        service.subJob("found", "d1", "SUCCESS", null);
        bench.pass(10);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void aJobOfAnotherRequestIsNotAdopted() {
        service.subJob("older", "d0", "SUCCESS", null);
        bench.pass(600);
        service.answers.add(unanswered());
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("foreign", "d0", "RUNNING", null);
        service.subJob("foreign", "elsewhere", "RUNNING", null);

        bench.pass(300);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_FOUND);
    }

    @Test
    void theOperatorSettlesWhatStaysUnknown() {
        service.answers.add(unanswered());
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        bench.pass(300);

        assertThat(bench.engine.settleUnknown(id, true).await()).isTrue();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.SETTLED_DONE);
        int reads = service.reads;
        bench.pass(600);
        assertThat(service.reads).as("no more questions").isEqualTo(reads);
        assertThat(bench.engine.settleUnknown(id, false).await()).isFalse();
    }

    @Test
    void anUnansweredRequestHoldsTheFollowingOnes() {
        service.answers.add(unanswered());
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));

        assertThat(service.sent).hasSize(1);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.state(id).count(Outcome.UNKNOWN)).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN_EXPIRED", "KEY_LOCKED", "UNAUTHENTICATED", "TIMEOUT"})
    void aRequestThatNeverLeftWaitsAndGoesOnWithoutLossOrDoubling(Problem.Kind why) {
        service.answers.add(accepted(202, "job-a"));
        service.answers.add(new WriteAnswer.Refused(service.problem(why, 0, ""), false));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(250)));

        assertThat(service.sent).as("nothing is tried after it").hasSize(2);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.state(id).problem()).extracting(Problem::kind).isEqualTo(why);
        assertThat(bench.state(id).count(Outcome.FAILED)).isZero();

        bench.restart();
        bench.attach();
        assertThat(bench.engine.resume(id).await()).isTrue();

        assertThat(service.sent).hasSize(4);
        assertThat(service.sent.get(2)).as("the very same").isEqualTo(service.sent.get(1));
        assertThat(service.sent.get(3)).isNotIn(service.sent.subList(0, 3));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.state(id).problem()).isNull();
    }

    @Test
    void theOutcomesOfASidUpdateAreToldApart() {
        service.domain.put("d0", DomainMembership.IN);
        service.domain.put("d1", DomainMembership.OUT);
        service.answers.add(accepted(200, ""));
        String updated = bench.submit(new Draft.UpdateSids(EngineBench.desktops(2)));
        bench.pass(1);
        assertThat(bench.target(updated, 0).code()).isEqualTo(Codes.SIDS_UPDATED);
        assertThat(bench.target(updated, 1).code()).isEqualTo(Codes.SIDS_UPDATED_OUT);
        assertThat(bench.state(updated).phase()).isEqualTo(Phase.SUCCEEDED);

        service.domainCheckOffered = false;
        service.answers.add(accepted(204, ""));
        String unchanged = bench.submit(new Draft.UpdateSids(EngineBench.desktops(1)));
        bench.pass(1);
        assertThat(bench.target(unchanged, 0).code()).isEqualTo(Codes.SIDS_UNCHANGED);
        assertThat(bench.target(unchanged, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);

        service.answers.add(accepted(202, "sid-job"));
        String job = bench.submit(new Draft.UpdateSids(EngineBench.desktops(1)));
        service.subJob("sid-job", "d0", "SUCCESS", null);
        bench.pass(6);
        assertThat(bench.state(job).phase()).isEqualTo(Phase.SUCCEEDED);

        service.answers.add(refused(Problem.Kind.NOT_QUALIFIED, 412, "WKS.1"));
        String not = bench.submit(new Draft.UpdateSids(EngineBench.desktops(1)));
        assertThat(bench.target(not, 0).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aRebuildRefusedInsideASuccessFails() {
        service.answers.add(refused(Problem.Kind.REFUSED_WITH_SUCCESS_STATUS, 200, "WKS.2"));
        String id =
                bench.submit(
                        new Draft.Rebuild(
                                EngineBench.desktops(1),
                                new RebuildOrder("gold", "i", "I", "", 0, "", "", "")));

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo("WKS.2");
    }

    @Test
    void failedTargetsBecomeADraftAndItsOperationSaysWhatItRetries() {
        service.desktops.put("d0", Desktops.windows("d0"));
        service.answers.add(refused(Problem.Kind.NOT_QUALIFIED, 412, "WKS.00010032"));
        RebuildOrder order = new RebuildOrder("private", "i", "I", "Windows", 7, "m", "o", "9");
        String first = bench.submit(new Draft.Rebuild(EngineBench.desktops(1), order));

        Optional<Draft> retry = bench.engine.draftOfFailed(first).await();

        assertThat(retry).contains(new Draft.Rebuild(List.of(service.desktops.get("d0")), order));
        String second = bench.submit(retry.orElseThrow());
        assertThat(bench.state(second).retryOf()).isEqualTo(first);
        assertThat(second).isGreaterThan(first);
        assertThat(bench.engine.all())
                .extracting(OperationState::id)
                .containsExactly(second, first);
    }

    @Test
    void aDesktopIsInOneOpenOperationAtATime() {
        Draft draft = new Draft.Rejoin(EngineBench.desktops(1));
        Plan stale = bench.engine.plan(EngineBench.CONNECTION, draft);
        String id = bench.submit(draft);

        Plan later = bench.engine.plan(EngineBench.CONNECTION, draft);
        assertThat(later.sendable()).isFalse();
        assertThat(later.exclusions().getFirst().reason()).isEqualTo(Plan.Reason.IN_OPEN_OPERATION);
        assertThat(later.exclusions().getFirst().detail()).isEqualTo(id);
        assertThatThrownBy(() -> bench.engine.submit(stale, "").await())
                .isInstanceOf(PlanOutdatedException.class);
        assertThat(service.sent).hasSize(1);

        service.subJob("job-1", "d0", "SUCCESS", null);
        bench.pass(6);
        assertThat(bench.engine.plan(EngineBench.CONNECTION, draft).sendable()).isTrue();
    }

    @Test
    void aChangedUserNameIsSettledByReadingTheList() {
        service.otherwise = request -> accepted(204, "");
        service.desktops.put("d0", Desktops.ofUser("d0", "old"));
        service.desktops.put("d1", Desktops.ofUser("d1", "OLD"));
        String id =
                bench.submit(
                        new Draft.ChangeUserName(
                                new UserNameChange("old", "", "new", "", false),
                                List.copyOf(service.desktops.values())));
        assertThat(bench.state(id).targets()).hasSize(3);

        service.desktops.put("d0", Desktops.ofUser("d0", "new"));
        bench.pass(6);
        assertThat(bench.target(id, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);

        service.desktops.put("d1", Desktops.ofUser("d1", "New"));
        bench.pass(6);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.ended).containsExactly("d0", "d1");
    }

    @Test
    void aUserNameThatNeverChangesStaysUnknown() {
        service.otherwise = request -> accepted(204, "");
        service.desktops.put("d0", Desktops.ofUser("d0", "old"));
        String id =
                bench.submit(
                        new Draft.ChangeUserName(
                                new UserNameChange("old", "", "new", "", false),
                                List.copyOf(service.desktops.values())));

        bench.pass(700);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_SETTLED);
        service.desktops.put("d0", Desktops.ofUser("d0", "new"));
        assertThat(bench.engine.checkNow(id).await()).isTrue();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }
}
