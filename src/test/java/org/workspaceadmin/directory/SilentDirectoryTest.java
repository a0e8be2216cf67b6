package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.PortPair;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** A directory that takes every connection and never says a word. */
class SilentDirectoryTest {
    private final BlockingQueue<Socket> taken = new LinkedBlockingQueue<>();
    private ServerSocket tcp;
    private DatagramSocket udp;

    @BeforeEach
    void listen() throws IOException {
        PortPair pair = PortPair.open(200);
        tcp = pair.tcp();
        udp = pair.udp();
        Thread.ofVirtual()
                .start(() -> {
                    while (!tcp.isClosed()) {
                        try {
                            taken.add(tcp.accept());
                        } catch (IOException closed) {
                            return;
                        }
                    }
                });
    }

    @AfterEach
    void stop() throws IOException {
        tcp.close();
        udp.close();
        for (Socket each : taken) {
            each.close();
        }
    }

    @Test
    void everyCheckEndsByItsDeadline() {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        long begin = System.nanoTime();

        check(Duration.ofMillis(600), found).await();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        Set<CheckKind> kinds = EnumSet.noneOf(CheckKind.class);
        found.forEach(result -> kinds.add(result.check()));
        assertThat(kinds).containsExactlyInAnyOrder(CheckKind.values());
        assertThat(found)
                .filteredOn(r -> r.check() != CheckKind.PORTS)
                .noneMatch(r -> r.verdict() == Verdict.GOOD);
    }

    @Test
    void cancellingEndsEveryConnection() throws Exception {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        Work<Boolean> work = check(Duration.ofMinutes(5), found);
        // One for each TCP port, and three that wait for an answer: open, account, certificate.
        Socket first = taken.poll(20, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        udp.receive(new java.net.DatagramPacket(new byte[512], 512));

        work.cancel();

        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        Socket next = first;
        while (next != null) {
            next.setSoTimeout(Math.toIntExact(Math.max(1, (end - System.nanoTime()) / 1_000_000)));
            int got = 0;
            while (got >= 0) {
                // A question may have been sent; then the end comes, or this times out.
                got = read(next);
            }
            next = taken.poll(200, TimeUnit.MILLISECONDS);
        }
        assertThat(found).noneMatch(r -> r.verdict() == Verdict.GOOD);
    }

    private static int read(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[1024]);
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return -1;
        }
    }

    private Work<Boolean> check(Duration patience, List<CheckResult> found) {
        InetSocketAddress here =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
        CheckOrder order =
                new CheckOrder(
                        SambaDc.DOMAIN,
                        List.of(new Controller("10.0.0.9", SambaDc.NAME)),
                        List.of("10.0.0.9", "10.0.0.10"),
                        true,
                        new Account("joiner", Secret.of("J0iner!pass")),
                        null);
        return new DirectoryCheck(
                        Workers.virtual("check"),
                        InstantSource.system(),
                        (host, service) -> here,
                        SambaDc.trust(),
                        patience)
                .run(order, found::add);
    }
}
