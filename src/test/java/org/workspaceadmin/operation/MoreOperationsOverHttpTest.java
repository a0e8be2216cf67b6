package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.UserNameChange;

/** Log-off, messages, maintenance and names over real HTTP, judged by what became of it. */
class MoreOperationsOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private SimulatedBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new SimulatedBench(folder, UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Healthy desktops, changed, as the service lists them afterwards. */
    private List<Desktop> desktops(int count, String change) {
        List<Desktop> found = bench.healthy(count);
        found.forEach(d -> bench.edit(d, change));
        return again(found);
    }

    private List<Desktop> again(List<Desktop> desktops) {
        String[] ids = desktops.stream().map(Desktop::id).toArray(String[]::new);
        return bench.cloud
                .allDesktops(DesktopQuery.all().with("desktop_id", ids), page -> {})
                .await()
                .desktops();
    }

    private JsonNode onlyBody() throws IOException {
        List<JsonNode> writes = bench.writes();
        assertThat(writes).hasSize(1);
        return JSON.readTree(writes.getFirst().path("body").asText());
    }

    private void refuse(String path, int status, String code) {
        bench.fault(
                "{\"kind\":\"status\",\"path\":\""
                        + path
                        + "\",\"status\":"
                        + status
                        + ",\"body\":\"{\\\"error_code\\\":\\\""
                        + code
                        + "\\\",\\\"error_msg\\\":\\\"no\\\"}\"}");
    }

    // ---- log off ---------------------------------------------------------------------------

    @Test
    void aLogOffIsOverWhenNoSessionIsLeft() throws IOException {
        List<Desktop> desktops = desktops(3, "{\"login_status\":\"CONNECTED\"}");
        bench.edit(desktops.get(1), "{\"login_status\":\"DISCONNECTED\"}");

        OperationState end =
                bench.ended(bench.submit(new Draft.LogOff(again(desktops), "请保存 now")));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        for (Desktop desktop : desktops) {
            assertThat(bench.truth(desktop).path("login_status").asText()).isEqualTo("REGISTERED");
        }
        assertThat(onlyBody().path("message").asText()).isEqualTo("请保存 now");
    }

    @Test
    void aLogOffThatIsRefusedFailsWithItsCode() {
        List<Desktop> desktops = desktops(2, "{\"login_status\":\"CONNECTED\"}");
        refuse("logoff", 400, "WKS.00010001");

        OperationState end = bench.ended(bench.submit(new Draft.LogOff(desktops, "")));

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.targets()).extracting(TargetState::code).containsOnly("WKS.00010001");
    }

    @Test
    void aLogOffWhoseAnswerWasLostIsBelievedWhenItsEffectIsSeen() {
        List<Desktop> desktops = desktops(1, "{\"login_status\":\"CONNECTED\"}");
        bench.fault("{\"kind\":\"reset\",\"moment\":\"after\",\"path\":\"logoff\",\"times\":1}");

        OperationState end = bench.ended(bench.submit(new Draft.LogOff(desktops, "")));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.writes()).hasSize(1);
    }

    // ---- messages --------------------------------------------------------------------------

    @Test
    void aMessageEndsWithItsJobThoughThatHasNoSubJobs() throws IOException {
        List<Desktop> desktops = desktops(2, "{\"login_status\":\"CONNECTED\"}");

        OperationState end =
                bench.ended(bench.submit(new Draft.Notify(desktops, "Tonight, 22:00")));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(end.targets()).allMatch(t -> !t.jobId().isEmpty());
        assertThat(onlyBody().path("notifications").asText()).isEqualTo("Tonight, 22:00");
    }

    @Test
    void aMessageWhoseJobFailsFailsWithItsReason() {
        List<Desktop> desktops =
                desktops(2, "{\"login_status\":\"CONNECTED\",\"outcome\":\"fail\"}");

        OperationState end = bench.ended(bench.submit(new Draft.Notify(desktops, "Tonight")));

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.targets()).allMatch(t -> t.outcome() == Outcome.FAILED);
        assertThat(end.targets()).allMatch(t -> t.code().startsWith("WKS."));
    }

    // ---- maintenance -----------------------------------------------------------------------

    @Test
    void maintenanceBeginsAndEndsAsTheDesktopsSay() {
        List<Desktop> desktops = desktops(3, "{}");
        OperationState begun = bench.ended(bench.submit(new Draft.Maintenance(desktops, true)));
        assertThat(begun.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(again(desktops)).allMatch(Desktop::maintenance);

        OperationState over =
                bench.ended(bench.submit(new Draft.Maintenance(again(desktops), false)));

        assertThat(over.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(again(desktops)).noneMatch(Desktop::maintenance);
    }

    @Test
    void maintenanceThatIsForbiddenFails() {
        refuse("maintenance-mode", 403, "WKS.0011");

        OperationState end =
                bench.ended(bench.submit(new Draft.Maintenance(desktops(1, "{}"), true)));

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.targets().getFirst().code()).isEqualTo("WKS.0011");
    }

    // ---- names of desktops -----------------------------------------------------------------

    @Test
    void eachDesktopIsRenamedByItsOwnRequestAndRestsAfterwards() {
        List<Desktop> desktops = desktops(4, "{}");
        refuse("desktops/" + desktops.get(2).id() + "$", 400, "WKS.0020");
        List<Draft.NewName> names =
                IntStream.range(0, 4)
                        .mapToObj(i -> new Draft.NewName(desktops.get(i), "ZZ-NEW-" + i))
                        .toList();

        String id = bench.submit(new Draft.Rename(names));
        OperationState end = bench.ended(id);

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.targets())
                .extracting(TargetState::outcome)
                .containsExactly(
                        Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(again(desktops).stream().filter(d -> d.name().startsWith("ZZ-NEW-")))
                .hasSize(3)
                .noneMatch(Desktop::busy);
        assertThat(bench.writes()).hasSize(4);

        Draft retry = bench.engine.draftOfFailed(id).await().orElseThrow();
        assertThat(retry).isInstanceOf(Draft.Rename.class);
        assertThat(((Draft.Rename) retry).names())
                .extracting(n -> n.desktop().id() + ' ' + n.name())
                .containsExactly(desktops.get(2).id() + " ZZ-NEW-2");
    }

    @Test
    void aRenameIsFollowedOnAfterARestartOfTheProgram() {
        List<Desktop> desktops = desktops(1, "{}");
        String id =
                bench.submit(
                        new Draft.Rename(List.of(new Draft.NewName(desktops.getFirst(), "ZZ-1"))));
        bench.until(id, s -> s.phase() == Phase.RUNNING);
        bench.restart();
        bench.engine.attach(
                SimulatedBench.CONNECTION,
                "Simulated",
                bench.simulator.projectId(),
                Generation.V2,
                bench.cloud);

        assertThat(bench.ended(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    // ---- names of users --------------------------------------------------------------------

    @Test
    void manyUserNamesAreChangedEachWithItsOwnOutcome() {
        List<Desktop> desktops = bench.healthy(6);
        for (int i = 0; i < 6; i++) {
            bench.edit(desktops.get(i), "{\"user_name\":\"leaver" + i / 2 + "\"}");
        }
        List<Desktop> now = again(desktops);
        List<Draft.Handover> rows =
                IntStream.range(0, 3)
                        .mapToObj(i ->
                                new Draft.Handover(
                                        new UserNameChange(
                                                "leaver" + i, "", "joiner" + i, "", false),
                                        now.stream()
                                                .filter(d -> d.userName().equals("leaver" + i))
                                                .toList()))
                        .toList();
        bench.fault(
                "{\"kind\":\"status\",\"path\":\"change-username\",\"body_contains\":\"leaver1\","
                        + "\"status\":400,\"body\":\"{\\\"error_code\\\":\\\"WKS.00170312\\\"}\"}");

        String id = bench.submit(new Draft.ChangeUserNames(rows));
        OperationState end = bench.ended(id);

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.targets())
                .filteredOn(t -> t.target().type() == Target.Type.USER_NAME)
                .extracting(t -> t.target().id() + ' ' + t.outcome())
                .containsExactly("leaver0 SUCCEEDED", "leaver1 FAILED", "leaver2 SUCCEEDED");
        assertThat(bench.writes()).hasSize(3);
        assertThat(again(desktops).stream().map(Desktop::userName).sorted())
                .containsExactly("joiner0", "joiner0", "joiner2", "joiner2", "leaver1", "leaver1");

        Draft retry = bench.engine.draftOfFailed(id).await().orElseThrow();
        assertThat(((Draft.ChangeUserNames) retry).rows())
                .extracting(Draft.Handover::change)
                .containsExactly(new UserNameChange("leaver1", "", "joiner1", "", false));
    }
}
