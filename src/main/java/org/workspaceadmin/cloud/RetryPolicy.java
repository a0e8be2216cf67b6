package org.workspaceadmin.cloud;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;

/** Whether and when a read is asked again (api/errors.md sections 6 and 7). Writes never are. */
final class RetryPolicy {
    private static final int TRIES = 3;
    private static final int THROTTLED_TRIES = 6;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration FIRST_THROTTLED = Duration.ofSeconds(2);

    /** A service that wants more than this is left alone; the screen offers to try again. */
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(2);

    private final Timer timer;
    private final DoubleSupplier random;

    /**
     * Waits by a timer.
     *
     * @param timer ends the waits
     * @param random 0 up to 1, spreads clients that were throttled together
     */
    RetryPolicy(Timer timer, DoubleSupplier random) {
        this.timer = timer;
        this.random = random;
    }

    /**
     * How long to wait before the next try.
     *
     * @param problem why the last try failed
     * @param tried how many tries there were
     * @return the wait, null to give up
     */
    @Nullable Duration wait(Problem problem, int tried) {
        int tries =
                switch (problem.kind()) {
                    case THROTTLED -> THROTTLED_TRIES;
                    case SERVER -> retriedStatus(problem.httpStatus()) ? TRIES : 1;
                    case CONNECTION_LOST, CONNECTION_REFUSED, NAME_RESOLUTION, PROXY_UNREACHABLE ->
                            TRIES;
                    default -> 1;
                };
        if (tried >= tries) {
            return null;
        }
        Duration asked = problem.retryAfter();
        if (asked != null) {
            return asked.compareTo(LONGEST_ASKED) > 0 ? null : asked;
        }
        Duration first = problem.kind() == Problem.Kind.THROTTLED ? FIRST_THROTTLED : FIRST;
        long millis = first.toMillis() << (tried - 1);
        long spread = (long) (millis * (1 + 0.5 * random.getAsDouble()));
        return Duration.ofMillis(Math.min(spread, LONGEST.toMillis()));
    }

    /** Waits; interruption ends it. */
    void pause(Duration wait) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Timer.Cancel cancel = timer.after(wait, over::countDown);
        try {
            over.await();
        } finally {
            cancel.cancel();
        }
    }

    private static boolean retriedStatus(int status) {
        return status == 500 || status == 502 || status == 503 || status == 504;
    }
}
