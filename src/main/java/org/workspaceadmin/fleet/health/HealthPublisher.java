package org.workspaceadmin.fleet.health;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** Tells listeners of changed health, one call at a time, a few times a second at the most. */
final class HealthPublisher {
    /** How long changes are gathered. */
    static final Duration SPACING = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(HealthPublisher.class);

    private final Workers workers;
    private final Timer timer;
    private final Supplier<DirectoryStanding> standing;
    private final List<HealthListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Set<String> changed = new LinkedHashSet<>();
    private boolean armed;
    // Touched by the one thread that delivers.
    private @Nullable DirectoryStanding told;

    HealthPublisher(Workers workers, Timer timer, Supplier<DirectoryStanding> standing) {
        this.workers = workers;
        this.timer = timer;
        this.standing = standing;
    }

    void add(HealthListener listener) {
        listeners.add(listener);
    }

    void remove(HealthListener listener) {
        listeners.remove(listener);
    }

    /** Publishes before long: changed desktops, or only the standing. */
    void soon(Collection<String> desktopIds) {
        synchronized (this) {
            changed.addAll(desktopIds);
            if (armed) {
                return;
            }
            armed = true;
        }
        timer.after(SPACING, this::now);
    }

    /** Publishes at once. */
    void now() {
        workers.executor().execute(this::deliver);
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
        Set<String> ids;
        synchronized (this) {
            armed = false;
            ids = changed;
            changed = new LinkedHashSet<>();
        }
        if (!ids.isEmpty()) {
            Set<String> copy = Set.copyOf(ids);
            tell(listener -> listener.changed(copy));
        }
        DirectoryStanding current = standing.get();
        if (!current.equals(told)) {
            told = current;
            tell(listener -> listener.standing(current));
        }
    }

    private void tell(Consumer<HealthListener> message) {
        for (HealthListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException | Error e) { // one broken listener must not silence the rest
                LOG.error("a listener of the directory's health failed", e);
            }
        }
    }
}
