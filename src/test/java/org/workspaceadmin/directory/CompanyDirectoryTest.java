package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.MemoryController;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.Work;

/** Reading a directory, and how it goes wrong, over real sockets with TLS. */
class CompanyDirectoryTest extends DirectoryFixture {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void readsEveryComputerPageByPage() throws LDAPException {
        for (int i = 0; i < 2_500; i++) {
            computer("PC-" + i, AdEntries.computer("PC-" + i, 5_000 + i, SET, 512));
        }
        List<Integer> counts = new ArrayList<>();

        ComputerReading reading = directory.computers(access(), counts::add).await();

        assertThat(reading.computers())
                .hasSize(2_500)
                .allMatch(Computer::enabled)
                .allMatch(c -> SET.equals(c.passwordSet()) && SET.equals(c.created()))
                .allMatch(c -> c.owner().administrator())
                .extracting(Computer::name)
                .doesNotHaveDuplicates()
                .contains("PC-0", "PC-2499");
        assertThat(counts).containsExactly(1_000, 2_000, 2_500);
        assertThat(controller.searches()).isEqualTo(3);
        assertThat(controller.binds()).isEqualTo(1);
        assertThat(reading.computers().getFirst().sid()).startsWith(AdEntries.DOMAIN_SID + "-5");
    }

    @Test
    void tellsWhoOwnsAComputerAndWhetherThatIsAnAdministrator() throws LDAPException {
        person(AdEntries.principal("helpdesk", 1101, 513));
        person(AdEntries.principal("nested", 1102, 513, 1200, 512));
        computer("PC-1", AdEntries.computer("PC-1", 5_001, SET, 1101));
        computer("PC-2", AdEntries.computer("PC-2", 5_002, SET, 1102));
        var made = AdEntries.computer("PC-3", 5_003, SET, 512);
        made.put("mS-DS-CreatorSID", List.of(AdEntries.sid(AdEntries.DOMAIN_SID + "-1101")));
        computer("PC-3", made);
        computer("PC-4", AdEntries.computer("PC-4", 5_004, SET, 9999));

        Map<String, Computer> read = new HashMap<>();
        directory
                .computers(access(), n -> {})
                .await()
                .computers()
                .forEach(c -> read.put(c.name(), c));

        assertThat(owner(read, "PC-1").name()).isEqualTo("helpdesk");
        assertThat(owner(read, "PC-1").administrator()).isFalse();
        assertThat(owner(read, "PC-2").administrator()).as("by a nested group").isTrue();
        assertThat(owner(read, "PC-3").administrator()).as("Domain Admins itself").isTrue();
        Computer third = read.get("PC-3");
        assertThat(third == null ? "" : third.creator().name()).isEqualTo("helpdesk");
        assertThat(owner(read, "PC-4").label()).as("deleted").endsWith("-9999");
    }

    @Test
    void aBrokenEntryIsReadAsFarAsItGoes() throws LDAPException {
        var entry = AdEntries.computer("PC-1", 5_001, SET, 512);
        entry.put("nTSecurityDescriptor", List.of(new byte[] {1, 0, 0, 0, -1, -1, -1, 127, 0}));
        entry.put("objectSid", List.of(new byte[] {1, 40}));
        entry.put("pwdLastSet", List.of("soon"));
        entry.put("whenCreated", List.of("yesterday"));
        entry.put("cn", List.of("PC-1\nCNF:0d7f3f3e"));
        entry.remove("userAccountControl");
        computer("PC-1", entry);

        Computer read = directory.computers(access(), n -> {}).await().computers().getFirst();

        assertThat(read.name()).isEqualTo("PC-1");
        assertThat(read.commonName()).isEqualTo("PC-1");
        assertThat(read.owner().known()).isFalse();
        assertThat(read.sid()).isEmpty();
        assertThat(read.passwordSet()).isNull();
        assertThat(read.created()).isNull();
    }

    @Test
    void aRefusedAccountIsAskedOnceAndNotAgainUntilWished() {
        open("10.0.0.2", controller);
        DirectoryAccess wrong = access("wrong", "10.0.0.1", "10.0.0.2");

        for (int i = 0; i < 3; i++) {
            DirectoryProblem problem = problem(directory.computers(wrong, n -> {}));
            assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
            assertThat(problem.fault()).isEqualTo(AccountFault.WRONG_PASSWORD);
            assertThat(problem(directory.accounts(wrong, List.of("anybody"))).kind())
                    .isEqualTo(Kind.REFUSED);
        }
        assertThat(controller.binds()).as("one attempt, at one controller").isEqualTo(1);

        directory.tryAgain(wrong.account());
        assertThat(problem(directory.computers(wrong, n -> {})).kind()).isEqualTo(Kind.REFUSED);
        assertThat(controller.binds()).isEqualTo(2);

        assertThat(directory.computers(access(), n -> {}).await().computers()).isEmpty();
    }

    @Test
    void ordersAtTheSameTimeTryAWrongPasswordOnceAltogether() {
        DirectoryAccess wrong = access("wrong", "10.0.0.1");
        List<Work<ComputerReading>> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            orders.add(directory.computers(wrong, n -> {}));
        }
        orders.forEach(o -> assertThat(problem(o).kind()).isEqualTo(Kind.REFUSED));
        assertThat(controller.binds()).isEqualTo(1);
    }

    @Test
    void aWipedOrEmptyPasswordIsNeverSent() {
        DirectoryAccess wiped = access(MemoryController.PASSWORD, "10.0.0.1");
        wiped.account().password().close();

        assertThat(problem(directory.computers(wiped, n -> {})).kind()).isEqualTo(Kind.NO_PASSWORD);
        assertThat(problem(directory.computers(access("", "10.0.0.1"), n -> {})).kind())
                .isEqualTo(Kind.NO_PASSWORD);
        assertThat(controller.binds()).isZero();
    }

    @Test
    void theNextControllerIsAskedOnlyWhenOneCannotBeReached() throws IOException {
        try (ServerSocket closed = listener()) {
            door("10.0.0.9", AdService.LDAP, closed.getLocalPort());
            door("10.0.0.9", AdService.LDAPS, closed.getLocalPort());
        }
        ComputerReading reading =
                directory
                        .computers(
                                access(MemoryController.PASSWORD, "10.0.0.9", "10.0.0.1"), n -> {})
                        .await();
        assertThat(reading.controller()).isEqualTo("10.0.0.1");

        controller.close();
        DirectoryProblem off =
                problem(
                        directory.computers(
                                access(MemoryController.PASSWORD, "10.0.0.9", "10.0.0.1"),
                                n -> {}));
        assertThat(off.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aControllerThatDiesBetweenPagesIsReplacedByTheNext() throws LDAPException {
        try (MemoryController second =
                MemoryController.start(AUTHORITY.issue(MemoryController.NAME))) {
            open("10.0.0.2", second);
            for (int i = 0; i < 1_500; i++) {
                computer("PC-" + i, AdEntries.computer("PC-" + i, 5_000 + i, SET, 512));
            }
            second.put(
                    "CN=OTHER,CN=Computers," + MemoryController.BASE,
                    AdEntries.computer("OTHER", 7_000, SET, 512));
            controller.before(search -> {
                if (search == 2) {
                    controller.hangUp();
                }
            });

            ComputerReading reading =
                    directory
                            .computers(
                                    access(MemoryController.PASSWORD, "10.0.0.1", "10.0.0.2"),
                                    n -> {})
                            .await();

            assertThat(reading.controller()).isEqualTo("10.0.0.2");
            assertThat(reading.computers()).extracting(Computer::name).containsExactly("OTHER");
        }
    }

    @Test
    void aPageThatFailsFailsTheWholeReading() throws LDAPException {
        for (int i = 0; i < 1_500; i++) {
            computer("PC-" + i, AdEntries.computer("PC-" + i, 5_000 + i, SET, 512));
        }
        controller.before(search -> {
            if (search == 2) {
                throw new LDAPException(ResultCode.ADMIN_LIMIT_EXCEEDED, "no more");
            }
        });
        DirectoryProblem problem = problem(directory.computers(access(), n -> {}));
        assertThat(problem.kind()).isEqualTo(Kind.NOT_READ);
        assertThat(problem.text()).contains("no more");
        assertThat(controller.binds()).as("nobody else is asked").isEqualTo(1);
    }

    @Test
    void cancellingEndsAReadingThatHangs() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        controller.before(search -> {
            reached.countDown();
            await(release);
        });
        Work<ComputerReading> reading = directory.computers(access(), n -> {});
        assertThat(reached.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        CountDownLatch ended = new CountDownLatch(1);
        reading.atEnd(ended::countDown);

        reading.cancel();

        assertThat(ended.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(reading::await).isInstanceOf(CancellationException.class);
        release.countDown();
        controller.before(search -> {});
        assertThat(directory.computers(access(), n -> {}).await().computers())
                .as("what hung blocks nobody")
                .isEmpty();
    }

    @Test
    void aServerThatAcceptsAndSaysNothingEndsByTheDeadline() throws IOException {
        try (ServerSocket silent = listener()) {
            door("10.0.0.9", AdService.LDAP, silent.getLocalPort());
            door("10.0.0.9", AdService.LDAPS, silent.getLocalPort());
            List<Socket> held = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> acceptAll(silent, held));

            DirectoryProblem problem =
                    problem(
                            directory(Duration.ofSeconds(1))
                                    .computers(
                                            access(MemoryController.PASSWORD, "10.0.0.9"),
                                            n -> {}));

            assertThat(problem.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(held).isNotEmpty();
            for (Socket each : held) {
                each.setSoTimeout((int) SOON.toMillis());
                assertThat(each.getInputStream().readAllBytes())
                        .as("ends, so the connection is closed")
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aCertificateOfSomebodyElseKeepsThePasswordHere() {
        try (MemoryController impostor =
                MemoryController.start(TestAuthority.selfSigned(MemoryController.NAME))) {
            open("10.0.0.3", impostor);
            DirectoryProblem problem =
                    problem(
                            directory.computers(
                                    access(MemoryController.PASSWORD, "10.0.0.3"), n -> {}));
            assertThat(problem.kind()).isIn(Kind.NO_SAFE_WAY, Kind.REFUSED);
            assertThat(impostor.binds()).isZero();
        }
    }

    @Test
    void aControllerOfAnotherDomainIsNotRead() {
        DirectoryAccess other =
                new DirectoryAccess(
                        "other.example.test",
                        access().controllers(),
                        List.of(),
                        new Account(
                                MemoryController.ACCOUNT + "@" + MemoryController.DOMAIN,
                                Secret.of(MemoryController.PASSWORD)));
        assertThat(problem(directory.computers(other, n -> {})).kind())
                .isEqualTo(Kind.OTHER_DOMAIN);
    }

    private static Principal owner(Map<String, Computer> read, String name) {
        Computer computer = read.get(name);
        return computer == null ? Principal.UNKNOWN : computer.owner();
    }

    private static DirectoryProblem problem(Work<?> work) {
        return catchThrowableOfType(DirectoryException.class, work::await).problem();
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static void acceptAll(ServerSocket server, List<Socket> held) {
        try {
            while (true) {
                held.add(server.accept());
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
