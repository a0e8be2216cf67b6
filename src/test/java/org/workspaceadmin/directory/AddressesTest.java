package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.Workers;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Asking the domain's DNS servers for the addresses of many hosts. */
class AddressesTest {
    private final AtomicInteger asked = new AtomicInteger();
    private IntSupplier code = () -> Rcode.NOERROR;
    private DatagramSocket good;
    private DatagramSocket dead;

    @BeforeEach
    void start() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        good = new DatagramSocket(0, loopback);
        dead = new DatagramSocket(0, loopback);
        Thread.ofPlatform().daemon().start(this::answer);
    }

    @AfterEach
    void stop() {
        good.close();
        dead.close();
    }

    @Test
    void everyNameIsAnsweredAlsoThoseThatDoNotExist() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add("pc-" + i + ".corp.example.test");
        }
        names.add("no-such.corp.example.test");

        Map<String, Set<String>> found = ask(names, "good");

        assertThat(found).hasSize(201);
        assertThat(found.get("pc-7.corp.example.test")).containsExactly("10.1.0.7");
        assertThat(found.get("no-such.corp.example.test")).isEmpty();
        assertThat(asked.get()).isEqualTo(201);
    }

    @Test
    void aServerThatWillNotAnswerLeavesTheNamesOut() {
        code = () -> Rcode.REFUSED;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            names.add("pc-" + i + ".corp.example.test");
        }
        assertThat(ask(names, "good")).isEmpty();
        assertThat(asked.get()).as("it is not bothered with all of them").isLessThan(100);
    }

    @Test
    void theNextServerIsAskedWhenOneIsSilent() {
        Map<String, Set<String>> found =
                ask(List.of("pc-1.corp.example.test", "pc-2.corp.example.test"), "dead", "good");
        assertThat(found).hasSize(2);
    }

    @Test
    void whatIsNoNameHarmsNobody() {
        Map<String, Set<String>> found =
                ask(List.of("pc-1.corp.example.test", "a..b", "x".repeat(300)), "good");
        assertThat(found).containsKey("pc-1.corp.example.test");
        assertThat(found).doesNotContainKey("a..b");
    }

    private Map<String, Set<String>> ask(List<String> names, String... servers) {
        CompanyDirectory directory =
                new CompanyDirectory(
                        Workers.virtual("directory"),
                        InstantSource.system(),
                        (host, service) ->
                                new InetSocketAddress(
                                        "127.0.0.1",
                                        (host.equals("dead") ? dead : good).getLocalPort()),
                        new TestAuthority("Corp authority").trust(),
                        Duration.ofMinutes(1));
        DirectoryAccess access =
                new DirectoryAccess(
                        "corp.example.test",
                        List.of(),
                        Arrays.asList(servers),
                        new Account("reader", Secret.of("never sent")));
        return directory.addresses(access, names).await();
    }

    private void answer() {
        try {
            byte[] room = new byte[2_000];
            while (true) {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                good.receive(packet);
                asked.incrementAndGet();
                Message question = new Message(Arrays.copyOf(room, packet.getLength()));
                byte[] answer = answer(question).toWire();
                good.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            assertThat(good.isClosed()).isTrue();
        }
    }

    private Message answer(Message question) throws IOException {
        Record asks = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asks, Section.QUESTION);
        String host = asks.getName().toString();
        int rcode = host.startsWith("no-such") ? Rcode.NXDOMAIN : code.getAsInt();
        answer.getHeader().setRcode(rcode);
        if (rcode == Rcode.NOERROR) {
            String number = host.substring(host.indexOf('-') + 1, host.indexOf('.'));
            InetAddress address = InetAddress.getByName("10.1.0." + Integer.parseInt(number) % 256);
            answer.addRecord(new ARecord(asks.getName(), DClass.IN, 60, address), Section.ANSWER);
        }
        return answer;
    }
}
