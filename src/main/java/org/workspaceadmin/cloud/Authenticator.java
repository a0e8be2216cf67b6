package org.workspaceadmin.cloud;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/** Gives calls the identity of a connection. */
interface Authenticator {
    /**
     * Gets ready for a call: signs in when needed. Nothing of the call itself was sent when this
     * fails.
     *
     * @throws ProblemException when signing in failed, the sign-in ran out, or the key is known to
     *     be locked
     */
    Seal prepare(Call call) throws InterruptedException;

    /**
     * Hears that the connection now goes to another project; signatures name it, tokens carry it.
     */
    default void aimed() {}

    /** How the sign-in stands; costs nothing. */
    Standing standing();

    /** Wipes the secrets. Seals that were given out make no more headers. */
    void wipe();

    /**
     * How a sign-in stands.
     *
     * @param until when it ends, null when it does not end or is not known yet
     * @param needed whether somebody has to sign in again before the next call
     * @param lockedUntil until when the service refuses the key, null when it does not
     */
    record Standing(@Nullable Instant until, boolean needed, @Nullable Instant lockedUntil) {}

    /** The identity for one attempt. */
    interface Seal {
        /**
         * The headers that carry it, computed right before the request leaves.
         *
         * @param call the call
         * @param base scheme, host and port
         * @return null when the sign-in was replaced meanwhile; the call is to be prepared anew
         */
        @Nullable Map<String, String> headers(Call call, URI base);

        /** Hears that the service let the identity pass. */
        default void accepted() {}

        /** Hears that the service answered 401. */
        Refusal refused(Problem problem);
    }

    /**
     * What a 401 means for an identity.
     *
     * @param problem the problem, in this identity's terms
     * @param again whether another identity can be had, so that a read may be asked once more
     */
    record Refusal(Problem problem, boolean again) {}
}
