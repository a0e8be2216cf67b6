package org.workspaceadmin.connection.secret;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls that may never return, each on a thread of its own that is given up when the time is
 * over. Only a few threads may be stuck at a time; while they are, further calls fail at once.
 */
final class TimeBox {
    /** Most threads that may be stuck. */
    static final int STUCK_AT_MOST = 3;

    private final String name;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * A box.
     *
     * @param name of its threads
     */
    TimeBox(String name) {
        this.name = name;
    }

    /**
     * Runs a call.
     *
     * @param patience how long to wait
     * @param body the call; interrupted when the time is over
     * @return its result
     * @throws TimeoutException when it did not end in time, or could not begin
     * @throws Exception what it threw, an {@link Error} as the cause of an {@link
     *     ExecutionException}
     */
    <T> T call(Duration patience, Callable<T> body) throws Exception {
        if (underWay.incrementAndGet() > STUCK_AT_MOST) {
            underWay.decrementAndGet();
            throw new TimeoutException("earlier calls are still waiting");
        }
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end =
                () -> {
                    if (ended.compareAndSet(false, true)) {
                        underWay.decrementAndGet();
                    }
                };
        FutureTask<T> task =
                new FutureTask<>(() -> {
                    try {
                        return body.call();
                    } finally {
                        end.run(); // before the result is seen, so that the next call finds room
                    }
                });
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(() -> {
                    task.run();
                    end.run(); // for a task given up before it began
                });
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
