package org.workspaceadmin.ui.connection;

import java.time.Duration;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.task.Work;

/** The way from the connection test on screen to the test itself. */
public interface ProbePort {
    /**
     * Starts a test of what is typed or open at this moment.
     *
     * @param clockOffset what is added to this machine's time when signing, as the operator agreed;
     *     zero for nothing
     * @param listener hears each change of a step, on any thread
     * @return the test; cancelling it ends its exchanges
     */
    Work<ProbeReport> start(Duration clockOffset, ProbeListener listener);

    /**
     * The operator wants requests signed by the service's clock from now on.
     *
     * @param offset the service's clock minus this machine's; the next test is started with it
     */
    default void correctClock(Duration offset) {}
}
