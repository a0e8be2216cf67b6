package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.simulator.SimulatorOptions;

/** What goes wrong on the way to a working service, and the way on from there. */
@ExtendWith(ApplicationExtension.class)
class SetupFailuresTest {
    @TempDir Path folder;

    private Stage stage;
    private SetupFixture setup;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @BeforeEach
    void open() throws IOException {
        setup = new SetupFixture(folder, UnaryOperator.<SimulatorOptions>identity());
    }

    @AfterEach
    void stop() {
        setup.close();
    }

    private void begin() {
        setup.interact(() -> setup.open(stage, Generation.V2));
        setup.press("setup-begin");
    }

    private void toReview(String controller, String password) {
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");
        setup.type("setup-ACCOUNT", "svc.join");
        setup.type("setup-PASSWORD", password);
        setup.type("setup-ACTIVE_NAME", "dc1.corp.example.com");
        setup.type("setup-ACTIVE_IP", controller);
        setup.type("setup-ACTIVE_DNS", controller);
        setup.press("setup-next");
        setup.choose("setup-vpc", 0);
        setup.chooseFirstSubnet();
        setup.press("setup-access-INTERNET");
        setup.press("setup-next");
        setup.appears("setup-check-run");
        setup.press("setup-next");
        setup.appears("setup-request");
    }

    @Test
    void aRefusedApplicationGoesBackWithEverythingButThePasswordKept() {
        begin();
        setup.bench.fault(
                "{\"kind\":\"status\",\"status\":400,\"method\":\"POST\",\"path\":\"/workspaces$\","
                        + "\"times\":1,\"body\":\"{\\\"error_code\\\":\\\"WKS.0001\\\","
                        + "\\\"error_msg\\\":\\\"field vpc_id is invalid\\\"}\"}");
        toReview("10.0.0.9", "Testabc!23");
        setup.press("setup-next");
        setup.appears("setup-correct");
        setup.picture("setup-refused");
        assertThat(setup.text("setup-progress-text")).contains("WKS.0001");

        setup.press("setup-correct");

        setup.appears("setup-NAME");
        assertThat(setup.text("setup-NAME")).isEqualTo("corp.example.com");
        assertThat(setup.text("setup-ACTIVE_NAME")).isEqualTo("dc1.corp.example.com");
        assertThat(setup.text("setup-PASSWORD")).isEmpty();
        assertThat(setup.wizard().form().subnetIds()).hasSize(1);
        assertThat(setup.bench.writes()).hasSize(1);
    }

    @Test
    void listsThatAreRefusedLeaveFreeTextAsTheWayOn() {
        setup.bench.fault("{\"kind\":\"deny\",\"path\":\"/vpcs\",\"times\":99}");
        begin();
        setup.press("setup-kind-CLOUD");
        setup.press("setup-next");

        setup.appears("setup-VPC");

        setup.picture("setup-network-denied");
        assertThat(setup.words()).contains("A permission is missing. The VPC’s ID can be typed");
        setup.type("setup-VPC", "e8f985fa-5161-4cb8-bf5a-155058ea58c9");
        assertThat(setup.wizard().form().vpcIdProperty().get()).startsWith("e8f985fa");
    }

    @Test
    void aFailedJobShowsTheServicesReasonAndLeadsBackToTheDomain() {
        begin();
        toReview("192.0.2.9", "Testabc!23");
        setup.press("setup-next");

        setup.appears("setup-correct");

        assertThat(setup.text("setup-progress-text")).contains("controller");
        setup.press("setup-correct");
        setup.appears("setup-ACTIVE_IP");
        assertThat(setup.text("setup-ACTIVE_IP")).isEqualTo("192.0.2.9");
    }

    @Test
    void aServiceWithoutItsDirectoryIsShownAsBrokenAndRepaired() {
        begin();
        toReview("10.0.0.9", "wrong-Password1");
        setup.press("setup-next");
        setup.appears("setup-correct");
        assertThat(setup.text("setup-progress-text")).contains("connection to Active Directory");

        setup.reopen(Generation.V2);

        setup.until(
                "the broken directory is told",
                () -> setup.visible("setup-repair") && setup.visible("setup-change-administrator"));
        setup.picture("setup-service-broken");
        setup.press("setup-change-administrator");
        setup.type("setup-change-password", "Testabc!23");
        setup.picture("setup-service-repair");
        assertThat(setup.words()).doesNotContain("Testabc!23");
        setup.press("setup-change-send");
        setup.until("the directory works", () -> !setup.visible("setup-repair"));
        assertThat(setup.text("setup-connected")).isEqualTo("Active Directory is connected");
    }

    @Test
    void aConnectionThatIsLostMeanwhileDoesNotEndTheProgress() {
        begin();
        toReview("10.0.0.9", "Testabc!23");
        setup.bench.fault(
                "{\"kind\":\"reset\",\"method\":\"GET\",\"path\":\"/workspaces$\",\"times\":12}");
        setup.press("setup-next");

        setup.appears("setup-finished");

        assertThat(setup.bench.writes()).hasSize(1);
    }

    @Test
    void aRestartDuringTheProgressGoesOnWithIt() {
        begin();
        toReview("10.0.0.9", "Testabc!23");
        setup.press("setup-next");
        setup.until(
                "it was sent",
                () -> setup.visible("setup-progress-state") && !setup.bench.engine.all().isEmpty());

        setup.restart(Generation.V2);

        // Its progress, or the service itself where it is open by now.
        setup.until(
                "the service works",
                () ->
                        setup.visible("setup-finished")
                                || (setup.visible("setup-status")
                                        && setup.text("setup-status").equals("In service")));
        assertThat(setup.bench.engine.all()).hasSize(1);
        assertThat(setup.bench.writes()).hasSize(1);
    }

    @Test
    void aKilledProgramsApplicationIsFollowedOnByTheNext() {
        setup.interact(() -> setup.open(stage, Generation.V2));
        setup.appears("setup-begin");
        String vpc = setup.reading().vpcs().await().getFirst().id();
        String subnet = setup.reading().subnets(vpc).await().getFirst().id();

        setup.restart(Generation.V2, journal -> applyAndKill(journal, vpc, subnet));

        // Nobody pressed anything: the application of the program that is gone is shown.
        setup.until(
                "the service works",
                () ->
                        setup.visible("setup-finished")
                                || (setup.visible("setup-status")
                                        && setup.text("setup-status").equals("In service")));
        setup.until(
                "the operation ended",
                () -> setup.bench.engine.all().stream().noneMatch(OperationState::open));
        assertThat(setup.bench.engine.all())
                .singleElement()
                .extracting(OperationState::phase)
                .isEqualTo(OperationState.Phase.SUCCEEDED);
        assertThat(setup.bench.writes()).hasSize(1);
    }

    private void applyAndKill(Path journal, String vpc, String subnet) {
        Process child = null;
        try {
            child =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    KilledApplication.class.getName(),
                                    journal.toString(),
                                    setup.bench.simulator.endpoint().toString(),
                                    setup.bench.simulator.region(),
                                    setup.project.id(),
                                    setup.bench.simulator.accessKey(),
                                    setup.bench.simulator.secretKey(),
                                    vpc,
                                    subnet)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String said =
                    child.inputReader()
                            .lines()
                            .filter(KilledApplication.UNDER_WAY::equals)
                            .findFirst()
                            .orElse("");
            assertThat(said).isEqualTo(KilledApplication.UNDER_WAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (child != null) {
                child.destroyForcibly().onExit().join();
            }
        }
    }

    @Test
    void controllersAreChangedWithTheirRulesCheckedWhileTyping() {
        begin();
        toReview("10.0.0.9", "Testabc!23");
        setup.press("setup-next");
        setup.press("setup-finished");
        setup.until("it is in service", () -> setup.visible("setup-change-controllers"));
        setup.until(
                "the subnet is named",
                () -> setup.words().contains("192.168.") && setup.words().contains("·"));
        assertThat(setup.words()).contains("WorkspaceUserSecurityGroup");

        setup.press("setup-change-controllers");
        assertThat(setup.text("setup-NAME")).isEqualTo("corp.example.com");
        assertThat(setup.node("setup-change-send").isDisabled()).isTrue();
        assertThat(setup.visible("setup-fault-PASSWORD")).as("nothing is red yet").isFalse();
        setup.type("setup-STANDBY_IP", "10.0.0.300");
        setup.type("setup-PASSWORD", "Testabc!23");
        setup.until("the address is refused", () -> setup.visible("setup-fault-STANDBY_IP"));
        setup.picture("setup-service-controllers");
        assertThat(setup.node("setup-change-send").isDisabled()).isTrue();
        setup.type("setup-STANDBY_IP", "10.0.0.10");
        setup.type("setup-STANDBY_DNS", "10.0.0.10");
        setup.type("setup-STANDBY_NAME", "dc2.corp.example.com");
        assertThat(setup.words()).doesNotContain("Testabc!23");
        setup.press("setup-change-send");

        setup.until("the standby is told", () -> setup.words().contains("dc2.corp.example.com"));
        assertThat(setup.bench.writes()).hasSize(2);
    }

    @Test
    void networksOverDirectConnectAreJudgedLikeEverythingElse() {
        begin();
        setup.press("setup-kind-CLOUD");
        setup.press("setup-next");
        setup.choose("setup-vpc", 0);
        setup.chooseFirstSubnet();
        setup.press("setup-access-BOTH");
        setup.type("setup-dedicated", "10.1.0.0/16, 10.2.0.0");
        setup.press("setup-next");
        assertThat(setup.words()).contains("semicolons");
        setup.picture("setup-dedicated");
        setup.type("setup-dedicated", "10.1.0.0/16;10.2.0.0/16");
        setup.press("setup-next");
        setup.appears("setup-request");
    }

    @Test
    void whatWasTypedSurvivesARestartButThePasswordDoesNot() {
        begin();
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");
        setup.type("setup-PASSWORD", "Testabc!23");
        setup.press("setup-back");
        setup.press("setup-next");
        assertThat(setup.text("setup-NAME")).isEqualTo("corp.example.com");

        setup.restart(Generation.V2);

        assertThat(setup.remembered.values()).doesNotContain("Testabc!23");
        setup.press("setup-begin");
        setup.press("setup-next");
        setup.appears("setup-NAME");
        assertThat(setup.text("setup-NAME")).isEqualTo("corp.example.com");
        assertThat(setup.text("setup-PASSWORD")).isEmpty();
    }

    @Test
    void aMegabyteIsNotTakenOverAndSaid() {
        begin();
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", "corp.example.com");

        setup.type("setup-NAME", "x".repeat(1_000_000));

        assertThat(setup.text("setup-fault-NAME")).contains("1,000,000");
        assertThat(setup.wizard().form().domainNameProperty().get()).hasSizeLessThan(2_001);
    }

    @Test
    void theServiceIsChangedAndCancelledOnlyAfterItsWordWasTyped() {
        begin();
        toReview("10.0.0.9", "Testabc!23");
        setup.press("setup-next");
        setup.press("setup-finished");
        setup.until("it is in service", () -> setup.visible("setup-change-access"));
        setup.press("setup-change-access");
        setup.press("setup-change-access-BOTH");
        setup.type("setup-change-dedicated", "10.9.0.0/24");
        setup.press("setup-change-send");
        setup.until("the way in changed", () -> setup.words().contains("10.9.0.0/24"));

        setup.until("it can be cancelled", () -> !setup.node("setup-cancel-service").isDisabled());
        setup.press("setup-cancel-service");
        assertThat(setup.node("setup-change-send").isDisabled()).isTrue();
        setup.type("setup-change-word", "cancel");
        setup.picture("setup-cancel");
        setup.press("setup-change-send");

        setup.appears("setup-begin");
    }
}
