package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is doing, for the status bar.
 *
 * @param latency how long the last answer took, null before the first
 * @param lastAnswer when it came, by this machine's clock
 * @param measuredClockOffset the service's clock minus this machine's, from the {@code Date} header
 *     (whole seconds), null when it was not sent
 * @param appliedClockOffset what is added to this machine's time when signing
 * @param inFlight requests on the wire now
 * @param keyLockedUntil until when the service refuses the key, null when it does not
 * @param signInUntil until when the sign-in holds by the service's clock, null when it does not end
 *     (permanent keys, a password that renews by itself) or is not known yet
 * @param signInNeeded whether every call fails until somebody signs in again: temporary keys ran
 *     out, a token needs a new one-time code, or the service refused the sign-in
 * @param tls how the last answer was protected, null before the first and for plain HTTP
 */
public record Health(
        @Nullable Duration latency,
        @Nullable Instant lastAnswer,
        @Nullable Duration measuredClockOffset,
        Duration appliedClockOffset,
        int inFlight,
        @Nullable Instant keyLockedUntil,
        @Nullable Instant signInUntil,
        boolean signInNeeded,
        @Nullable TlsFacts tls) {}
