package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.operation.Plan.Exclusion;
import org.workspaceadmin.operation.Plan.Reason;
import org.workspaceadmin.rules.Violation;

/** Planning and following of log-off, messages, maintenance and names, in hand-driven time. */
class MoreDraftsTest {
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

    private static Desktop login(String id, String status, String login) {
        return Desktops.desktop(id, status, "", "Windows", "user-" + id, login, false, false);
    }

    private static List<Desktop> many(int count, String login) {
        return IntStream.range(0, count).mapToObj(i -> login("d" + i, "ACTIVE", login)).toList();
    }

    private static List<Reason> reasons(Draft draft) {
        return RealPlans.of(draft, KnownNames.NONE).exclusions().stream()
                .map(Exclusion::reason)
                .toList();
    }

    private static List<String> rules(Draft draft, KnownNames names) {
        return RealPlans.of(draft, names).violations().stream().map(Violation::rule).toList();
    }

    // ---- planning --------------------------------------------------------------------------

    @Test
    void nobodyIsLoggedOffOrToldWhereNobodyIs() {
        List<Desktop> desktops =
                List.of(
                        login("a", "ACTIVE", "CONNECTED"),
                        login("b", "ACTIVE", "DISCONNECTED"),
                        login("c", "ACTIVE", "SOMETHING_NEW"),
                        login("d", "ACTIVE", "REGISTERED"),
                        login("e", "SHUTOFF", "UNREGISTER"),
                        login("f", "HIBERNATED", "UNREGISTER"));
        for (Draft draft :
                List.of(new Draft.LogOff(desktops, "x"), new Draft.Notify(desktops, "x"))) {
            assertThat(reasons(draft))
                    .containsExactly(Reason.NO_SESSION, Reason.NOT_RUNNING, Reason.NOT_RUNNING);
        }
    }

    @Test
    void maintenanceLeavesOutWhatIsSoAlreadyAndTakesBusyDesktops() {
        Desktop busy = Desktops.of("a", "ACTIVE", "rebooting");

        assertThat(reasons(new Draft.Maintenance(List.of(busy), true))).isEmpty();
        assertThat(reasons(new Draft.Maintenance(List.of(busy), false)))
                .containsExactly(Reason.NOT_IN_MAINTENANCE);
        assertThat(reasons(new Draft.LogOff(List.of(busy), ""))).containsExactly(Reason.NO_SESSION);
        assertThat(reasons(new Draft.Rename(List.of(new Draft.NewName(busy, "X")))))
                .containsExactly(Reason.BUSY);
    }

    static Stream<Draft> batched() {
        List<Desktop> desktops = many(250, "CONNECTED");
        return Stream.of(
                new Draft.LogOff(desktops, "bye"),
                new Draft.Notify(desktops, "hello"),
                new Draft.Maintenance(desktops, true));
    }

    @ParameterizedTest
    @MethodSource("batched")
    void atMostAHundredDesktopsAreInARequest(Draft draft) {
        Plan plan = RealPlans.of(draft, KnownNames.NONE);

        assertThat(plan.requests())
                .extracting(r -> r.targets().size())
                .containsExactly(100, 100, 50);
        assertThat(plan.targets()).hasSize(250);
    }

    static Stream<Draft> everyKind() {
        List<Desktop> desktops = many(2, "CONNECTED");
        return Stream.of(
                new Draft.LogOff(desktops, "bye\nnow"),
                new Draft.Notify(desktops, "hello"),
                new Draft.Maintenance(desktops, true),
                new Draft.Maintenance(desktops, false),
                new Draft.Rename(
                        desktops.stream().map(d -> new Draft.NewName(d, "新-" + d.id())).toList()),
                new Draft.ChangeUserNames(
                        desktops.stream()
                                .map(d ->
                                        new Draft.Handover(
                                                new UserNameChange(
                                                        d.userName(),
                                                        "a.b",
                                                        "n" + d.id(),
                                                        "",
                                                        true),
                                                List.of(d)))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenDownIsEnoughToAskForTheSameAgain(Draft draft) {
        assertThat(Parameters.draft(draft.kind(), Parameters.of(draft), draft.desktops()))
                .contains(draft);
    }

    @Test
    void messagesAreCheckedBeforeTheyAreSent() {
        List<Desktop> desktops = many(1, "CONNECTED");

        assertThat(rules(new Draft.LogOff(desktops, "x".repeat(256)), KnownNames.NONE))
                .containsExactly("LOGOFF-MESSAGE-LEN");
        assertThat(rules(new Draft.Notify(desktops, " "), KnownNames.NONE))
                .containsExactly("NOTIFY-MESSAGE-REQUIRED");
        assertThat(rules(new Draft.Notify(desktops, "a\u0007"), KnownNames.NONE))
                .containsExactly("NOTIFY-MESSAGE-CONTROL");
        assertThat(rules(new Draft.Notify(desktops, "x".repeat(1001)), KnownNames.NONE))
                .containsExactly("NOTIFY-MESSAGE-LEN");
    }

    @Test
    void aNameAnotherDesktopHasIsRefusedByThePlanToo() {
        KnownNames names =
                new KnownNames() {
                    @Override
                    public Map<String, String> desktops(Collection<String> wanted) {
                        return Map.of("taken", "other", "mine", "d0");
                    }

                    @Override
                    public Map<String, Integer> users(Collection<String> wanted) {
                        return Map.of("there", 3);
                    }
                };
        Desktop desktop = many(1, "REGISTERED").getFirst();

        assertThat(rules(rename(desktop, "Taken"), names)).containsExactly("RENAME-TAKEN");
        assertThat(rules(rename(desktop, "Mine"), names)).isEmpty();
        Draft handover =
                new Draft.ChangeUserNames(
                        List.of(
                                new Draft.Handover(
                                        new UserNameChange("user-d0", "", "there", "", false),
                                        List.of(desktop))));
        assertThat(rules(handover, names)).containsExactly("HANDOVERS-DOUBTFUL");
        assertThat(RealPlans.of(handover, names).sendable()).isTrue();
    }

    private static Draft rename(Desktop desktop, String name) {
        return new Draft.Rename(List.of(new Draft.NewName(desktop, name)));
    }

    // ---- following -------------------------------------------------------------------------

    @Test
    void aSessionThatNeverEndsStaysUnknown() {
        service.desktops.put("a", login("a", "ACTIVE", "CONNECTED"));
        String id = bench.submit(new Draft.LogOff(List.of(login("a", "ACTIVE", "CONNECTED")), ""));
        bench.pass(60);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
        bench.pass(700);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.NOT_SETTLED);
    }

    @Test
    void aRenameIsOverAfterTwoReadingsAtRest() {
        Desktop before = Desktops.windows("a");
        service.desktops.put("a", before);
        String id = bench.submit(rename(before, "pc-A"));
        service.desktops.put("a", Desktops.of("a", "ACTIVE", "rebooting"));
        bench.pass(20);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);

        service.desktops.put("a", Desktops.of("a", "ACTIVE", ""));
        bench.pass(5);
        assertThat(bench.target(id, 0).outcome()).as("one reading").isEqualTo(Outcome.RUNNING);
        bench.pass(6);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aDesktopThatEndsInErrorAfterItsRenameFails() {
        String id = bench.submit(rename(Desktops.windows("a"), "PC-a2"));
        Desktop named = Desktops.of("a", "ERROR", "");
        service.desktops.put("a", SomeNames.named(named, "PC-a2"));
        bench.pass(15);

        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.POWER_ERROR);
    }

    @Test
    void manyRenamesAreReadTogether() {
        List<Draft.NewName> names = new ArrayList<>();
        for (Desktop desktop : many(150, "REGISTERED")) {
            service.desktops.put(desktop.id(), SomeNames.named(desktop, "N-" + desktop.id()));
            names.add(new Draft.NewName(desktop, "N-" + desktop.id()));
        }
        String id = bench.submit(new Draft.Rename(names));
        int before = service.reads;
        bench.pass(60);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.reads - before).as("questions").isLessThan(15);
    }

    @Test
    void maintenanceWithoutAnswerIsBelievedWhenItIsSeen() {
        service.answers.add(
                new WriteAnswer.Unanswered(service.problem(Problem.Kind.TIMEOUT, 0, "")));
        Desktop desktop = Desktops.windows("a");
        service.desktops.put("a", desktop);
        String id = bench.submit(new Draft.Maintenance(List.of(desktop), true));
        bench.pass(10);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.UNKNOWN);

        service.desktops.put("a", SomeNames.maintained(desktop));
        bench.pass(10);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }
}
