package org.workspaceadmin.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;

/** Waits until a fleet was read once: the operator sees it before work that can wait begins. */
final class FirstReading implements FleetListener {
    private final CountDownLatch ended = new CountDownLatch(1);

    private FirstReading() {}

    /**
     * Waits until the first reading ended, well or not; blocks.
     *
     * @param fleet which
     * @param patience at most so long
     */
    static void await(Fleet fleet, Duration patience) {
        FirstReading reading = new FirstReading();
        fleet.addListener(reading);
        try {
            reading.status(fleet.status());
            if (!reading.ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fleet.removeListener(reading);
        }
    }

    @Override
    public void changed(FleetChange change) {
        // Rows may come long before all are there.
    }

    @Override
    public void status(FleetStatus status) {
        if (status.asOf() != null || status.problem() != null) {
            ended.countDown();
        }
    }
}
