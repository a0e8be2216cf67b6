package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The simulator must not be what a measurement of its clients measures. The bounds leave room for a
 * busy machine.
 */
class SimulatorSpeedTest {
    @Test
    void fiftyThousandDesktopsStartAndPageQuickly() throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        try (Simulator simulator =
                Simulator.start(SimulatorOptions.defaults().withDesktops(50_000))) {
            Duration start = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
            try (SimulatorClient client = new SimulatorClient(simulator)) {
                List<Duration> pages = new ArrayList<>();
                for (int offset = 0; offset < 50_000; offset += 500) {
                    long before = System.nanoTime();
                    SimulatorClient.Reply page =
                            client.call(
                                    "GET",
                                    "/v2/{p}/desktops/detail?limit=500&offset=" + offset,
                                    null);
                    pages.add(Duration.ofNanos(System.nanoTime() - before));
                    assertThat(page.text().length()).isGreaterThan(500_000);
                }
                pages.sort(null);
                assertThat(start)
                        .as("processor time of the start")
                        .isLessThan(Duration.ofSeconds(3));
                assertThat(pages.get(50))
                        .as("median page, new client and server warm-up included")
                        .isLessThan(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void latencyHoldsNoOtherRequest() throws Exception {
        Duration latency = Duration.ofMillis(200);
        SimulatorOptions options =
                SimulatorOptions.defaults().withDesktops(100).withLatency(latency);
        try (Simulator simulator = Simulator.start(options);
                SimulatorClient client =
                        new SimulatorClient(simulator, HttpClient.Version.HTTP_2)) {
            HttpRequest request =
                    client.request("GET", "/v2/{p}/desktops/detail", null)
                            .header("X-Auth-Token", client.token())
                            .build();
            long begin = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(client.http().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }
            assertThat(answers).allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
            Duration all = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(all).isBetween(latency, latency.multipliedBy(15));
        }
    }
}
