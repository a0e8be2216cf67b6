package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Controller;

/** Ten thousand broken DNS answers over real sockets: each ends in a verdict, and in time. */
class BrokenDnsAnswersTest {
    private static final int QUESTIONS = 10_000;
    private static final int AT_A_TIME = 128;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** Over UDP, then over TCP; the rest is for a computer that is busy with other things. */
    private static final Duration DEADLINE = PATIENCE.multipliedBy(2).plusSeconds(20);

    @Test
    void eachEndsInAVerdictByItsDeadline() throws Exception {
        try (BrokenNameServer server = new BrokenNameServer(7);
                Undisturbed undisturbed = new Undisturbed()) {
            Map<DnsAnswer.State, Integer> states = new EnumMap<>(DnsAnswer.State.class);
            Duration longest = Duration.ZERO;
            for (DnsAnswer answer : all(QUESTIONS / 2, i -> ask(server, i))) {
                states.merge(answer.state(), 1, Integer::sum);
                longest = answer.took().compareTo(longest) > 0 ? answer.took() : longest;
            }
            System.out.println(states + ", longest " + longest.toMillis() + " ms");
            assertThat(longest).isLessThan(DEADLINE);
            assertThat(states.keySet())
                    .as("the mutants are of all kinds")
                    .contains(
                            DnsAnswer.State.FOUND, DnsAnswer.State.SILENT, DnsAnswer.State.BROKEN);

            int judged = 0;
            // Each asks six questions: three services, two addresses, one name.
            for (List<CheckResult> results : all(QUESTIONS / 9, i -> check(server))) {
                assertThat(results).hasSize(5);
                for (CheckResult result : results) {
                    assertThat(result.took()).isLessThan(DEADLINE);
                    judged++;
                }
            }
            assertThat(judged).isPositive();
            assertThat(server.asked()).isGreaterThanOrEqualTo(QUESTIONS);
            undisturbed.check();
        }
    }

    private static DnsAnswer ask(BrokenNameServer server, int i) throws InterruptedException {
        NameServer dns = new NameServer(server.address(), PATIENCE);
        return switch (i % 4) {
            case 0 -> dns.services("_ldap._tcp.dc._msdcs.corp.example.com");
            case 1 -> dns.addresses("dc1.corp.example.com");
            case 2 -> dns.addresses6("dc1.corp.example.com");
            default -> dns.names("10.16.0.9");
        };
    }

    private static List<CheckResult> check(BrokenNameServer server) throws InterruptedException {
        CheckOrder order =
                new CheckOrder(
                        "corp.example.com",
                        List.of(new Controller("10.16.0.9", "dc1.corp.example.com")),
                        List.of("10.16.0.9"),
                        false,
                        null,
                        null);
        return new DnsChecks(order, (host, service) -> server.address(), PATIENCE).of("10.16.0.9");
    }

    /** One of many. */
    @FunctionalInterface
    interface Body<T> {
        /** Does it. */
        T run(int number) throws Exception;
    }

    private static <T> List<T> all(int count, Body<T> body)
            throws InterruptedException, ExecutionException, IOException {
        return all(count, AT_A_TIME, body);
    }

    /** Many side by side, not all at a time. */
    static <T> List<T> all(int count, int atATime, Body<T> body)
            throws InterruptedException, ExecutionException, IOException {
        Semaphore places = new Semaphore(atATime);
        List<Future<T>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<T> one =
                        () -> {
                            places.acquire();
                            try {
                                return body.run(number);
                            } finally {
                                places.release();
                            }
                        };
                begun.add(threads.submit(one));
            }
            List<T> ended = new ArrayList<>();
            for (Future<T> each : begun) {
                ended.add(each.get());
            }
            return ended;
        }
    }
}
