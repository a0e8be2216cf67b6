package org.workspaceadmin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.fleet.LiveFleet;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** How long 10,000 desktops take over a line of 40 ms, from asking to the rows being published. */
@Tag("bench")
class ListingBench {
    private static final int DESKTOPS = 10_000;
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 15;

    @Test
    void tenThousandDesktops() throws Exception {
        double[] first = new double[ROUNDS];
        double[] last = new double[ROUNDS];
        try (Simulator simulator =
                Simulator.start(
                        SimulatorOptions.defaults()
                                .withDesktops(DESKTOPS)
                                .withLatency(Duration.ofMillis(40)))) {
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                try (CloudConnection service = connect(simulator)) {
                    LiveFleet fleet =
                            LiveFleet.of(service, Workers.virtual("bench"), Timer.system());
                    FirstRow firstRow = new FirstRow();
                    fleet.addListener(firstRow);
                    long begin = System.nanoTime();
                    fleet.refresh().await();
                    long end = System.nanoTime();
                    assertThat(fleet.rows()).hasSize(DESKTOPS);
                    if (i >= 0) {
                        first[i] = (firstRow.at.get() - begin) / 1e6;
                        last[i] = (end - begin) / 1e6;
                    }
                    fleet.close();
                }
            }
        }
        BenchReport.add("listing.10000.firstRow", "ms", first);
        BenchReport.add("listing.10000.lastRow", "ms", last);
    }

    private static CloudConnection connect(Simulator simulator) {
        return Cloud.connect(
                CloudSettings.single(
                        simulator.endpoint(),
                        simulator.projectId(),
                        simulator.region(),
                        Generation.V2),
                new Credentials.AccessKey(
                        simulator.accessKey(), simulator.secretKey().toCharArray()),
                Workers.virtual("bench-call"),
                Timer.system(),
                new Redactor());
    }

    /** Remembers when the first rows were published. */
    private static final class FirstRow implements FleetListener {
        final AtomicLong at = new AtomicLong();

        @Override
        public void changed(FleetChange change) {
            if (!change.added().isEmpty()) {
                at.compareAndSet(0, System.nanoTime());
            }
        }

        @Override
        public void status(FleetStatus status) {}
    }
}
