package org.workspaceadmin.cloud;

import java.time.Duration;

/** Everything the service offers to one connection, and how that connection is doing. */
public interface CloudConnection
        extends WorkspaceService, SetupCalls, CatalogueCalls, IdentityCalls {
    /** Latency, clock and locks as of now; costs nothing. */
    Health health();

    /**
     * Signs with a corrected clock from now on, for a workstation whose clock cannot be set.
     *
     * @param offset the service's clock minus this machine's, usually the measured one; zero goes
     *     back to this machine's
     */
    void applyClockOffset(Duration offset);
}
