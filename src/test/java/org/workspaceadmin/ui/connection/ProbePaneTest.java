package org.workspaceadmin.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.probe.ConnectionProbe;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.probe.ProbeRequest;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.connection.probe.StepState;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.simulator.SteppedClock;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** The connection test on screen, against the simulator, each step failing. */
@ExtendWith(ApplicationExtension.class)
class ProbePaneTest {
    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final SteppedClock serviceClock = SteppedClock.atSystemTime();
    private final ManualTimer screenTimer = new ManualTimer(Instant.now());
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final List<Exchange> seen = new CopyOnWriteArrayList<>();
    private final Port port = new Port();
    private Simulator simulator;
    private SimulatorClient control;
    private Skin skin;
    private Scene scene;
    private ProbeViewModel model;

    /** Tests what the test wants it to. */
    private final class Port implements ProbePort {
        private NetworkSettings network = NetworkSettings.DEFAULTS.withMode(ProxyMode.NONE);
        private final Timer timer = Timer.system();
        private final Redactor redactor = new Redactor();
        private final ConnectionProbe probe =
                ConnectionProbe.of(
                        Workers.virtual("probe"),
                        timer,
                        redactor,
                        Network.of(() -> network, Optional::empty, redactor, timer));
        private Supplier<SignIn> signIn = ProbePaneTest.this::key;
        private Supplier<URI> endpoint = () -> simulator.endpoint();
        private String region = "";
        private String project = "";
        private Duration corrected = Duration.ZERO;

        @Override
        public Work<ProbeReport> start(Duration clockOffset, ProbeListener listener) {
            SignIn with = signIn.get();
            Connection connection =
                    new ConnectionDraft(
                                    "",
                                    region.isEmpty() && project.isEmpty()
                                            ? simulator.region()
                                            : region,
                                    endpoint.get().toString(),
                                    project,
                                    Generation.V2)
                            .connection(with);
            return probe.start(new ProbeRequest(connection, with, clockOffset), listener);
        }

        @Override
        public void correctClock(Duration offset) {
            corrected = offset;
        }
    }

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        Now now = new Now(screenTimer, UiExecutor.sameThread());
        FxUiExecutor ui = new FxUiExecutor();
        UiContext context =
                new UiContext(
                        texts,
                        now,
                        screenTimer,
                        Workers.sameThread(),
                        ui,
                        copied::add,
                        new FxFiles(() -> stage),
                        page -> {});
        model = new ProbeViewModel(port, now, ui);
        StackPane page = new StackPane(new ProbePane(model, context));
        page.setPadding(new Insets(16));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scene = new Scene(new StackPane(scroll), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void begin() throws Exception {
        begin(Watched.options());
    }

    private void begin(SimulatorOptions options) throws Exception {
        simulator =
                Simulator.start(
                        options.withDesktops(40)
                                .withClock(serviceClock)
                                .withObserver(Watched.and(this::ours)));
        control = new SimulatorClient(simulator);
        seen.clear();
    }

    /** Notes what the program sent, and not what the test itself did. */
    private void ours(Exchange exchange) {
        if ("workspace-admin".equals(exchange.requestHeader("user-agent"))) {
            seen.add(exchange);
        }
    }

    @AfterEach
    void end() {
        control.close();
        simulator.close();
        css.assertEmpty();
        css.close();
    }

    @Test
    void everythingPasses(FxRobot robot) {
        assertThat(text(robot, "#probe-outcome")).isEqualTo("Reads only; signs in once.");
        assertThat(robot.lookup("#probe-details").query().isVisible()).isFalse();
        robot.interact(() -> Pictures.save(scene, "probe-before-light"));
        double top = rowTop(robot, 8);

        test(robot);

        assertThat(text(robot, "#probe-outcome")).isEqualTo("Everything works.");
        assertThat(rowTop(robot, 8)).isEqualTo(top);
        assertThat(robot.lookup(".probe-mark").queryAll()).isEmpty();
        assertThat(visible(robot)).contains("Signed in as " + simulator.user());
        robot.interact(() -> Pictures.save(scene, "probe-passed-light"));
        robot.clickOn("#probe-evidence");
        assertThat(visible(robot)).contains("Access key", simulator.accessKey());
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "probe-passed-dark-zh"));
        assertThat(text(robot, "#probe-outcome")).isEqualTo("一切正常。");
    }

    @Test
    void aRunningStepHasAMarkAndCanBeStopped(FxRobot robot) {
        fault("{\"kind\":\"stall\",\"path\":\"workspaces$\"}");
        robot.clickOn("#probe-start");
        until(robot, () -> state(StepKind.SERVICE) == StepState.RUNNING);
        until(robot, () -> open() == 1);

        assertThat(robot.lookup(".probe-mark").queryAll())
                .hasSize(1)
                .allMatch(mark -> mark instanceof ProgressIndicator);
        assertThat(robot.lookup("#probe-start").query().isDisabled()).isTrue();
        robot.clickOn("#probe-stop");

        until(robot, () -> open() == 0);
        assertThat(state(StepKind.SERVICE)).isEqualTo(StepState.STOPPED);
        assertThat(state(StepKind.CALLS)).isEqualTo(StepState.STOPPED);
        assertThat(state(StepKind.SIGN_IN)).isEqualTo(StepState.PASSED);
        assertThat(robot.lookup(".probe-mark").queryAll()).isEmpty();
        assertThat(text(robot, "#probe-outcome")).isEqualTo("Stopped before the end.");
        assertThat(robot.lookup("#probe-start").query().isDisabled()).isFalse();
    }

    @Test
    void aRunningStepLooksCalm(FxRobot robot) {
        fault("{\"kind\":\"stall\",\"path\":\"workspaces$\"}");
        robot.clickOn("#probe-start");
        until(robot, () -> state(StepKind.SERVICE) == StepState.RUNNING);
        robot.interact(() -> Pictures.save(scene, "probe-running-light"));
        robot.interact(model::stop);
    }

    @Test
    void anUnknownHost(FxRobot robot) {
        port.endpoint = () -> URI.create("https://workspace.nowhere.invalid");
        test(robot);

        failed(robot, StepKind.NAMES, "No address for workspace.nowhere.invalid");
        assertThat(visible(robot)).contains("The name workspace.nowhere.invalid was not found");
        assertThat(rowText(robot, 4)).contains("Skipped", "Name resolution");
        robot.interact(() -> Pictures.save(scene, "probe-names-light"));
    }

    @Test
    void aProxyThatIsNotThere(FxRobot robot) throws Exception {
        int closed = Peer.freePort();
        port.network = NetworkSettings.DEFAULTS.withProxy("127.0.0.1", closed);
        port.endpoint = () -> URI.create("https://workspace.example");
        test(robot);

        failed(robot, StepKind.PROXY, "127.0.0.1:" + closed + " could not be reached");
        robot.clickOn("#probe-evidence");
        assertThat(visible(robot)).contains("the settings name the proxy");
        robot.interact(() -> Pictures.save(scene, "probe-proxy-light"));
        robot.interact(() -> texts.setLanguage(Language.CHINESE));
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        robot.interact(() -> Pictures.save(scene, "probe-proxy-dark-zh"));
    }

    @Test
    void aClosedPort(FxRobot robot) throws Exception {
        int closed = Peer.freePort();
        port.endpoint = () -> URI.create("http://127.0.0.1:" + closed);
        test(robot);

        failed(robot, StepKind.TLS, "127.0.0.1:" + closed + " could not be reached");
        assertThat(visible(robot)).contains("Check the network, the firewall and the proxy");
    }

    @Test
    void aClockThatIsOffCanBeCorrected(FxRobot robot) {
        serviceClock.advance(Duration.ofMinutes(20));
        test(robot);

        failed(robot, StepKind.CLOCK, "Differs from the service’s by");
        robot.interact(() -> Pictures.save(scene, "probe-clock-light"));
        robot.clickOn("#probe-correct-clock");
        ended(robot);

        assertThat(port.corrected).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
        assertThat(state(StepKind.CLOCK)).isEqualTo(StepState.WARNED);
        assertThat(state(StepKind.SIGN_IN)).isEqualTo(StepState.PASSED);
        assertThat(text(robot, "#probe-outcome")).isEqualTo("It works, with remarks.");
    }

    @Test
    void aRefusedSignInIsTriedOnce(FxRobot robot) {
        port.signIn = () -> new SignIn.AccessKey(simulator.accessKey(), "wrong".toCharArray());
        test(robot);

        failed(robot, StepKind.SIGN_IN, "The sign-in was not accepted");
        until(robot, () -> open() == 0);
        assertThat(seen).filteredOn(e -> !e.path().equals("/")).hasSize(1);
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "probe-signin-dark-zh"));
    }

    @Test
    void aLockedKeyShowsTheCountdownAndKeepsTheButtonShut(FxRobot robot) {
        port.signIn = () -> new SignIn.AccessKey(simulator.accessKey(), "wrong".toCharArray());
        for (int i = 0; i < 6; i++) {
            test(robot);
        }

        failed(robot, StepKind.SIGN_IN, "The key is locked until");
        assertThat(text(robot, "#probe-outcome"))
                .matches("The key is locked. The next test is possible in [45]:\\d\\d\\.");
        assertThat(robot.lookup("#probe-start").query().isDisabled()).isTrue();
        robot.interact(() -> Pictures.save(scene, "probe-locked-light"));

        robot.interact(() -> screenTimer.advance(Duration.ofMinutes(30)));
        assertThat(robot.lookup("#probe-start").query().isDisabled()).isFalse();
        assertThat(text(robot, "#probe-outcome")).isEqualTo("Something does not work.");
    }

    @Test
    void anOpenProjectSaysWhatToDo(FxRobot robot) {
        port.region = "elsewhere-9";
        test(robot);

        failed(robot, StepKind.PROJECT, "2 projects to choose from");
        assertThat(visible(robot))
                .contains("No single project has the region’s name. Choose one, then test again.");
        assertThat(model.reportProperty().get().projects()).hasSize(2);
    }

    @Test
    void aDirectoryThatFailed(FxRobot robot) {
        fault(
                """
                {"kind":"status","method":"GET","path":"/workspaces$","status":200,
                 "body":{"id":"s","status":"SUBSCRIBED","config_status":"1","ad_domains":{"domain_type":"LOCAL_AD"}}}\
                """);
        test(robot);

        failed(robot, StepKind.SERVICE, "the directory’s configuration failed");
        robot.clickOn("#probe-evidence");
        assertThat(visible(robot)).contains("LOCAL_AD");
        robot.interact(() -> Pictures.save(scene, "probe-service-light"));
    }

    @Test
    void aMissingPermissionIsNamed(FxRobot robot) {
        fault("{\"kind\":\"deny\",\"path\":\"desktops/detail\"}");
        test(robot);

        failed(robot, StepKind.PERMISSIONS, "The list of desktops is refused");
        assertThat(visible(robot)).contains("A permission is missing");
        robot.clickOn("#probe-evidence");
        robot.interact(() -> Pictures.save(scene, "probe-permissions-light"));
    }

    @Test
    void whatTheRegionLacksIsARemark(FxRobot robot) throws Exception {
        control.close();
        simulator.close();
        begin(Watched.options().withLacks(Set.of("domain-check", "check-cidr")));
        test(robot);

        assertThat(state(StepKind.CALLS)).isEqualTo(StepState.WARNED);
        assertThat(visible(robot)).contains("The region lacks: Domain check, Address range check");
        robot.clickOn("#probe-evidence");
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, "probe-calls-dark-zh"));
    }

    @Test
    void aStepIsLookedAtByKeyboard(FxRobot robot) {
        test(robot);
        robot.clickOn(row(robot, 0));
        assertThat(model.chosenProperty().get()).isEqualTo(StepKind.NAMES);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertThat(model.chosenProperty().get()).isEqualTo(StepKind.TLS);
        assertThat(visible(robot)).contains("Plain HTTP, to this workstation only");
        assertThat(row(robot, 2).getAccessibleText()).startsWith("Secure connection. Passed. ");
    }

    @Test
    void theCopyHoldsEverythingAndNoSecret(FxRobot robot) {
        fault("{\"kind\":\"deny\",\"path\":\"workspace-sub-jobs\"}");
        test(robot);
        robot.clickOn("#probe-copy");

        assertThat(copied).hasSize(1);
        assertThat(copied.getFirst())
                .contains(
                        "Name resolution: Passed. ",
                        "Permissions: Remark. Refused: Jobs",
                        "Action needed (GET /v2/{project_id}/workspace-sub-jobs):"
                                + " workspace:jobs:listSubJobs",
                        "A permission is missing")
                .doesNotContain(simulator.secretKey());
    }

    @Test
    void whatChangedSinceTheTestIsSaid(FxRobot robot) {
        test(robot);
        robot.interact(model::retyped);
        assertThat(text(robot, "#probe-outcome"))
                .isEqualTo("Something was changed since this test.");
        robot.interact(() -> model.readyProperty().set(false));
        assertThat(robot.lookup("#probe-start").query().isDisabled()).isTrue();
    }

    private SignIn key() {
        return new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray());
    }

    private void test(FxRobot robot) {
        robot.clickOn("#probe-start");
        ended(robot);
    }

    private void ended(FxRobot robot) {
        until(robot, () -> !model.runningProperty().get());
    }

    private static void until(FxRobot robot, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(30);
        boolean[] met = {false};
        while (!met[0]) {
            assertThat(Instant.now()).isBefore(end);
            robot.interact(() -> met[0] = condition.getAsBoolean());
        }
    }

    private void fault(String wish) {
        assertThat(control.control("POST", "/faults", wish).status()).isEqualTo(201);
    }

    private int open() {
        return control.control("GET", "/state", null).json().path("open_exchanges").asInt();
    }

    private StepState state(StepKind kind) {
        return model.stepProperty(kind).get().state();
    }

    private void failed(FxRobot robot, StepKind kind, String verdict) {
        assertThat(state(kind)).isEqualTo(StepState.FAILED);
        assertThat(model.chosenProperty().get()).isEqualTo(kind);
        assertThat(rowText(robot, kind.ordinal())).contains("Failed", verdict);
        assertThat(visible(robot)).contains(verdict);
        assertThat(text(robot, "#probe-outcome"))
                .satisfiesAnyOf(
                        t -> assertThat(t).isEqualTo("Something does not work."),
                        t -> assertThat(t).startsWith("The key is locked."));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static Node row(FxRobot robot, int index) {
        ListView<?> list = robot.lookup("#probe-steps").queryAs(ListView.class);
        return list.lookupAll(".probe-row").stream()
                .filter(node -> ((ProbeRow) node).getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    private static double rowTop(FxRobot robot, int index) {
        return row(robot, index).localToScene(0, 0).getY();
    }

    private static String rowText(FxRobot robot, int index) {
        return String.valueOf(row(robot, index).getAccessibleText());
    }

    /** Every text on screen now. */
    private static String visible(FxRobot robot) {
        StringBuilder all = new StringBuilder();
        robot.lookup(node -> node instanceof Label || node instanceof Button)
                .queryAll()
                .forEach(node -> {
                    if (shown(node)) {
                        all.append(((Labeled) node).getText()).append('\n');
                    }
                });
        return all.toString();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
