package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.simulator.SimulatorOptions;

/** Every operation over real HTTP, judged by what the simulated service says became of it. */
class OperationsOverHttpTest {
    @TempDir Path folder;

    private SimulatedBench bench;

    @AfterEach
    void stop() {
        bench.close();
    }

    private void begin() throws IOException {
        begin(UnaryOperator.identity());
    }

    private void begin(UnaryOperator<SimulatorOptions> options) throws IOException {
        bench = new SimulatedBench(folder, options);
    }

    private static UnaryOperator<SimulatorOptions> lacking(String... features) {
        return o -> o.withLacks(Set.of(features));
    }

    private TargetState only(String id) {
        return bench.state(id).targets().getFirst();
    }

    // ---- rejoin ---------------------------------------------------------------------------

    @Test
    void aBatchRejoinTellsEachDesktopsOwnOutcome() throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(5, "succeed");
        bench.edit(desktops.get(3), "{\"outcome\":\"fail\"}");

        OperationState end = bench.ended(bench.submit(new Draft.Rejoin(desktops)));

        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        for (int i = 0; i < 5; i++) {
            TargetState target = end.targets().get(i);
            boolean failed = i == 3;
            assertThat(target.outcome()).isEqualTo(failed ? Outcome.FAILED : Outcome.SUCCEEDED);
            assertThat(bench.truth(desktops.get(i)).path("domain").asText())
                    .isEqualTo(failed ? "out" : "in");
            assertThat(target.end()).isNotNull();
        }
        assertThat(end.targets().get(3).code()).startsWith("WKS.");
        assertThat(end.targets().get(3).message()).isNotEmpty();
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void withoutTheBatchCallEachDesktopIsRejoinedOnItsOwn() throws IOException {
        begin(lacking("batch-rejoin"));
        List<Desktop> desktops = bench.outOfDomain(6, "succeed");

        OperationState end = bench.ended(bench.submit(new Draft.Rejoin(desktops)));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(end.problem()).isNull();
        List<JsonNode> writes = bench.writes();
        assertThat(writes).hasSize(7);
        assertThat(writes).filteredOn(w -> w.path("status").asInt() == 202).hasSize(6);
        for (Desktop desktop : desktops) {
            assertThat(writes)
                    .filteredOn(w -> w.path("path").asText().contains(desktop.id()))
                    .hasSize(1);
            assertThat(bench.truth(desktop).path("domain").asText()).isEqualTo("in");
        }
    }

    @Test
    void aFailedRejoinIsRetriedAsANewOperation() throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(2, "fail");
        String first = bench.submit(new Draft.Rejoin(desktops));
        bench.ended(first);
        desktops.forEach(d -> bench.edit(d, "{\"outcome\":\"succeed\"}"));

        Draft retry = bench.engine.draftOfFailed(first).await().orElseThrow();
        String second = bench.submit(retry);

        assertThat(bench.ended(second).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.state(second).retryOf()).isEqualTo(first);
        assertThat(bench.state(first).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
    }

    // ---- SIDs -----------------------------------------------------------------------------

    @Test
    void theFourOutcomesOfASidUpdateAreToldApart() throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(6, "succeed");
        for (Desktop desktop : desktops.subList(0, 4)) {
            bench.edit(desktop, "{\"sid_differs\":true}");
        }

        String updated = bench.submit(new Draft.UpdateSids(desktops.subList(0, 1)));
        bench.ended(updated);
        assertThat(only(updated).code()).isEqualTo(Codes.SIDS_UPDATED);
        assertThat(bench.truth(desktops.get(0)).path("sid_differs").asBoolean()).isFalse();

        String unchanged = bench.submit(new Draft.UpdateSids(desktops.subList(0, 1)));
        bench.ended(unchanged);
        assertThat(only(unchanged).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(only(unchanged).code()).isEqualTo(Codes.SIDS_UNCHANGED);

        String job = bench.submit(new Draft.UpdateSids(desktops.subList(1, 4)));
        assertThat(bench.ended(job).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(only(job).jobId()).isNotEmpty();
        assertThat(bench.truth(desktops.get(2)).path("domain").asText()).isEqualTo("in");

        bench.edit(desktops.get(5), "{\"status\":\"SHUTOFF\"}");
        String not = bench.submit(new Draft.UpdateSids(desktops.subList(5, 6)));
        assertThat(bench.ended(not).problem().kind()).isEqualTo(Problem.Kind.NOT_QUALIFIED);
        assertThat(only(not).code()).isEqualTo("WKS.00010114");

        String still = bench.submit(new Draft.UpdateSids(desktops.subList(4, 5)));
        bench.ended(still);
        assertThat(only(still).code()).isEqualTo(Codes.SIDS_UNCHANGED_OUT);
    }

    // ---- user name ------------------------------------------------------------------------

    @Test
    void aUserNameChangeMovesAllItsDesktops() throws IOException {
        begin();
        List<Desktop> desktops = bench.healthy(3);
        desktops.forEach(d -> bench.edit(d, "{\"user_name\":\"leaver\"}"));

        OperationState end =
                bench.ended(
                        bench.submit(
                                new Draft.ChangeUserName(
                                        new UserNameChange("leaver", "", "joiner", "", true),
                                        desktops)));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(end.targets()).hasSize(4);
        for (Desktop desktop : desktops) {
            assertThat(bench.truth(desktop).path("user_name").asText()).isEqualTo("joiner");
        }
        assertThat(bench.writes()).hasSize(1);
    }

    // ---- rebuild --------------------------------------------------------------------------

    private Image gold() {
        return bench.cloud.images("gold").await().stream()
                .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                .findFirst()
                .orElseThrow();
    }

    private static RebuildOrder order(Image image) {
        return new RebuildOrder(image.type(), image.id(), image.name(), "", 0, "Save", "", "");
    }

    @Test
    void aRebuildEndsWithTheNewImage() throws IOException {
        begin();
        List<Desktop> desktops = bench.healthy(3);
        desktops.forEach(d -> bench.edit(d, "{\"outcome\":\"succeed\"}"));
        bench.edit(desktops.get(1), "{\"outcome\":\"fail\"}");
        Image image = gold();

        OperationState end = bench.ended(bench.submit(new Draft.Rebuild(desktops, order(image))));

        assertThat(end.targets())
                .extracting(TargetState::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(bench.truth(desktops.get(0)).path("image_id").asText()).isEqualTo(image.id());
        assertThat(bench.truth(desktops.get(1)).path("status").asText()).isEqualTo("ERROR");
    }

    @Test
    void aRebuildRefusedInsideA200IsAFailure() throws IOException {
        begin();
        List<Desktop> desktops = bench.healthy(1);
        RebuildOrder gone = new RebuildOrder("gold", "no-such-image", "", "", 0, "", "", "");

        OperationState end = bench.ended(bench.submit(new Draft.Rebuild(desktops, gone)));

        assertThat(end.targets().getFirst().code()).isEqualTo("WKS.00010503");
        assertThat(end.problem().kind()).isEqualTo(Problem.Kind.REFUSED_WITH_SUCCESS_STATUS);
        assertThat(end.problem().httpStatus()).isEqualTo(200);
    }

    // ---- power ----------------------------------------------------------------------------

    @Test
    void powerGoesThereAndBackAndTellsPartialFailure() throws IOException {
        begin();
        List<Desktop> desktops = bench.healthy(3);
        desktops.forEach(d -> bench.edit(d, "{\"outcome\":\"succeed\"}"));
        // Off in truth, on in the list the operator still sees.
        bench.edit(desktops.get(2), "{\"status\":\"SHUTOFF\"}");

        OperationState stop =
                bench.ended(bench.submit(new Draft.Power(desktops, PowerAction.STOP, false)));
        assertThat(stop.count(Outcome.SUCCEEDED)).isEqualTo(2);
        assertThat(stop.targets().get(2).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(stop.targets().get(2).code()).isEqualTo("WKS.00010032");
        assertThat(bench.truth(desktops.get(0)).path("status").asText()).isEqualTo("SHUTOFF");

        List<Desktop> off =
                desktops.stream().map(d -> bench.cloud.desktop(d.id()).await().desktop()).toList();
        OperationState start =
                bench.ended(bench.submit(new Draft.Power(off, PowerAction.START, false)));
        assertThat(start.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.truth(desktops.get(2)).path("status").asText()).isEqualTo("ACTIVE");

        OperationState restart =
                bench.ended(bench.submit(new Draft.Power(desktops, PowerAction.RESTART, true)));
        assertThat(restart.phase()).isEqualTo(Phase.SUCCEEDED);
    }

    // ---- the service and the network misbehave --------------------------------------------

    @Test
    void a429HoldsTheRestAndAResumeSendsItOnce() throws IOException {
        begin();
        List<Desktop> desktops = bench.healthy(150);
        bench.fault(
                "{\"kind\":\"throttle\",\"method\":\"POST\",\"path\":\"/desktops/action\",\"times\":1}");
        String id = bench.submit(new Draft.Power(desktops, PowerAction.RESTART, false));

        OperationState held = bench.until(id, s -> s.phase() == Phase.HELD);
        assertThat(held.problem().httpStatus()).isEqualTo(429);
        assertThat(bench.engine.resume(id).await()).isTrue();

        assertThat(bench.ended(id).phase()).isEqualTo(Phase.SUCCEEDED);
        List<String> carried = new ArrayList<>();
        for (JsonNode write : bench.writes()) {
            if (write.path("processed").asBoolean()) {
                new ObjectMapper()
                        .readTree(write.path("body").asText())
                        .path("desktop_ids")
                        .forEach(n -> carried.add(n.asText()));
            }
        }
        assertThat(carried).doesNotHaveDuplicates().hasSize(150);
    }

    @Test
    void anAnswerLostAfterAcceptanceIsFoundInTheServicesRecords() throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(3, "succeed");
        bench.fault(
                "{\"kind\":\"reset\",\"moment\":\"after\",\"method\":\"POST\","
                        + "\"path\":\"batch-rejoin-domain$\",\"times\":1}");

        OperationState end = bench.ended(bench.submit(new Draft.Rejoin(desktops)));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(end.targets().getFirst().jobId()).isNotEmpty();
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void aRequestLostBeforeAcceptanceStaysUnknownAndIsNotRepeated() throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(2, "succeed");
        bench.fault(
                "{\"kind\":\"reset\",\"moment\":\"before\",\"method\":\"POST\","
                        + "\"path\":\"batch-rejoin-domain$\",\"times\":1}");
        String id = bench.submit(new Draft.Rejoin(desktops));
        OperationState state = bench.until(id, s -> s.phase() == Phase.UNKNOWN);
        assertThat(state.problem().kind()).isEqualTo(Problem.Kind.CONNECTION_LOST);
        bench.engine.checkNow(id).await();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(bench.writes()).hasSize(1);
        assertThat(bench.engine.settleUnknown(id, false).await()).isTrue();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(only(id).code()).isEqualTo(Codes.SETTLED_NOT_DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, WKS.0001, FAILED, BAD_REQUEST",
        "401, APIGW.0301, FAILED, UNAUTHENTICATED",
        "403, WKS.0403, FAILED, FORBIDDEN",
        "404, WKS.0204, FAILED, NOT_FOUND",
        "409, WKS.00010032, WAITING, CONFLICT",
        "412, WKS.00010114, FAILED, NOT_QUALIFIED",
        "429, APIGW.0308, WAITING, THROTTLED",
        "500, WKS.00010029, FAILED, SERVER",
        "502, APIGW.0202, UNKNOWN, SERVER",
        "504, APIGW.0203, UNKNOWN, SERVER",
    })
    void everyStatusOfAWriteBecomesWhatItMeans(
            int status, String code, Outcome outcome, Problem.Kind kind) throws IOException {
        begin();
        List<Desktop> desktops = bench.outOfDomain(1, "succeed");
        bench.fault(
                "{\"kind\":\"status\",\"method\":\"POST\",\"path\":\"rejoin-domain$\",\"status\":"
                        + status
                        + ",\"body\":{\"error_code\":\""
                        + code
                        + "\",\"error_msg\":\"in the service's words\"}}");

        String id = bench.submit(new Draft.Rejoin(desktops));
        OperationState state =
                bench.until(id, s -> s.problem() != null && s.phase() != Phase.SENDING);

        assertThat(only(id).outcome()).isEqualTo(outcome);
        assertThat(state.problem().kind()).isEqualTo(kind);
        assertThat(state.problem().httpStatus()).isEqualTo(status);
        assertThat(state.problem().code()).isEqualTo(code);
        if (outcome == Outcome.FAILED) {
            assertThat(only(id).code()).isEqualTo(code);
            assertThat(only(id).message()).isEqualTo("in the service's words");
        }
        assertThat(bench.writes()).hasSize(1);
    }
}
