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
 */
public record Health(
        @Nullable Duration latency,
        @Nullable Instant lastAnswer,
        @Nullable Duration measuredClockOffset,
        Duration appliedClockOffset,
        int inFlight,
        @Nullable Instant keyLockedUntil) {}
