package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** Doing the same for several things side by side, at most four at a time. */
final class Side {
    private static final int AT_A_TIME = 4;

    private final Workers workers;
    private final Timer timer;

    Side(Workers workers, Timer timer) {
        this.workers = workers;
        this.timer = timer;
    }

    /**
     * Does it for all and waits for all; when the waiting thread is interrupted, everything ends.
     *
     * @param things what it is done for
     * @param limit how long one may take
     * @param body must not throw; blocks plainly and reacts to interruption
     * @param late what counts for one that took too long
     * @return a result for each, in the same order
     */
    <T, R> List<R> all(List<T> things, Duration limit, Function<T, R> body, Function<T, R> late) {
        Semaphore places = new Semaphore(AT_A_TIME);
        List<Work<R>> works = new ArrayList<>();
        for (T thing : things) {
            works.add(
                    workers.start(() -> {
                        places.acquire();
                        try {
                            return inTime(thing, limit, body, late);
                        } finally {
                            places.release();
                        }
                    }));
        }
        try {
            List<R> results = new ArrayList<>();
            works.forEach(work -> results.add(work.await()));
            return results;
        } finally {
            works.forEach(Work::cancel);
        }
    }

    private <T, R> R inTime(T thing, Duration limit, Function<T, R> body, Function<T, R> late) {
        Work<R> work = workers.start(() -> body.apply(thing));
        Timer.Cancel alarm = timer.after(limit, work::cancel);
        try {
            return work.await();
        } catch (CancellationException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return late.apply(thing);
        } finally {
            alarm.cancel();
        }
    }
}
