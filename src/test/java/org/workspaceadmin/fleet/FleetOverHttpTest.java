package org.workspaceadmin.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** The fleet as the program has it: over HTTP, on virtual threads, against a service of 10,000. */
class FleetOverHttpTest {
    private static final int DESKTOPS = 10_000;
    private static final String LIST = "/desktops/detail";
    private static final String CHECK = "/batch-rejoin-domain/check";

    private static final List<Exchange> SEEN = new CopyOnWriteArrayList<>();
    private static Simulator simulator;
    private static SimulatorClient control;

    private final Recorder heard = new Recorder();
    private CloudConnection service;
    private LiveFleet fleet;

    @BeforeAll
    static void start() throws Exception {
        simulator =
                Simulator.start(
                        Watched.options()
                                .withDesktops(DESKTOPS)
                                .withObserver(Watched.and(FleetOverHttpTest::note)));
        control = new SimulatorClient(simulator);
    }

    @AfterAll
    static void stop() {
        control.close();
        simulator.close();
    }

    @BeforeEach
    void connect() {
        service = connect(simulator);
        fleet = LiveFleet.of(service, Workers.virtual("fleet"), Timer.system());
        fleet.addListener(heard);
        SEEN.clear();
    }

    @AfterEach
    void disconnect() {
        fleet.close();
        service.close();
        control.control("DELETE", "/faults", null);
    }

    @Test
    void readsTenThousandInAFewPublications() {
        long begin = System.nanoTime();

        assertThat(fleet.refresh().await()).isTrue();

        long millis = (System.nanoTime() - begin) / 1_000_000;
        await(() -> heard.rows().size() == DESKTOPS);
        assertThat(heard.rows().keySet()).isEqualTo(truth("desktops"));
        assertThat(heard.changes().getFirst().added()).hasSizeLessThan(DESKTOPS);
        assertThat(heard.changes().size()).isLessThanOrEqualTo((int) (millis / 100) + 4);
        await(() -> !heard.last().loading());
        assertThat(heard.last().expected()).isEqualTo(DESKTOPS);
    }

    @Test
    void publishesNothingWhenASecondReadFindsTheSame() {
        fleet.refresh().await();
        await(() -> heard.rows().size() == DESKTOPS);
        int told = heard.changes().size();
        Instant before = fleet.status().asOf();

        fleet.refresh().await();

        await(() -> heard.last().asOf() != null && heard.last().asOf().isAfter(before));
        assertThat(heard.changes()).hasSize(told);
    }

    @Test
    void readsAgainWhenTheTotalMovedAndLosesNobody() {
        fleet.refresh().await();
        await(() -> heard.rows().size() == DESKTOPS);
        int one = requests(LIST).size();
        fault(
                """
                {"kind": "status", "status": 200, "path": "desktops/detail$", "times": 1,
                 "body": {"total_count": 9990, "desktops": []}}
                """);

        assertThat(fleet.refresh().await()).isTrue();

        assertThat(requests(LIST).size()).isGreaterThan(2 * one);
        assertThat(fleet.rows()).hasSize(DESKTOPS);
        assertThat(heard.changes()).allMatch(change -> change.removed().isEmpty());
    }

    @Test
    void keepsWhatItHasWhenTheServiceRefuses() {
        fleet.refresh().await();
        fault("{\"kind\": \"deny\", \"path\": \"desktops/detail$\"}");

        assertThatThrownBy(() -> fleet.refresh().await()).isInstanceOf(ProblemException.class);

        assertThat(fleet.status().problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(fleet.status().asOf()).isNotNull();
        assertThat(fleet.rows()).hasSize(DESKTOPS);
    }

    @Test
    void seesAChangeMadeElsewhereByReadingOneDesktopAgain() {
        fleet.refresh().await();
        String id = fleet.rows().get(4_321).id();
        String before = fleet.row(id).orElseThrow().desktop().userName();
        edit(id, "{\"user_name\": \"someone.else\"}");
        try {
            fleet.reread(List.of(id));

            await(() -> heard.rows().get(id).desktop().userName().equals("someone.else"));
            assertThat(requests(LIST).getLast().rawQuery()).contains("desktop_id=" + id);
        } finally {
            edit(id, "{\"user_name\": \"" + before + "\"}");
        }
    }

    @Test
    void asksForDomainStatesAHundredAtATimeAndNeverFasterThanOnceASecond() {
        fleet.refresh().await();
        List<String> onScreen =
                fleet.rows().stream()
                        .filter(DesktopRow::domainApplies)
                        .map(DesktopRow::id)
                        .skip(5_000)
                        .limit(30)
                        .toList();
        Set<String> windows = new HashSet<>();
        fleet.rows().stream().filter(DesktopRow::domainApplies).forEach(r -> windows.add(r.id()));
        fleet.visible(onScreen);

        fleet.watched(true);

        await(() -> requests(CHECK).size() >= 3);
        fleet.watched(false);
        List<Exchange> calls = requests(CHECK);
        for (int i = 0; i < calls.size(); i++) {
            List<String> ids = ids(calls.get(i));
            assertThat(ids).hasSize(100);
            assertThat(windows).containsAll(ids);
            if (i > 0) {
                assertThat(Duration.between(calls.get(i - 1).at(), calls.get(i).at()))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(950));
            }
        }
        assertThat(ids(calls.getFirst())).startsWith(onScreen.toArray(String[]::new));
        await(() -> heard.last().domainChecked() == 100 * calls.size());
        assertThat(heard.last().domainOffered()).isTrue();
    }

    @Test
    void sweepsTheWholeFleetAndFindsEveryDesktopThatIsOut() {
        ManualTimer timer = new ManualTimer(Instant.now());
        try (LiveFleet swept = LiveFleet.of(service, Workers.virtual("sweep"), timer)) {
            swept.refresh().await();
            swept.interval(Duration.ofHours(9));
            swept.watched(true);
            long applicable = swept.rows().stream().filter(FleetOverHttpTest::asked).count();
            while (swept.status().domainChecked() < applicable) {
                // A second of the fleet's time for each answer, however long it really took.
                timer.advance(DomainSweep.SPACING);
                await(() ->
                        swept.status().domainChecked() == applicable
                                || timer.next()
                                        .filter(d -> d.compareTo(DomainSweep.SPACING) <= 0)
                                        .isPresent());
            }

            Set<String> out = new HashSet<>();
            swept.rows().stream()
                    .filter(r -> r.domain() != null)
                    .filter(r -> r.domain().membership() == DomainMembership.OUT)
                    .forEach(r -> out.add(r.id()));
            Set<String> really = truth("desktops?domain=out");
            really.retainAll(
                    swept.rows().stream()
                            .filter(FleetOverHttpTest::asked)
                            .map(DesktopRow::id)
                            .toList());
            assertThat(out).isEqualTo(really).hasSizeGreaterThan(100);
            assertThat(requests(CHECK)).allMatch(call -> ids(call).size() <= 100);
        }
    }

    @Test
    void seesARepairedDesktopBackInTheDomain() {
        String id = truth("desktops?domain=out").iterator().next();
        fleet.refresh().await();
        fleet.reread(List.of(id));
        await(() -> domain(id) == DomainMembership.OUT);
        edit(id, "{\"domain\": \"in\"}");
        try {
            fleet.reread(List.of(id));

            await(() -> domain(id) == DomainMembership.IN);
        } finally {
            edit(id, "{\"domain\": \"out\"}");
        }
    }

    @Test
    void findsAllDesktopsOfAUserAndNoneOfANamesake() {
        fleet.refresh().await();
        String user =
                fleet.rows().stream()
                        .map(row -> row.desktop().userName())
                        .filter(name -> name.length() > 3)
                        .findFirst()
                        .orElseThrow();
        List<String> theirs =
                fleet.rows().stream()
                        .filter(row -> belongsTo(row.desktop(), user))
                        .map(DesktopRow::id)
                        .toList();

        List<Desktop> found = fleet.desktopsOf(user.toUpperCase(Locale.ROOT)).await();

        assertThat(found)
                .extracting(Desktop::id)
                .containsExactlyInAnyOrderElementsOf(theirs)
                .isNotEmpty();
        assertThat(fleet.desktopsOf(user.substring(0, 3)).await()).isEmpty();
    }

    @Test
    void handsOnDetails() {
        fleet.refresh().await();
        Desktop desktop = fleet.rows().get(77).desktop();

        assertThat(fleet.details(desktop.id()).await().desktop().name()).isEqualTo(desktop.name());
        assertThat(fleet.details(desktop.id()).await().fields()).isNotEmpty();
    }

    @Test
    void endsTheExchangeItselfWhenItIsClosed() {
        fault("{\"kind\": \"stall\", \"path\": \"desktops/detail$\"}");
        var read = fleet.refresh();
        await(() -> open() > 0);

        fleet.close();

        assertThatThrownBy(read::await).isInstanceOf(CancellationException.class);
        await(() -> open() == 0);
    }

    @Test
    void saysThatARegionLacksTheCheck() throws Exception {
        try (Simulator poor =
                        Simulator.start(
                                Watched.options()
                                        .withDesktops(50)
                                        .withLacks(Set.of("domain-check")));
                CloudConnection there = connect(poor);
                LiveFleet small = LiveFleet.of(there, Workers.virtual("poor"), Timer.system())) {
            small.refresh().await();
            small.watched(true);

            await(() -> Boolean.FALSE.equals(small.status().domainOffered()));
            assertThat(small.status().problem()).isNull();
            assertThat(small.rows()).allMatch(row -> row.domain() == null);
        }
    }

    private static boolean belongsTo(Desktop desktop, String user) {
        return desktop.userName().equals(user)
                || desktop.users().stream().anyMatch(u -> u.name().equals(user));
    }

    /** Windows, and not just being deleted. */
    private static boolean asked(DesktopRow row) {
        return row.domainApplies() && !row.desktop().status().is(DesktopStatus.DELETING);
    }

    private static void note(Exchange exchange) {
        if (exchange.path().contains("/desktops")) {
            SEEN.add(exchange);
        }
    }

    private static List<Exchange> requests(String pathEnd) {
        return SEEN.stream().filter(e -> e.path().endsWith(pathEnd)).toList();
    }

    private static List<String> ids(Exchange check) {
        try {
            List<String> ids = new ArrayList<>();
            SimulatorClient.JSON
                    .readTree(check.requestBody())
                    .path("desktop_ids")
                    .forEach(id -> ids.add(id.asText()));
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DomainMembership domain(String id) {
        return fleet.row(id)
                .map(DesktopRow::domain)
                .map(check -> check.membership())
                .orElse(DomainMembership.UNKNOWN);
    }

    private static Set<String> truth(String path) {
        String limit = (path.contains("?") ? "&" : "?") + "limit=100000";
        JsonNode list = control.control("GET", "/" + path + limit, null).json().path("desktops");
        Set<String> ids = new HashSet<>();
        StreamSupport.stream(list.spliterator(), false)
                .forEach(node -> ids.add(node.path("desktop_id").asText()));
        return ids;
    }

    private static int open() {
        return control.control("GET", "/state", null).json().path("open_exchanges").asInt();
    }

    private static void fault(String body) {
        assertThat(control.control("POST", "/faults", body).status()).isEqualTo(201);
    }

    private static void edit(String id, String body) {
        assertThat(control.control("POST", "/desktops/" + id, body).status()).isEqualTo(200);
    }

    private static CloudConnection connect(Simulator to) {
        return Cloud.connect(
                CloudSettings.single(to.endpoint(), to.projectId(), to.region(), Generation.V2),
                new Credentials.AccessKey(to.accessKey(), to.secretKey().toCharArray()),
                Workers.virtual("call"),
                Timer.system(),
                new Redactor());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 15 s").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
