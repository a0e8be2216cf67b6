package org.workspaceadmin.cloud;

import java.time.Duration;
import org.workspaceadmin.model.Generation;

/** Everything the service offers to one connection, and how that connection is doing. */
public interface CloudConnection
        extends WorkspaceService, SetupCalls, CatalogueCalls, IdentityCalls {
    /**
     * The same sign-in aimed at a project, when that or the generation became known only after
     * signing in. The two share everything on the wire: use one of them and close that one.
     *
     * @param projectId fills {@code {project_id}} in paths
     * @param generation v1.0 or v2
     */
    CloudConnection aimedAt(String projectId, Generation generation);

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
