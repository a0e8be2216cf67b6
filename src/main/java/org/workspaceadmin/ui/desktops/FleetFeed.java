package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.HealthListener;
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

        /** Freshness of the company's directory. */
        record Standing(DirectoryStanding standing) implements News {}

        /** The read the operator asked for ended; everything it brought came before. */
        record Refreshed() implements News {}
    }

    private final Fleet fleet;
    private final FrameBatch<News> batch;
    private final FleetListener listener;
    private final @Nullable DirectoryHealth health;
    private final HealthListener healthListener;
    private final Object lock = new Object();
    private final List<News> held = new ArrayList<>();
    private boolean holding = true;
    private final Work<Boolean> first;

    /**
     * Starts listening, and takes what the fleet already has.
     *
     * @param fleet whose news
     * @param health what the company's directory adds, null when only the service is asked
     * @param context threads and time
     * @param sink takes batches on the UI thread
     */
    FleetFeed(
            Fleet fleet,
            @Nullable DirectoryHealth health,
            UiContext context,
            Consumer<List<News>> sink) {
        this.fleet = fleet;
        this.health = health;
        batch = context.batch(sink);
        listener =
                new FleetListener() {
                    @Override
                    public void changed(FleetChange change) {
                        List<DesktopFacts> newer = new ArrayList<>();
                        change.added().forEach(row -> newer.add(facts(row)));
                        change.changed().forEach(row -> newer.add(facts(row)));
                        tell(new News.Rows(newer, change.removed()));
                    }

                    @Override
                    public void status(FleetStatus status) {
                        tell(new News.Status(status));
                    }
                };
        healthListener =
                new HealthListener() {
                    @Override
                    public void changed(Set<String> desktopIds) {
                        retell(desktopIds);
                    }

                    @Override
                    public void standing(DirectoryStanding standing) {
                        tell(new News.Standing(standing));
                    }
                };
        fleet.addListener(listener);
        if (health != null) {
            health.addListener(healthListener);
        }
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
        if (health != null) {
            health.removeListener(healthListener);
        }
    }

    private DesktopFacts facts(DesktopRow row) {
        return DesktopFacts.of(row, health == null ? null : health.of(row));
    }

    /**
     * Rows whose health changed while they did not. Read and told in one turn, so that a newer row
     * told meanwhile comes after it.
     */
    private void retell(Set<String> desktopIds) {
        synchronized (lock) {
            List<DesktopFacts> newer = new ArrayList<>(desktopIds.size());
            for (String id : desktopIds) {
                fleet.row(id).ifPresent(row -> newer.add(facts(row)));
            }
            tell(new News.Rows(newer, List.of()));
        }
    }

    /**
     * What was told while the rows were being read is told again after them: it may be older than
     * the rows, but the last word on each desktop then comes last.
     */
    private boolean takeAll() {
        List<DesktopRow> rows = fleet.rows();
        List<DesktopFacts> facts = new ArrayList<>(rows.size());
        rows.forEach(row -> facts.add(facts(row)));
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
