package org.workspaceadmin.connection.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.simulator.SteppedClock;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Work;

/** The connection test against the simulator, each step failing for a real reason. */
class ConnectionProbeTest {
    private final SteppedClock clock = SteppedClock.atSystemTime();
    private final List<Exchange> seen = new CopyOnWriteArrayList<>();
    private final Probing probing = new Probing();
    private Simulator simulator;
    private SimulatorClient control;

    @BeforeEach
    void start() throws Exception {
        begin(Watched.options());
    }

    private void begin(SimulatorOptions options) throws Exception {
        simulator =
                Simulator.start(
                        options.withDesktops(40)
                                .withClock(clock)
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

    /** Another service, in place of the one every test begins with. */
    private void instead(SimulatorOptions options) throws Exception {
        stop();
        begin(options);
    }

    @AfterEach
    void stop() {
        control.close();
        simulator.close();
    }

    @Test
    void everyStepPassesWithAKeyAndIsHeardFromWaitingToPassed() {
        ProbeReport report = probing.test(connection(), key());

        assertThat(states(report)).allSatisfy((kind, state) -> passed(report, kind));
        assertThat(report.outcome()).isEqualTo(StepState.PASSED);
        assertThat(report.step(StepKind.SIGN_IN).verdict().code()).isEqualTo("as");
        assertThat(plain(report, StepKind.SIGN_IN)).contains("accessKey: " + simulator.accessKey());
        assertThat(report.step(StepKind.SERVICE).verdict().code()).startsWith("working");
        assertThat(report.project()).isNotNull();
        List<String> changes = probing.heard.stream().map(s -> s.kind() + " " + s.state()).toList();
        List<String> wanted = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            wanted.add(kind + " RUNNING");
            wanted.add(kind + " PASSED");
        }
        assertThat(changes).isEqualTo(wanted);
    }

    @Test
    void nothingOfItWrites() {
        probing.test(connection(), key());
        probing.test(connection(), password());

        assertThat(seen())
                .filteredOn(e -> !e.method().equals("GET"))
                .extracting(e -> e.path().replaceFirst("/v2/[0-9a-f]+", ""))
                .isSubsetOf(
                        "/v3/auth/tokens",
                        "/desktops/batch-rejoin-domain/check",
                        "/desktops/check-images",
                        "/check-cidr",
                        "/v5/decode-authorization-message");
    }

    @Test
    void aPasswordSignsInOnceAndTellsUserRolesAndEnds() {
        ProbeReport report = probing.test(connection(), password());

        assertThat(states(report)).allSatisfy((kind, state) -> passed(report, kind));
        assertThat(signIns()).isEqualTo(1);
        assertThat(plain(report, StepKind.SIGN_IN))
                .contains("user: " + simulator.user(), "roles: te_admin")
                .anyMatch(f -> f.startsWith("tokenExpires: "));
        assertThat(plain(report, StepKind.PERMISSIONS))
                .contains("read.enterpriseProjects: untried", "read.explain: untried");
    }

    @Test
    void theProjectIsFoundByTheRegionsNameWithOneSignIn() {
        for (SignIn signIn : List.of(key(), password())) {
            seen().clear();
            ProbeReport report =
                    probing.test(
                            Probing.connection(
                                    simulator.endpoint(), simulator.region(), "", signIn),
                            signIn);

            assertThat(report.outcome()).isEqualTo(StepState.PASSED);
            assertThat(report.step(StepKind.PROJECT).verdict().code()).isEqualTo("found");
            assertThat(report.project()).extracting(Project::id).isEqualTo(simulator.projectId());
            assertThat(signIns()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void anUnknownHostFailsTheFirstStepAndSkipsTheRestForIt() {
        URI nowhere = URI.create("https://workspace.nowhere.invalid");
        SignIn signIn = key();

        ProbeReport report = probing.test(Probing.connection(nowhere, "", "p", signIn), signIn);

        ProbeStep names = report.step(StepKind.NAMES);
        assertThat(names.state()).isEqualTo(StepState.FAILED);
        assertThat(names.verdict())
                .isEqualTo(
                        Verdict.of(
                                "missingMore",
                                new Value.Text("workspace.nowhere.invalid"),
                                new Value.Count(5)));
        assertProblem(names, Problem.Kind.NAME_RESOLUTION);
        skippedFor(report, StepKind.NAMES, StepKind.PROXY, StepKind.SIGN_IN, StepKind.CALLS);
    }

    @Test
    void aServiceThatIsNotNeededMayBeMissing() {
        URI there = simulator.endpoint();
        URI gone = URI.create("https://eps.nowhere.invalid");
        Connection connection =
                with(connection(), new Endpoints(there, there, there, there, there, gone));

        ProbeReport report = probing.test(connection, key());

        assertThat(report.step(StepKind.NAMES).state()).isEqualTo(StepState.WARNED);
        assertThat(plain(report, StepKind.NAMES))
                .contains("eps.nowhere.invalid addresses: noAddress");
        assertThat(report.step(StepKind.TLS).state()).isEqualTo(StepState.WARNED);
        assertThat(report.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        assertThat(plain(report, StepKind.PERMISSIONS))
                .contains("read.enterpriseProjects: unknown", "read.desktops: allowed");
    }

    @Test
    void aClosedPortIsToldWhereTheConnectionIsMade() throws Exception {
        URI closed = URI.create("http://127.0.0.1:" + Peer.freePort());
        SignIn signIn = key();

        ProbeReport report = probing.test(Probing.connection(closed, "", "p", signIn), signIn);

        assertThat(report.step(StepKind.NAMES).state()).isEqualTo(StepState.PASSED);
        ProbeStep tls = report.step(StepKind.TLS);
        assertThat(tls.verdict().code()).isEqualTo("unreached");
        assertProblem(tls, Problem.Kind.CONNECTION_REFUSED);
        skippedFor(report, StepKind.TLS, StepKind.CLOCK, StepKind.SIGN_IN, StepKind.CALLS);
    }

    @Test
    void aClockSixMinutesOffIsARemark() {
        clock.advance(Duration.ofMinutes(6));

        ProbeReport report = probing.test(connection(), key());

        assertThat(report.step(StepKind.CLOCK).state()).isEqualTo(StepState.WARNED);
        assertThat(report.step(StepKind.CLOCK).verdict().code()).isEqualTo("off");
        assertThat(report.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        assertThat(report.outcome()).isEqualTo(StepState.WARNED);
    }

    @Test
    void aClockTwentyMinutesOffStopsSignaturesUntilItIsCorrected() {
        clock.advance(Duration.ofMinutes(20));

        ProbeReport report = probing.test(connection(), key());

        assertProblem(report.step(StepKind.CLOCK), Problem.Kind.CLOCK_SKEW);
        skippedFor(report, StepKind.CLOCK, StepKind.SIGN_IN, StepKind.CALLS);
        assertThat(seen()).allMatch(e -> e.path().equals("/"));
        Duration offset = report.clockOffset();
        assertThat(offset).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));

        ProbeReport corrected = probing.test(connection(), key(), offset);

        assertThat(corrected.step(StepKind.CLOCK).verdict().code()).isEqualTo("corrected");
        assertThat(corrected.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        assertThat(corrected.outcome()).isEqualTo(StepState.WARNED);
    }

    @Test
    void aPasswordSignsInWhateverTheClockSays() {
        clock.advance(Duration.ofMinutes(-20));

        ProbeReport report = probing.test(connection(), password());

        assertThat(report.step(StepKind.CLOCK).state()).isEqualTo(StepState.FAILED);
        assertThat(report.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        assertThat(report.step(StepKind.CALLS).state()).isEqualTo(StepState.PASSED);
    }

    @Test
    void wrongSecretKeyIsOneAttempt() {
        SignIn wrong = new SignIn.AccessKey(simulator.accessKey(), "wrong".toCharArray());

        ProbeReport report = probing.test(connection(), wrong);

        ProbeStep signIn = report.step(StepKind.SIGN_IN);
        assertThat(signIn.verdict().code()).isEqualTo("refused");
        assertProblem(signIn, Problem.Kind.UNAUTHENTICATED);
        skippedFor(report, StepKind.SIGN_IN, StepKind.PROJECT, StepKind.CALLS);
        assertThat(seen()).filteredOn(e -> !e.path().equals("/")).hasSize(1);
    }

    @Test
    void wrongPasswordIsOneAttempt() {
        SignIn wrong =
                new SignIn.Password(simulator.account(), simulator.user(), "wrong".toCharArray());

        ProbeReport report = probing.test(connection(), wrong);

        assertProblem(report.step(StepKind.SIGN_IN), Problem.Kind.UNAUTHENTICATED);
        assertThat(seen()).filteredOn(e -> !e.path().equals("/")).hasSize(1);
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void aTokenThatWorkspaceRefusesIsNotFetchedAgain() {
        fault(
                """
                {"kind":"status","path":"/v2/.*","status":401,
                 "body":{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: decrypt token fail"}}\
                """);

        ProbeReport report = probing.test(connection(), password());

        assertThat(report.step(StepKind.SERVICE).state()).isEqualTo(StepState.FAILED);
        skippedFor(report, StepKind.SERVICE, StepKind.PERMISSIONS, StepKind.CALLS);
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void aLockedKeyIsLeftAloneUntilTheLockEnds() {
        SignIn wrong = new SignIn.AccessKey(simulator.accessKey(), "wrong".toCharArray());
        for (int i = 0; i < 5; i++) {
            probing.test(connection(), wrong);
        }
        seen().clear();

        ProbeReport report = probing.test(connection(), key());

        assertProblem(report.step(StepKind.SIGN_IN), Problem.Kind.KEY_LOCKED);
        assertThat(report.step(StepKind.SIGN_IN).verdict().code()).isEqualTo("locked");
        assertThat(report.lockedUntil())
                .isBetween(Instant.now().plusSeconds(280), Instant.now().plusSeconds(301));
        assertThat(seen()).filteredOn(e -> !e.path().equals("/")).hasSize(1);

        seen().clear();
        ProbeReport again = probing.test(connection(), key());

        assertThat(again.lockedUntil()).isEqualTo(report.lockedUntil());
        assertThat(seen()).allMatch(e -> e.path().equals("/"));
    }

    @Test
    void temporaryKeysThatRanOutAreNotTried() {
        SignIn old =
                new SignIn.TemporaryKey(
                        "HSTEXAMPLE",
                        "sk".toCharArray(),
                        "token".toCharArray(),
                        Instant.now().minusSeconds(60));

        ProbeReport report = probing.test(connection(), old);

        assertProblem(report.step(StepKind.SIGN_IN), Problem.Kind.SIGN_IN_EXPIRED);
        assertThat(seen()).allMatch(e -> e.path().equals("/"));
    }

    @Test
    void severalProjectsAreOfferedWhenNoneHasTheRegionsName() {
        SignIn signIn = key();

        ProbeReport report =
                probing.test(
                        Probing.connection(simulator.endpoint(), "elsewhere-9", "", signIn),
                        signIn);

        assertThat(report.step(StepKind.PROJECT).verdict().code()).isEqualTo("several");
        assertThat(report.projects()).isNotEmpty().noneMatch(Project::internal);
        skippedFor(report, StepKind.PROJECT, StepKind.SERVICE, StepKind.CALLS);
    }

    @Test
    void withoutAnyProjectItSaysSo() {
        fault(
                "{\"kind\":\"status\",\"path\":\"projects$\",\"status\":200,\"body\":{\"projects\":[]}}");
        SignIn signIn = key();

        ProbeReport report =
                probing.test(
                        Probing.connection(simulator.endpoint(), simulator.region(), "", signIn),
                        signIn);

        assertThat(report.step(StepKind.PROJECT).verdict().code()).isEqualTo("none");
        assertThat(report.step(StepKind.PROJECT).state()).isEqualTo(StepState.FAILED);
    }

    @Test
    void aProjectWithoutTheServiceIsToldApart() {
        SignIn signIn = key();

        ProbeReport report =
                probing.test(
                        Probing.connection(
                                simulator.endpoint(), simulator.region(), team(), signIn),
                        signIn);

        assertThat(report.step(StepKind.SERVICE).state()).isEqualTo(StepState.WARNED);
        assertThat(report.step(StepKind.SERVICE).verdict().code()).isEqualTo("closed");
        assertThat(plain(report, StepKind.PERMISSIONS)).contains("read.desktops: closed");
    }

    @Test
    void aProjectThatDoesNotExistEndsTheTestAtTheService() {
        SignIn signIn = key();
        String unknown = "0123456789abcdef0123456789abcdef";

        ProbeReport report =
                probing.test(
                        Probing.connection(
                                simulator.endpoint(), simulator.region(), unknown, signIn),
                        signIn);

        assertThat(report.step(StepKind.PROJECT).verdict().code()).isEqualTo("unlisted");
        assertProblem(report.step(StepKind.SERVICE), Problem.Kind.PROJECT_UNAVAILABLE);
        skippedFor(report, StepKind.SERVICE, StepKind.PERMISSIONS, StepKind.CALLS);
    }

    @Test
    void aLockedServiceIsARemark() {
        control.control(
                "POST", "/projects/" + simulator.projectId() + "/lock", "{\"reason\":\"arrears\"}");

        ProbeReport report = probing.test(connection(), key());

        assertThat(report.step(StepKind.SERVICE).verdict())
                .isEqualTo(Verdict.of("locked", new Value.Text("arrears")));
    }

    @Test
    void aDirectoryThatFailedIsNotWorking() {
        fault(
                """
                {"kind":"status","method":"GET","path":"/workspaces$","status":200,
                 "body":{"id":"s","status":"SUBSCRIBED","config_status":"1","ad_domains":{"domain_type":"LOCAL_AD"}}}\
                """);

        ProbeReport report = probing.test(connection(), key());

        assertThat(report.step(StepKind.SERVICE).state()).isEqualTo(StepState.FAILED);
        assertThat(report.step(StepKind.SERVICE).verdict().code()).isEqualTo("configFailed");
        assertThat(report.step(StepKind.PERMISSIONS).state()).isEqualTo(StepState.PASSED);
    }

    @Test
    void theOldGenerationHasNoState() {
        Connection old = connection().withGeneration(Generation.V1);

        ProbeReport report = probing.test(old, key());

        assertThat(report.step(StepKind.SERVICE).state()).isEqualTo(StepState.SKIPPED);
        assertThat(report.step(StepKind.SERVICE).verdict().code()).isEqualTo("v1");
        assertThat(plain(report, StepKind.PERMISSIONS)).contains("read.jobsV1: notRefused");
    }

    @Test
    void oneMissingPermissionIsNamedWithItsAction() {
        fault("{\"kind\":\"deny\",\"path\":\"workspace-sub-jobs\"}");

        ProbeReport report = probing.test(connection(), key());

        ProbeStep permissions = report.step(StepKind.PERMISSIONS);
        assertThat(permissions.state()).isEqualTo(StepState.WARNED);
        assertThat(permissions.verdict())
                .isEqualTo(Verdict.of("some", new Value.Words(List.of("read.jobs"))));
        assertProblem(permissions, Problem.Kind.FORBIDDEN);
        assertThat(permissions.problem().authorizationMessage()).isNotEmpty();
        assertThat(plain(report, StepKind.PERMISSIONS))
                .contains(
                        "GET /v2/{project_id}/workspace-sub-jobs action:"
                                + " workspace:jobs:listSubJobs");
    }

    @Test
    void withoutTheListOfDesktopsNothingWorks() {
        fault("{\"kind\":\"deny\",\"path\":\"desktops/detail\"}");

        ProbeReport report = probing.test(connection(), key());

        assertThat(report.step(StepKind.PERMISSIONS).state()).isEqualTo(StepState.FAILED);
        assertThat(report.step(StepKind.PERMISSIONS).verdict().code()).isEqualTo("none");
    }

    @Test
    void whatTheRegionLacksIsListedByName() throws Exception {
        instead(
                Watched.options()
                        .withLacks(
                                Set.of(
                                        "domain-check",
                                        "check-cidr",
                                        "workspace-vpcs",
                                        "workspace-subnets",
                                        "check-images",
                                        "sts")));

        ProbeReport report = probing.test(connection(), key());

        assertThat(report.step(StepKind.SIGN_IN).verdict().code()).isEqualTo("accepted");
        assertThat(report.step(StepKind.PERMISSIONS).state()).isEqualTo(StepState.PASSED);
        assertThat(report.step(StepKind.CALLS).verdict())
                .isEqualTo(
                        Verdict.of(
                                "lacking",
                                new Value.Words(
                                        List.of(
                                                "read.imageCheck",
                                                "read.vpcs",
                                                "read.subnets",
                                                "read.domainCheck",
                                                "read.cidrCheck",
                                                "read.explain"))));
        assertThat(plain(report, StepKind.CALLS))
                .contains(
                        "POST /v2/{project_id}/desktops/batch-rejoin-domain/check"
                                + " read.domainCheck: lacking",
                        "GET /v2/{project_id}/workspace-sub-jobs read.jobs: offered");
    }

    @Test
    void atMostFourRequestsAreUnderWay() throws Exception {
        instead(Watched.options().withLatency(Duration.ofMillis(60)));
        Work<ProbeReport> work = probing.start(ProbeRequest.of(connection(), key()));
        int most = 0;
        while (!work.isDone()) {
            most = Math.max(most, open());
        }

        assertThat(work.await().outcome()).isEqualTo(StepState.PASSED);
        assertThat(most).isBetween(2, 4);
    }

    @Test
    void cancellingEndsTheExchangesInTheMiddle() throws Exception {
        fault("{\"kind\":\"stall\",\"path\":\"workspaces$\"}");
        CountDownLatch there = new CountDownLatch(1);
        Work<ProbeReport> work =
                probing.probe.start(
                        ProbeRequest.of(connection(), key()),
                        step -> {
                            if (step.kind() == StepKind.SERVICE) {
                                there.countDown();
                            }
                        });
        assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
        until(() -> open() == 1);

        work.cancel();

        assertThatThrownBy(work::await).isInstanceOf(CancellationException.class);
        until(() -> open() == 0);
    }

    @Test
    void theWholeTestEndsAtItsLimit() throws Exception {
        fault("{\"kind\":\"stall\",\"path\":\"workspaces$\"}");
        ManualTimer timer = new ManualTimer(clock.instant());
        Probing timed = new Probing(timer);
        Work<ProbeReport> work = timed.start(ProbeRequest.of(connection(), key()));
        until(() -> timed.heard.stream().anyMatch(step -> step.kind() == StepKind.SERVICE));
        until(() -> open() == 1);

        timer.advance(ConnectionProbe.LIMIT.plusSeconds(1));

        ProbeReport report = work.await();
        assertThat(report.step(StepKind.SERVICE).problem())
                .as(String.join("\n", report.lines()))
                .isNotNull();
        assertProblem(report.step(StepKind.SERVICE), Problem.Kind.TIMEOUT);
        skippedFor(report, StepKind.SERVICE, StepKind.PERMISSIONS, StepKind.CALLS);
        until(() -> open() == 0);
    }

    @Test
    void whatTheAdministratorDoesNotAllowIsNotTested() {
        Work<ProbeReport> work =
                probing.probe
                        .within(connection -> false)
                        .start(ProbeRequest.of(connection(), key()), step -> {});

        assertThatThrownBy(work::await)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().kind())
                                        .isEqualTo(Problem.Kind.CONNECTION_NOT_ALLOWED));
        assertThat(seen()).isEmpty();
    }

    @Test
    void theReportIsPlainDataWithoutSecrets() throws Exception {
        fault("{\"kind\":\"deny\",\"path\":\"workspace-sub-jobs\"}");
        ProbeReport report = probing.test(connection(), password());
        String all =
                report + "\n" + String.join("\n", report.lines()) + "\n" + report.json().toString();

        assertThat(all)
                .contains("permissions: warned, some read.jobs", "\"step\":\"names\"")
                .doesNotContain(simulator.password(), simulator.secretKey());
        for (Exchange exchange : seen()) {
            String token = exchange.requestHeader("x-auth-token");
            if (token != null) {
                assertThat(all).doesNotContain(token);
            }
        }
        assertThat(ProbeRequest.of(connection(), password()).toString())
                .doesNotContain(simulator.password());
    }

    private Connection connection() {
        return Probing.connection(simulator, key());
    }

    private SignIn key() {
        return Probing.key(simulator);
    }

    private SignIn password() {
        return Probing.password(simulator);
    }

    private String team() {
        return control.call("GET", "/v3/projects?name=" + simulator.region() + "_team", null)
                .json()
                .path("projects")
                .path(0)
                .path("id")
                .asText();
    }

    private void fault(String wish) {
        assertThat(control.control("POST", "/faults", wish).status()).isEqualTo(201);
    }

    /** What the program sent; the simulator tells it only after its answer has left. */
    private List<Exchange> seen() {
        until(() -> open() == 0);
        return seen;
    }

    private int open() {
        return control.control("GET", "/state", null).json().path("open_exchanges").asInt();
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private long signIns() {
        return seen().stream()
                .filter(e -> e.method().equals("POST") && e.path().equals("/v3/auth/tokens"))
                .count();
    }

    private static Connection with(Connection old, Endpoints endpoints) {
        return new Connection(
                old.id(),
                old.name(),
                endpoints,
                old.region(),
                old.projectId(),
                old.projectName(),
                old.generation(),
                old.identity(),
                old.enterpriseProjectId(),
                old.marking(),
                old.demo());
    }

    private static Map<StepKind, StepState> states(ProbeReport report) {
        Map<StepKind, StepState> states = new EnumMap<>(StepKind.class);
        report.steps().forEach(step -> states.put(step.kind(), step.state()));
        return states;
    }

    private static void passed(ProbeReport report, StepKind kind) {
        assertThat(report.step(kind).state())
                .as(String.join("\n", report.lines()))
                .isEqualTo(StepState.PASSED);
        assertThat(report.step(kind).took()).isNotNull();
    }

    private static List<String> plain(ProbeReport report, StepKind kind) {
        return report.step(kind).facts().stream().map(Fact::line).toList();
    }

    private static void assertProblem(ProbeStep step, Problem.Kind kind) {
        assertThat(step.problem()).isNotNull().extracting(Problem::kind).isEqualTo(kind);
    }

    private static void skippedFor(ProbeReport report, StepKind culprit, StepKind... kinds) {
        for (StepKind kind : kinds) {
            assertThat(report.step(kind).state()).isEqualTo(StepState.SKIPPED);
            assertThat(report.step(kind).because()).isEqualTo(culprit);
        }
    }
}
