package org.workspaceadmin.fleet.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.AdEntries;
import org.workspaceadmin.directory.AdService;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.DirectoryStanding.State;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.MemoryController;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

/** Health kept up to date against a controller that comes, changes and goes. */
class LiveDirectoryHealthTest implements HealthListener {
    private static final TestAuthority AUTHORITY = new TestAuthority("Corp authority");
    private static final String COMPUTERS = ",CN=Computers," + MemoryController.BASE;

    private final ManualTimer timer = new ManualTimer(RowBuilder.NOW);
    private final Map<AdService, Integer> doors = new ConcurrentHashMap<>();
    private final List<DesktopRow> rows = new CopyOnWriteArrayList<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final List<DirectoryStanding> standings = new CopyOnWriteArrayList<>();
    private MemoryController controller;
    private LiveDirectoryHealth health;

    @Override
    public void changed(Set<String> desktopIds) {
        changed.addAll(desktopIds);
    }

    @Override
    public void standing(DirectoryStanding standing) {
        standings.add(standing);
    }

    @BeforeEach
    void start() throws LDAPException {
        controller = MemoryController.start(AUTHORITY.issue(MemoryController.NAME));
        doors.put(AdService.LDAP, controller.ldap());
        doors.put(AdService.LDAPS, controller.ldaps());
        for (int i = 0; i < 20; i++) {
            rows.add(new RowBuilder("PC-" + i).ou("Computers").build());
            computer("PC-" + i, 5_000 + i, RowBuilder.NOW.minus(Duration.ofDays(3)));
        }
        CompanyDirectory directory =
                new CompanyDirectory(
                        Workers.virtual("directory"),
                        timer,
                        (host, service) ->
                                new InetSocketAddress("127.0.0.1", doors.getOrDefault(service, 1)),
                        AUTHORITY.trust());
        health = new LiveDirectoryHealth(() -> rows, directory, Workers.virtual("health"), timer);
        health.addListener(this);
    }

    @AfterEach
    void stop() {
        health.close();
        controller.close();
    }

    @Test
    void whatChangesInTheDirectoryIsToldOnceAndForThoseItConcerns() throws LDAPException {
        open(MemoryController.PASSWORD);
        assertThat(word(1)).isEqualTo(HealthWord.IN_DOMAIN);
        publish();
        assertThat(changed).as("all are as the service says").isEmpty();

        computer("PC-1", 5_001, RowBuilder.NOW.minus(Duration.ofDays(45)));
        controller.put("CN=PC-2" + COMPUTERS, Map.of("objectClass", List.of("person")));
        reread();

        assertThat(word(1)).isEqualTo(HealthWord.PASSWORD_STALE);
        assertThat(word(2)).isEqualTo(HealthWord.OBJECT_MISSING);
        publish(() -> changed.size() > 1);
        assertThat(changed).containsExactlyInAnyOrder("id-PC-1", "id-PC-2");
        assertThat(standings).extracting(DirectoryStanding::state).contains(State.KNOWN);
        assertThat(health.standing().read()).isEqualTo(19);
    }

    @Test
    void anObjectThatComesBackWithAnotherSidWantsItsSidsUpdated() throws LDAPException {
        rows.set(3, new RowBuilder("PC-3").ou("Computers").out().build());
        open(MemoryController.PASSWORD);
        assertThat(health.of(rows.get(3)).suggestion()).isEqualTo(Suggestion.REJOIN);

        computer("PC-3", 9_999, RowBuilder.NOW.minus(Duration.ofDays(1)));
        reread();
        assertThat(health.of(rows.get(3)).worst().cause()).isEqualTo(Cause.SID_CHANGED);
        reread();
        assertThat(health.of(rows.get(3)).worst().cause())
                .as("also at the reading after that")
                .isEqualTo(Cause.SID_CHANGED);
    }

    @Test
    void offTheNetworkNothingStaysGreenAndItComesBackOnItsOwn() {
        open(MemoryController.PASSWORD);
        assertThat(word(0)).isEqualTo(HealthWord.IN_DOMAIN);
        int port = controller.ldap();
        int tls = controller.ldaps();
        doors.put(AdService.LDAP, 1);
        doors.put(AdService.LDAPS, 1);

        advance(LiveDirectoryHealth.INTERVAL, () -> health.standing().state() == State.UNKNOWN);
        settle(LiveDirectoryHealth.AFTER_FAILURE);

        assertThat(word(0)).isEqualTo(HealthWord.UNKNOWN);
        assertThat(health.of(rows.getFirst()).unknownSince()).isNotNull();
        assertThat(problem().kind()).isEqualTo(Kind.UNREACHABLE);
        Instant since = health.standing().unknownSince();
        assertThat(since).isNotNull();
        publish(() -> changed.size() >= rows.size());
        assertThat(changed).hasSize(rows.size());

        advance(LiveDirectoryHealth.AFTER_FAILURE, () -> problem().at().isAfter(since));
        settle(LiveDirectoryHealth.AFTER_FAILURE);
        assertThat(health.standing().unknownSince()).isEqualTo(since);

        doors.put(AdService.LDAP, port);
        doors.put(AdService.LDAPS, tls);
        advance(LiveDirectoryHealth.AFTER_FAILURE, () -> health.standing().state() == State.KNOWN);
        assertThat(word(0)).isEqualTo(HealthWord.IN_DOMAIN);
        assertThat(health.standing().unknownSince()).isNull();
    }

    @Test
    void aRefusedAccountIsNotTriedAgainOnItsOwn() {
        health.open(access("wrong"), "");
        await(() -> health.standing().state() == State.UNKNOWN);
        assertThat(problem().kind()).isEqualTo(Kind.REFUSED);
        assertThat(controller.binds()).isEqualTo(1);
        publish();
        for (int i = 0; i < 10; i++) {
            timer.advance(Duration.ofHours(1));
            health.refresh();
            await(() -> !health.standing().reading());
        }
        assertThat(controller.binds()).isEqualTo(1);
        assertThat(word(0)).isEqualTo(HealthWord.UNKNOWN);

        open(MemoryController.PASSWORD);
        assertThat(word(0)).isEqualTo(HealthWord.IN_DOMAIN);
        assertThat(controller.binds()).isEqualTo(2);
    }

    @Test
    void closingEndsAReadingAndForgetsEverything() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        controller.before(search -> {
            reached.countDown();
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        health.open(access(MemoryController.PASSWORD), "");
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(health.standing().state()).isEqualTo(State.FIRST_READING);
        assertThat(word(0)).as("by the service so far").isEqualTo(HealthWord.IN_DOMAIN);

        health.close();
        release.countDown();

        assertThat(health.standing()).isEqualTo(DirectoryStanding.NONE);
        publish();
        timer.advance(Duration.ofHours(1));
        assertThat(health.standing()).isEqualTo(DirectoryStanding.NONE);
        assertThat(controller.searches()).isEqualTo(1);
    }

    @Test
    void withoutDnsServersAddressesAreNotCompared() {
        open(MemoryController.PASSWORD);
        assertThat(health.standing().addressesCompared()).isFalse();
        assertThat(health.of(rows.getFirst()).findings())
                .extracting(Finding::word)
                .doesNotContain(HealthWord.DNS_MISMATCH);
    }

    private void open(String password) {
        health.open(access(password), "");
        await(() -> health.standing().state() == State.KNOWN);
        settle(LiveDirectoryHealth.INTERVAL);
    }

    /** A reading by the clock. */
    private void reread() {
        int before = controller.searches();
        advance(LiveDirectoryHealth.INTERVAL, () -> controller.searches() > before);
        settle(LiveDirectoryHealth.INTERVAL);
    }

    private void advance(Duration by, BooleanSupplier until) {
        timer.advance(by);
        await(until);
    }

    /** Waits until a reading is over and the next one planned. */
    private void settle(Duration next) {
        await(() -> !health.standing().reading() && timer.isDueIn(next));
    }

    private void publish() {
        // What changed is told before the standing is.
        publish(() -> !standings.isEmpty() && standings.getLast().equals(health.standing()));
    }

    /** Time goes on as well until this is so: work in the background may ask for it late. */
    private void publish(BooleanSupplier until) {
        await(() -> {
            timer.advance(HealthPublisher.SPACING);
            return until.getAsBoolean();
        });
    }

    private HealthWord word(int row) {
        return health.of(rows.get(row)).word();
    }

    private DirectoryProblem problem() {
        DirectoryProblem problem = health.standing().problem();
        assertThat(problem).isNotNull();
        return problem;
    }

    private void computer(String name, int rid, Instant passwordSet) throws LDAPException {
        controller.put("CN=" + name + COMPUTERS, AdEntries.computer(name, rid, passwordSet, 512));
    }

    private static DirectoryAccess access(String password) {
        return new DirectoryAccess(
                MemoryController.DOMAIN,
                List.of(new Controller("10.0.0.1", MemoryController.NAME)),
                List.of(),
                new Account(MemoryController.ACCOUNT, Secret.of(password)));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
