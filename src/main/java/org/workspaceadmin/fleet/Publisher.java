package org.workspaceadmin.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Tells the listeners, one call at a time, and about ten times a second at the most however fast
 * pages arrive.
 */
final class Publisher {
    /** Between two publications that nobody waits for. */
    static final Duration SPACING = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Workers workers;
    private final Timer timer;
    private final Supplier<FleetChange> changes;
    private final Supplier<FleetStatus> status;
    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean armed;
    private @Nullable Instant last;
    // Touched by the one thread that delivers.
    private @Nullable FleetStatus told;

    Publisher(
            Workers workers,
            Timer timer,
            Supplier<FleetChange> changes,
            Supplier<FleetStatus> status) {
        this.workers = workers;
        this.timer = timer;
        this.changes = changes;
        this.status = status;
    }

    void add(FleetListener listener) {
        listeners.add(listener);
    }

    void remove(FleetListener listener) {
        listeners.remove(listener);
    }

    /** Publishes at once when the last publication is long enough ago, else when it will be. */
    void soon() {
        Duration wait;
        synchronized (this) {
            if (armed) {
                return;
            }
            armed = true;
            wait = last == null ? Duration.ZERO : untilNext(last);
        }
        if (wait.isPositive()) {
            timer.after(wait, this::now);
        } else {
            now();
        }
    }

    /** Publishes at once: the first rows, and the end of a read. */
    void now() {
        workers.executor().execute(this::deliver);
    }

    /** Tells nobody any more. */
    void close() {
        listeners.clear();
    }

    private Duration untilNext(Instant since) {
        Duration wait = SPACING.minus(Duration.between(since, timer.instant()));
        return wait.compareTo(SPACING) > 0 ? SPACING : wait; // the clock was set back
    }

    /** Whoever comes first delivers, also for those who come meanwhile. */
    private void deliver() {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int answered = 1;
        do {
            once();
            answered = asked.addAndGet(-answered);
        } while (answered != 0);
    }

    private void once() {
        synchronized (this) {
            armed = false;
            last = timer.instant();
        }
        FleetChange change = changes.get();
        if (!change.isEmpty()) {
            tell(listener -> listener.changed(change));
        }
        FleetStatus current = status.get();
        if (!current.equals(told)) {
            told = current;
            tell(listener -> listener.status(current));
        }
    }

    private void tell(Consumer<FleetListener> message) {
        for (FleetListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException | Error e) { // one broken listener must not silence the rest
                LOG.error("a listener of the fleet failed", e);
            }
        }
    }
}
