package org.workspaceadmin.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection can be written to.
 *
 * @param connectionId which
 * @param guarded whether it can only be read until somebody unlocks it for a while
 * @param unlockedUntil when it locks by itself, null while it is locked or not guarded
 * @param reason why it was unlocked, empty while it is not
 */
public record GuardState(
        String connectionId, boolean guarded, @Nullable Instant unlockedUntil, String reason) {
    /** Most characters of a reason. */
    public static final int LONGEST_REASON = 200;

    /** Not guarded. */
    public static GuardState open(String connectionId) {
        return new GuardState(connectionId, false, null, "");
    }

    /** Guarded and locked. */
    public static GuardState locked(String connectionId) {
        return new GuardState(connectionId, true, null, "");
    }

    /** Whether writes are let through now. */
    public boolean writable() {
        return !guarded || unlockedUntil != null;
    }
}
