package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/**
 * Keeps signed calls back while the service refuses the key: each further call would only make the
 * five minutes begin anew (api/errors.md section 5).
 */
final class KeyLock {
    private final InstantSource clock;
    private volatile @Nullable Instant until;

    /** Not locked. */
    KeyLock(InstantSource clock) {
        this.clock = clock;
    }

    /** The service said that the key is locked. */
    void lock() {
        until = clock.instant().plus(ErrorReader.KEY_LOCK);
    }

    /** Until when calls are kept back, null when they are not. */
    @Nullable Instant until() {
        Instant end = until;
        return end == null || !clock.instant().isBefore(end) ? null : end;
    }

    /**
     * Lets a call pass.
     *
     * @param call the call's name
     * @throws ProblemException KEY_LOCKED with the time that is left
     */
    void check(String call) {
        Instant end = until();
        if (end != null) {
            Instant now = clock.instant();
            throw new ProblemException(
                    Problem.without(Kind.KEY_LOCKED, call, "", now)
                            .withRetryAfter(Duration.between(now, end)));
        }
    }
}
