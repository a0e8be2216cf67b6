package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;

/**
 * Collects items from any thread and hands them to the UI thread in one batch per frame at the
 * most, in the order they came. Nothing runs while nothing comes.
 *
 * @param <T> what is collected
 */
public final class FrameBatch<T> {
    /** A frame at 60 Hz. */
    public static final Duration FRAME = Duration.ofMillis(16);

    private final UiExecutor ui;
    private final Timer timer;
    private final Consumer<List<T>> sink;
    private final Object lock = new Object();
    private List<T> waiting = new ArrayList<>();
    private boolean scheduled;

    /**
     * A batch.
     *
     * @param ui where batches are delivered
     * @param timer waits for the frame to end
     * @param sink takes each batch; never an empty one
     */
    public FrameBatch(UiExecutor ui, Timer timer, Consumer<List<T>> sink) {
        this.ui = ui;
        this.timer = timer;
        this.sink = sink;
    }

    /**
     * Adds an item; any thread.
     *
     * @param item delivered within a frame or so
     */
    public void add(T item) {
        synchronized (lock) {
            waiting.add(item);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        timer.after(FRAME, () -> ui.execute(this::deliver));
    }

    private void deliver() {
        List<T> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
            scheduled = false;
        }
        sink.accept(batch);
    }
}
