package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.operation.Draft.PowerAction;

class PowerTest {
    @TempDir Path folder;

    private EngineBench bench;
    private ScriptedService service;

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
        service = bench.service;
        service.otherwise = request -> new WriteAnswer.Accepted(200, "", List.of(), "");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void now(String id, String status, String task) {
        service.desktops.put(id, Desktops.of(id, status, task));
    }

    private String submit(PowerAction action, Desktop... desktops) {
        return bench.submit(new Draft.Power(List.of(desktops), action, false));
    }

    @Test
    void twoEqualReadsInTheExpectedStateEndAStart() {
        now("a", "SHUTOFF", "");
        String id = submit(PowerAction.START, Desktops.of("a", "SHUTOFF", ""));
        bench.pass(5);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
        now("a", "ACTIVE", "powering-on");
        bench.pass(5);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);

        now("a", "ACTIVE", "");
        bench.pass(5);
        assertThat(bench.target(id, 0).outcome()).as("one read").isEqualTo(Outcome.RUNNING);
        bench.pass(5);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void partialFailureIsToldPerDesktopAtOnce() {
        service.answers.add(
                new WriteAnswer.Accepted(
                        200,
                        "",
                        List.of(
                                new WriteAnswer.TargetFailure(
                                        "b", "PC-b", "WKS.00010100", "did not start")),
                        ""));
        String id =
                submit(
                        PowerAction.START,
                        Desktops.of("a", "SHUTOFF", ""),
                        Desktops.of("b", "SHUTOFF", ""));

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(bench.target(id, 1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 1).code()).isEqualTo("WKS.00010100");
        assertThat(bench.target(id, 1).message()).isEqualTo("did not start");
    }

    @Test
    void aRestartIsNotOverBeforeItWasSeen() {
        now("a", "ACTIVE", "");
        String id = submit(PowerAction.RESTART, Desktops.windows("a"));
        bench.pass(11);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
        now("a", "ACTIVE", "rebooting");
        bench.pass(5);
        now("a", "ACTIVE", "");
        bench.pass(10);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(bench.target(id, 0).code()).isEmpty();
    }

    @Test
    void aRestartNobodySawCountsAfterAQuietWhileAndSaysSo() {
        now("a", "ACTIVE", "");
        String id = submit(PowerAction.RESTART, Desktops.windows("a"));

        bench.pass(60);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.RESTART_NOT_SEEN);
    }

    @Test
    void aDesktopThatEndsInErrorFails() {
        now("a", "SHUTOFF", "powering-on");
        String id = submit(PowerAction.START, Desktops.of("a", "SHUTOFF", ""));
        bench.pass(5);
        now("a", "ERROR", "");
        bench.pass(10);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.POWER_ERROR);
    }

    @Test
    void aStateThatNeverComesStaysUnknownAndIsNoLongerAskedAbout() {
        now("a", "SHUTOFF", "");
        String id = submit(PowerAction.START, Desktops.of("a", "SHUTOFF", ""));
        bench.pass(700);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_SETTLED);
        int reads = service.reads;
        bench.pass(700);
        assertThat(service.reads).isEqualTo(reads);
    }

    @Test
    void anUnansweredStopIsBelievedOnlyWhenItsEffectIsSeen() {
        service.answers.add(
                new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, "")));
        now("a", "ACTIVE", "");
        String id = submit(PowerAction.STOP, Desktops.windows("a"));
        bench.pass(20);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);

        now("a", "SHUTOFF", "");
        bench.pass(15);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void anUnansweredStopWithoutEffectStaysUnknown() {
        service.answers.add(
                new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, "")));
        now("a", "ACTIVE", "");
        String id = submit(PowerAction.STOP, Desktops.windows("a"));

        bench.pass(300);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_FOUND);
    }
}
