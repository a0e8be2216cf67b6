package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.redact.Redactor;

/** What is left of operations when the program ends at a bad moment. */
class RestartTest {
    @TempDir Path folder;

    private EngineBench bench;

    @AfterEach
    void stop() {
        bench.close();
    }

    private void begin() {
        bench = new EngineBench(folder);
    }

    @Test
    void aRunningOperationIsShownAsNotCheckedUntilTheServiceWasAsked() {
        begin();
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(2)));
        bench.service.subJob("job-1", "d0", "RUNNING", 30);
        bench.pass(5);
        bench.restart();

        OperationState before = bench.state(id);
        assertThat(before.lastRead()).isNull();
        assertThat(before.reason()).isEqualTo("because");
        assertThat(before.targets()).extracting(TargetState::checked).containsOnly(false);
        assertThat(before.targets().getFirst().outcome()).isEqualTo(Outcome.RUNNING);

        bench.attach();
        bench.pass(1);
        assertThat(bench.state(id).targets()).extracting(TargetState::checked).containsOnly(true);
        assertThat(bench.state(id).lastRead()).isNotNull();
        assertThat(bench.service.sent).hasSize(1);
    }

    @Test
    void whatNeverLeftWaitsForTheOperator() {
        begin();
        bench.service.answers.add(
                new WriteAnswer.Refused(
                        bench.service.problem(Problem.Kind.THROTTLED, 429, "APIGW.0308")));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(150)));
        bench.restart();
        bench.attach();
        bench.pass(600);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        assertThat(bench.state(id).problem().kind()).isEqualTo(Problem.Kind.THROTTLED);
        assertThat(bench.service.sent).hasSize(1);

        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(bench.service.sent).hasSize(3);
        assertThat(bench.service.sent.get(2)).isEqualTo(bench.service.sent.get(0));
    }

    @Test
    void aRequestWhoseBodyHeldASecretIsNotSentAfterARestart() {
        bench = new EngineBench(folder, body -> body.replace("d1", "***"));
        bench.service.answers.add(
                new WriteAnswer.Refused(
                        bench.service.problem(Problem.Kind.THROTTLED, 429, "APIGW.0308")));
        String id = bench.submit(new Draft.UpdateSids(EngineBench.desktops(2)));
        bench.restart();
        bench.attach();

        bench.engine.resume(id).await();

        assertThat(bench.service.sent).hasSize(1);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_SENDABLE);
    }

    @Test
    void whatIsSentHoldsNothingTheRedactorWouldMask() {
        begin();
        Redactor redactor = new Redactor();
        redactor.remember("a-secret-key-of-somebody".toCharArray());
        RebuildOrder order =
                new RebuildOrder("gold", "i", "", "Windows", 5, "Save \"all\" ä 桌面 /\\", "o", "0");
        Writes writes = new Writes("p");
        List<String> ids = List.of("d1", "d2");

        assertThat(
                        List.of(
                                writes.rejoinBatch(ids),
                                writes.rebuild(ids, order),
                                writes.power(ids, "reboot", "SOFT"),
                                writes.changeUserName(
                                        new UserNameChange("o'neill", "a", "b", "c", true))))
                .allSatisfy(w -> assertThat(redactor.json(w.body())).isEqualTo(w.body()));
    }

    @Test
    void aRequestOnItsWayIsUnknownAndItsJobIsLookedFor() {
        begin();
        bench.service.otherwise =
                request -> {
                    throw new SimulatedDeath();
                };
        // The error ends the lane the way the end of the process would: nothing after it runs.
        bench.submit(draft());
        bench.restart();
        OperationState found = bench.engine.all().getFirst();
        assertThat(found.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(found.targets()).extracting(TargetState::code).containsOnly(Codes.UNANSWERED);
        assertThat(found.targets()).extracting(TargetState::checked).containsOnly(false);

        bench.service.subJob("found", "d0", "SUCCESS", null);
        bench.attach();
        bench.pass(10);
        assertThat(bench.state(found.id()).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.service.sent).hasSize(1);
    }

    private static Draft draft() {
        return new Draft.Rejoin(EngineBench.desktops(1));
    }

    @Test
    void theDesktopsOfAnOpenOperationStayReserved() {
        begin();
        bench.submit(draft());
        bench.restart();
        bench.attach();

        assertThat(bench.engine.plan(EngineBench.CONNECTION, draft()).exclusions())
                .extracting(Plan.Exclusion::reason)
                .containsExactly(Plan.Reason.IN_OPEN_OPERATION);
    }

    @Test
    void anEndedOperationStaysInTheList() {
        begin();
        bench.service.answers.add(
                new WriteAnswer.Refused(
                        bench.service.problem(Problem.Kind.NOT_QUALIFIED, 412, "WKS.00010032")));
        String id = bench.submit(draft());
        bench.restart();
        bench.attach();
        bench.pass(60);

        OperationState ended = bench.state(id);
        assertThat(ended.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(ended.problem().code()).isEqualTo("WKS.00010032");
        assertThat(ended.ended()).isNotNull();
        assertThat(bench.service.reads).isZero();
        assertThat(bench.engine.all()).hasSize(1).isEqualTo(List.of(ended));
    }

    /** Stands for the end of the process: nothing after it runs. */
    private static final class SimulatedDeath extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aPowerActionOfYesterdayIsStillSettledByTwoLooks() {
        bench = new EngineBench(folder);
        bench.service.otherwise = request -> new WriteAnswer.Accepted(200, "", List.of(), "");
        String id =
                bench.submit(
                        new Draft.Power(EngineBench.desktops(1), Draft.PowerAction.STOP, false));
        bench.restart();
        bench.pass(24 * 3600);
        bench.service.desktops.put("d0", Desktops.of("d0", "SHUTOFF", ""));
        bench.attach();

        bench.pass(40);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }
}
