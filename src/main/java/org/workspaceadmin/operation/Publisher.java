package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Hands snapshots to listeners: at most one per operation and interval, the last one always, and
 * those of one operation in order.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final CopyOnWriteArrayList<Consumer<OperationState>> listeners =
            new CopyOnWriteArrayList<>();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Timer timer;
    private final Workers workers;
    private final Duration interval;

    Publisher(Timer timer, Workers workers, Duration interval) {
        this.timer = timer;
        this.workers = workers;
        this.interval = interval;
    }

    Operations.Subscription subscribe(Consumer<OperationState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something changed. */
    void changed(LiveOperation operation) {
        Line line = lines.computeIfAbsent(operation.id(), id -> new Line());
        Duration wait;
        synchronized (line) {
            if (line.waiting) {
                return;
            }
            Instant last = line.last;
            Instant now = timer.instant();
            wait = last == null ? Duration.ZERO : Duration.between(now, last.plus(interval));
            if (wait.isPositive()) {
                line.waiting = true;
            } else {
                line.last = now;
            }
        }
        if (wait.isPositive()) {
            timer.after(
                    wait,
                    () ->
                            workers.start(() -> {
                                synchronized (line) {
                                    line.waiting = false;
                                    line.last = timer.instant();
                                }
                                deliver(operation, line);
                                return true;
                            }));
        } else {
            deliver(operation, line);
        }
    }

    private void deliver(LiveOperation operation, Line line) {
        line.delivery.lock();
        try {
            OperationState snapshot = operation.snapshot();
            for (Consumer<OperationState> listener : listeners) {
                try {
                    listener.accept(snapshot);
                } catch (RuntimeException e) {
                    LOG.error("a listener failed", e);
                }
            }
        } finally {
            line.delivery.unlock();
        }
    }

    private static final class Line {
        final ReentrantLock delivery = new ReentrantLock();
        @Nullable Instant last;
        boolean waiting;
    }
}
