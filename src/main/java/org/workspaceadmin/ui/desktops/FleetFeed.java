package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Brings the fleet's news to the UI thread: facts are worked out on the fleet's threads, and at
 * most one batch arrives per frame.
 */
final class FleetFeed implements AutoCloseable {
    /** What arrives, on the UI thread, in the order it happened. */
    sealed interface News {
        /** Rows as they are now, and ids that are gone. */
        record Rows(List<DesktopFacts> newer, List<String> removed) implements News {}

        /** Freshness. */
        record Status(FleetStatus status) implements News {}

        /** The read the operator asked for ended; everything it brought came before. */
        record Refreshed() implements News {}
    }

    private final Fleet fleet;
    private final FrameBatch<News> batch;
    private final FleetListener listener;
    private final Object lock = new Object();
    private final List<News> held = new ArrayList<>();
    private boolean holding = true;
    private final Work<Boolean> first;

    /**
     * Starts listening, and takes what the fleet already has.
     *
     * @param fleet whose news
     * @param context threads and time
     * @param sink takes batches on the UI thread
     */
    FleetFeed(Fleet fleet, UiContext context, java.util.function.Consumer<List<News>> sink) {
        this.fleet = fleet;
        batch = context.batch(sink);
        listener =
                new FleetListener() {
                    @Override
                    public void changed(FleetChange change) {
                        List<DesktopFacts> newer = new ArrayList<>();
                        change.added().forEach(row -> newer.add(DesktopFacts.of(row)));
                        change.changed().forEach(row -> newer.add(DesktopFacts.of(row)));
                        tell(new News.Rows(newer, change.removed()));
                    }

                    @Override
                    public void status(FleetStatus status) {
                        tell(new News.Status(status));
                    }
                };
        fleet.addListener(listener);
        first = context.workers().start(this::takeAll);
    }

    /** Tells {@link News.Refreshed} after everything told so far. */
    void refreshed() {
        tell(new News.Refreshed());
    }

    @Override
    public void close() {
        first.cancel();
        fleet.removeListener(listener);
    }

    /**
     * What was told while the rows were being read is told again after them: it may be older than
     * the rows, but the last word on each desktop then comes last.
     */
    private boolean takeAll() {
        List<DesktopRow> rows = fleet.rows();
        List<DesktopFacts> facts = new ArrayList<>(rows.size());
        rows.forEach(row -> facts.add(DesktopFacts.of(row)));
        synchronized (lock) {
            batch.add(new News.Rows(facts, List.of()));
            batch.add(new News.Status(fleet.status()));
            held.forEach(batch::add);
            held.clear();
            holding = false;
        }
        return true;
    }

    private void tell(News news) {
        synchronized (lock) {
            if (holding) {
                held.add(news);
            } else {
                batch.add(news);
            }
        }
    }
}
