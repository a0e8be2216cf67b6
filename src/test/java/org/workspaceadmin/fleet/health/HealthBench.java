package org.workspaceadmin.fleet.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.bench.BenchReport;
import org.workspaceadmin.directory.AdEntries;
import org.workspaceadmin.directory.AdService;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.MemoryController;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.Workers;

/** How long 10,000 computers take to be read and joined, and the join of 50,000. */
@Tag("bench")
class HealthBench {
    private static final int READ = 10_000;
    private static final int JOINED = 50_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final double MOST_MILLIS = 10_000;

    @Test
    void tenThousandComputersOverTls() throws LDAPException {
        TestAuthority authority = new TestAuthority("Corp authority");
        List<DesktopRow> rows = rows(READ, "Computers");
        double[] read = new double[ROUNDS];
        double[] joined = new double[ROUNDS];
        try (MemoryController controller =
                MemoryController.start(authority.issue(MemoryController.NAME))) {
            for (int i = 0; i < READ; i++) {
                controller.put(
                        "CN=PC-" + i + ",CN=Computers," + MemoryController.BASE,
                        AdEntries.computer("PC-" + i, 5_000 + i, RowBuilder.NOW, 512));
            }
            CompanyDirectory directory =
                    new CompanyDirectory(
                            Workers.virtual("bench"),
                            InstantSource.system(),
                            (host, service) ->
                                    new InetSocketAddress(
                                            "127.0.0.1",
                                            service == AdService.LDAPS
                                                    ? controller.ldaps()
                                                    : controller.ldap()),
                            authority.trust());
            DirectoryAccess access =
                    new DirectoryAccess(
                            MemoryController.DOMAIN,
                            List.of(new Controller("127.0.0.1", MemoryController.NAME)),
                            List.of(),
                            new Account(
                                    MemoryController.ACCOUNT,
                                    Secret.of(MemoryController.PASSWORD)));
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                Known known =
                        new DirectoryReader(directory, access, "")
                                .read(Known.nothing(MemoryController.DOMAIN), n -> {});
                long between = System.nanoTime();
                assertThat(rows).allMatch(r -> Judge.of(r, known).word() == HealthWord.IN_DOMAIN);
                if (i >= 0) {
                    read[i] = (between - begin) / 1e6;
                    joined[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
        }
        BenchReport.add("directory.10000.read", "ms", read);
        BenchReport.add("directory.10000.readAndJoined", "ms", joined);
        assertThat(Arrays.stream(joined).max().orElseThrow()).isLessThan(MOST_MILLIS);
    }

    @Test
    void fiftyThousandDesktopsJoinedWithFiftyThousandComputers() {
        List<DesktopRow> rows = rows(JOINED, "Desktops/Sales");
        List<Computer> computers =
                IntStream.range(0, JOINED).mapToObj(i -> Ad.computer("PC-" + i)).toList();
        double[] joined = new double[ROUNDS];
        double[] memory = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long before = used();
            long begin = System.nanoTime();
            Known known = Ad.known(computers, Map.of());
            List<DomainHealth> made = new ArrayList<>(JOINED);
            for (DesktopRow row : rows) {
                made.add(Judge.of(row, known));
            }
            double took = (System.nanoTime() - begin) / 1e6;
            assertThat(made).allMatch(h -> h.word() == HealthWord.IN_DOMAIN);
            double megabytes = (used() - before) / 1e6;
            assertThat(known.current()).isNotNull();
            assertThat(made).hasSize(JOINED);
            if (i >= 0) {
                joined[i] = took;
                memory[i] = megabytes;
            }
        }
        BenchReport.add("health.50000.join", "ms", joined);
        BenchReport.add("health.50000.memory", "MB", memory);
    }

    private static List<DesktopRow> rows(int count, String ou) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RowBuilder("PC-" + i).ou(ou).build())
                .toList();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
