package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.DomainSettings.Controller;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.ServiceStatus;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.operation.Plan.Reason;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** Opening, changing and closing the service over real HTTP, as the simulated service tells it. */
class ServiceOverHttpTest {
    private static final String CLOSED = "closed";
    private static final String PASSWORD = "Testabc!23";

    @TempDir Path folder;

    private SimulatedBench bench;
    private CloudConnection service;
    private Project project;
    private Vpc vpc;
    private Subnet subnet;

    @BeforeEach
    void begin() throws IOException {
        bench = new SimulatedBench(folder, UnaryOperator.<SimulatorOptions>identity());
        project =
                bench.cloud.usableProjects().await().stream()
                        .filter(p -> p.name().endsWith("_team"))
                        .findFirst()
                        .orElseThrow();
        attach(Generation.V2);
        vpc = service.vpcs().await().getFirst();
        subnet = service.subnets(vpc.id()).await().getFirst();
    }

    @AfterEach
    void stop() {
        bench.close();
        service.close();
    }

    private void attach(Generation generation) {
        if (service != null) {
            bench.engine.detach(CLOSED);
            service.close();
        }
        service =
                Cloud.connect(
                        CloudSettings.single(
                                URI.create(bench.simulator.endpoint().toString()),
                                project.id(),
                                bench.simulator.region(),
                                generation),
                        new Credentials.AccessKey(
                                bench.simulator.accessKey(),
                                bench.simulator.secretKey().toCharArray()),
                        Workers.virtual("cloud"),
                        Timer.system(),
                        new Redactor(),
                        WireOptions.standard());
        bench.engine.attach(CLOSED, "Team", project.id(), generation, service);
    }

    private ApplyOrder order(DomainSettings domain) {
        return new ApplyOrder(
                domain, vpc.id(), List.of(subnet.id()), "INTERNET", "", "", "", "", null);
    }

    private static DomainSettings.LocalAd local(String address, String password) {
        return new DomainSettings.LocalAd(
                "corp.example.com",
                "svc.join",
                Secret.of(password),
                new Controller(address, "dc1.corp.example.com", address),
                Controller.NONE,
                null,
                null);
    }

    private TargetState only(OperationState state) {
        assertThat(state.targets()).hasSize(1);
        return state.targets().getFirst();
    }

    @Test
    void opensTheServiceWithADirectoryInTheCloud() {
        String id = bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs())));
        OperationState moving =
                bench.until(id, s -> only(s).progress() != null && only(s).progress() > 0);
        assertThat(moving.phase()).isIn(Phase.RUNNING, Phase.SUCCEEDED);

        assertThat(bench.ended(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.service().await().status().is(ServiceStatus.SUBSCRIBED)).isTrue();
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void opensTheServiceAgainstTheCompanysDirectoryAndForgetsThePassword() throws IOException {
        Draft draft = new Draft.Apply(order(local("10.0.0.9", PASSWORD)));
        String id = bench.submit(CLOSED, draft);

        OperationState end = bench.ended(id);

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(end.parameters())
                .contains(
                        new Field("domain_type", "LOCAL_AD"),
                        new Field("domain_admin_account", "svc.join"))
                .noneMatch(f -> f.value().contains(PASSWORD));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void aServiceWhoseDirectoryRefusedTheAccountIsNotASuccess() {
        String id =
                bench.submit(CLOSED, new Draft.Apply(order(local("10.0.0.9", "wrong-password"))));

        TargetState target = only(bench.ended(id));

        assertThat(target.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(target.code()).isEqualTo(Codes.SERVICE_AD);
        assertThat(service.service().await().working()).isFalse();

        // The way to repair it: the right password by the update call.
        String repair =
                bench.submit(
                        CLOSED,
                        new Draft.ChangeService(
                                new ServiceChange.DomainAdministrator(
                                        "LOCAL_AD", "svc.join", Secret.of(PASSWORD))));
        assertThat(bench.ended(repair).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.service().await().working()).isTrue();
    }

    @Test
    void aControllerOutOfReachFailsWithTheServicesReasonAndCanBeAppliedForAgain() {
        String id = bench.submit(CLOSED, new Draft.Apply(order(local("192.0.2.9", PASSWORD))));

        TargetState target = only(bench.ended(id));
        assertThat(target.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(target.message()).contains("controller");

        String again = bench.submit(CLOSED, new Draft.Apply(order(local("10.0.0.9", PASSWORD))));
        assertThat(bench.ended(again).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void anApplicationWithoutAnswerIsOursWhenTheServiceOpens() {
        bench.fault(
                "{\"kind\":\"reset\",\"moment\":\"after\",\"method\":\"POST\","
                        + "\"path\":\"/workspaces$\",\"times\":1}");

        OperationState end =
                bench.ended(
                        bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs()))));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void anApplicationLostOnTheWayStaysUnknownAndIsNotRepeated() {
        bench.fault(
                "{\"kind\":\"reset\",\"moment\":\"before\",\"method\":\"POST\","
                        + "\"path\":\"/workspaces$\",\"times\":1}");
        String id = bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs())));

        OperationState unknown = bench.until(id, s -> s.phase() == Phase.UNKNOWN);
        assertThat(only(unknown).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(bench.writes()).hasSize(1);

        assertThat(bench.engine.settleUnknown(id, false).await()).isTrue();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
    }

    @Test
    void theFirstGenerationIsFollowedByItsJob() {
        attach(Generation.V1);
        DomainSettings.LiteAd lite =
                new DomainSettings.LiteAd("testapi.litead.com", "vdsadmin", Secret.of(PASSWORD));

        OperationState end = bench.ended(bench.submit(CLOSED, new Draft.Apply(order(lite))));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.writes())
                .extracting(w -> w.path("path").asText())
                .containsExactly("/v1.0/" + project.id() + "/workspaces");
    }

    @Test
    void theFirstGenerationWithoutAnswerWaitsForTheOperator() {
        attach(Generation.V1);
        bench.fault(
                "{\"kind\":\"reset\",\"moment\":\"after\",\"method\":\"POST\","
                        + "\"path\":\"/workspaces$\",\"times\":1}");
        DomainSettings.LiteAd lite =
                new DomainSettings.LiteAd("testapi.litead.com", "vdsadmin", Secret.of(PASSWORD));

        String id = bench.submit(CLOSED, new Draft.Apply(order(lite)));

        OperationState unknown = bench.until(id, s -> s.phase() == Phase.UNKNOWN);
        assertThat(unknown.problem()).isNotNull();
        assertThat(unknown.problem().kind()).isEqualTo(Problem.Kind.CONNECTION_LOST);
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void nothingLeavesThatTheRulesRefuse() {
        DomainSettings.LiteAd lite =
                new DomainSettings.LiteAd("testapi.litead.com", "vdsadmin", Secret.of(PASSWORD));

        Plan mixed = bench.engine.plan(CLOSED, new Draft.Apply(order(lite)));
        assertThat(mixed.sendable()).isFalse();
        assertThat(mixed.requests()).isEmpty();
        assertThat(mixed.violations()).extracting(Violation::rule).contains("REQ-DOMAIN-TYPE");

        attach(Generation.V1);
        Plan change =
                bench.engine.plan(
                        CLOSED, new Draft.ChangeService(new ServiceChange.Access("INTERNET", "")));
        assertThat(change.violations())
                .extracting(Violation::rule)
                .containsExactly("SERVICE-V2-ONLY");
    }

    @Test
    void aSecondApplicationIsRefusedWithALinkToTheFirst() {
        String first = bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs())));

        Plan second =
                bench.engine.plan(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs())));

        assertThat(second.sendable()).isFalse();
        assertThat(second.exclusions()).hasSize(1);
        assertThat(second.exclusions().getFirst().reason()).isEqualTo(Reason.IN_OPEN_OPERATION);
        assertThat(second.exclusions().getFirst().detail()).isEqualTo(first);
        bench.ended(first);
    }

    @Test
    void changesTheWayInAndTheSubnetsAndClosesTheService() {
        bench.ended(bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs()))));
        List<String> all = service.subnets(vpc.id()).await().stream().map(Subnet::id).toList();

        OperationState access =
                bench.ended(
                        bench.submit(
                                CLOSED,
                                new Draft.ChangeService(
                                        new ServiceChange.Access("BOTH", "10.9.0.0/24"))));
        OperationState subnets =
                bench.ended(
                        bench.submit(
                                CLOSED, new Draft.ChangeService(new ServiceChange.Subnets(all))));

        assertThat(access.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(subnets.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.service().await().accessMode()).isEqualTo("BOTH");
        assertThat(Set.copyOf(service.service().await().subnetIds())).isEqualTo(Set.copyOf(all));

        OperationState cancel = bench.ended(bench.submit(CLOSED, new Draft.CancelService()));
        assertThat(cancel.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.service().await().status().is(ServiceStatus.CLOSED)).isTrue();
    }

    @Test
    void unlocksInWhicheverSpellingTheRegionTakes() throws IOException {
        bench.ended(bench.submit(CLOSED, new Draft.Apply(order(new DomainSettings.LiteAs()))));
        assertThat(
                        bench.control
                                .control(
                                        "POST",
                                        "/projects/" + project.id() + "/lock",
                                        "{\"reason\":\"arrears\"}")
                                .status())
                .isEqualTo(204);
        assertThat(service.lockStatus().await().locked()).isTrue();

        OperationState end = bench.ended(bench.submit(CLOSED, new Draft.UnlockService()));

        assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(service.lockStatus().await().locked()).isFalse();
        List<JsonNode> unlocks =
                bench.writes().stream()
                        .filter(w -> w.path("path").asText().endsWith("/lock-status"))
                        .toList();
        assertThat(unlocks).hasSize(2);
        assertThat(new ObjectMapper().readTree(unlocks.getLast().path("body").asText()))
                .isEqualTo(new ObjectMapper().readTree("{\"operate_type\":\"unLock\"}"));
    }
}
