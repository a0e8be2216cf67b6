package org.workspaceadmin.cloud;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.task.Work;

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

    /** Latency, clock, locks and sign-in as of now; costs nothing. */
    Health health();

    @Override
    default @Nullable Duration clockOffset() {
        return health().measuredClockOffset();
    }

    /**
     * Signs in anew, in place of the present sign-in; everything that uses this connection goes on.
     * Tries the new one with one read first. When that fails the present sign-in stays as it is,
     * and nothing is tried a second time: each refusal brings a lock nearer (api/errors.md section
     * 5). After success the old secrets are wiped.
     *
     * @param credentials for the same project; copied, so the caller may wipe its own at once
     * @return the health after it; fails with {@link org.workspaceadmin.model.ProblemException}
     */
    Work<Health> signInAgain(Credentials credentials);

    /**
     * Signs with a corrected clock from now on, for a workstation whose clock cannot be set.
     *
     * @param offset the service's clock minus this machine's, usually the measured one; zero goes
     *     back to this machine's
     */
    void applyClockOffset(Duration offset);
}
