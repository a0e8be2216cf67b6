package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.Map;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/** Gives calls the identity of a connection. */
interface Authenticator {
    /**
     * Gets ready for a call: signs in when needed. Nothing of the call itself was sent when this
     * fails.
     *
     * @throws ProblemException when signing in failed, or the key is known to be locked
     */
    Seal prepare(Call call) throws InterruptedException;

    /** The same identity for another project; signatures name the project, tokens carry it. */
    default Authenticator aimedAt(CloudSettings settings) {
        return this;
    }

    /** The identity for one attempt. */
    interface Seal {
        /**
         * The headers that carry it, computed right before the request leaves.
         *
         * @param call the call
         * @param base scheme, host and port
         */
        Map<String, String> headers(Call call, URI base);

        /**
         * Hears that the service answered 401.
         *
         * @return whether another identity can be had, so that a read may be asked once more
         */
        boolean refused(Problem problem);
    }
}
