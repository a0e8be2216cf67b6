package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;

/**
 * The present moment as a property that moves once a second, so that ages on screen grow by
 * themselves.
 */
public final class Now implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Timer timer;
    private final UiExecutor ui;
    private final ReadOnlyObjectWrapper<Instant> instant;
    private volatile boolean closed;

    /**
     * Starts moving.
     *
     * @param timer tells the time and wakes up
     * @param ui where the property changes
     */
    public Now(Timer timer, UiExecutor ui) {
        this.timer = timer;
        this.ui = ui;
        instant = new ReadOnlyObjectWrapper<>(timer.instant());
        next();
    }

    /** The present moment, at most a second old. */
    public ReadOnlyObjectProperty<Instant> property() {
        return instant.getReadOnlyProperty();
    }

    /** The same, at this moment exactly. */
    public Instant get() {
        return timer.instant();
    }

    /** Stops. */
    @Override
    public void close() {
        closed = true;
    }

    private void next() {
        timer.after(STEP, () -> ui.execute(this::step));
    }

    private void step() {
        if (!closed) {
            instant.set(timer.instant());
            next();
        }
    }
}
