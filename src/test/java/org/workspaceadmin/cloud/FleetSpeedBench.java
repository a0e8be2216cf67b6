package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;

/** How fast a fleet arrives, and how much of memory it takes. */
@Tag("bench")
class FleetSpeedBench {
    @Test
    void tenThousandDesktopsOverFortyMilliseconds() throws IOException {
        try (Simulator simulator =
                Simulator.start(
                        SimulatorOptions.defaults()
                                .withDesktops(10_000)
                                .withLatency(Duration.ofMillis(40)))) {
            for (int round = 0; round < 6; round++) {
                try (CloudConnection cloud =
                        SimulatedServiceTest.connect(
                                simulator, SimulatedServiceTest.keys(simulator), Generation.V2)) {
                    cloud.desktops(DesktopQuery.all(), 0, 1).await();
                    AtomicLong first = new AtomicLong();
                    long begin = System.nanoTime();
                    FleetListing all =
                            cloud.allDesktops(
                                            DesktopQuery.all(),
                                            p -> first.compareAndSet(0, System.nanoTime() - begin))
                                    .await();
                    long last = System.nanoTime() - begin;
                    assertThat(all.desktops()).hasSize(10_000);
                    System.out.printf(
                            "round %d: first page %d ms, all %d ms%n",
                            round, first.get() / 1_000_000, last / 1_000_000);
                }
            }
        }
    }

    @Test
    void fiftyThousandDesktopsStaySmall() throws IOException {
        try (Simulator simulator =
                        Simulator.start(SimulatorOptions.defaults().withDesktops(50_000));
                CloudConnection cloud =
                        SimulatedServiceTest.connect(
                                simulator, SimulatedServiceTest.keys(simulator), Generation.V2)) {
            FleetListing all = cloud.allDesktops(DesktopQuery.all(), p -> {}).await();
            assertThat(all.desktops()).hasSize(50_000);
            long with = used();
            all = cloud.allDesktops(DesktopQuery.all().with("desktop_id", "none"), p -> {}).await();
            assertThat(all.desktops()).isEmpty();
            long without = used();
            System.out.printf("50,000 desktops: %d MB%n", (with - without) / 1_000_000);
            assertThat(with - without).isLessThan(100_000_000L);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
