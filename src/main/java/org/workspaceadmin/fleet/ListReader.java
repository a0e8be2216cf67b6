package org.workspaceadmin.fleet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Reads the whole list into the store, page by page, one read at a time.
 *
 * <p>A list that grows or shrinks while its pages are read may show a desktop twice or not at all.
 * Such a read is repeated once, at once, and a row goes only when no pass of the read saw it, or
 * when a pass in which nothing moved did not.
 */
final class ListReader {
    private final WorkspaceService service;
    private final Workers workers;
    private final Timer timer;
    private final RowStore store;
    private final Publisher publisher;

    private @Nullable Work<Boolean> running;
    private long turn;
    private boolean loading;
    private int expected = -1;
    private @Nullable Instant asOf;
    private @Nullable Problem problem;

    ListReader(
            WorkspaceService service,
            Workers workers,
            Timer timer,
            RowStore store,
            Publisher publisher) {
        this.service = service;
        this.workers = workers;
        this.timer = timer;
        this.store = store;
        this.publisher = publisher;
    }

    /** What is known of the reads so far. */
    record State(
            boolean loading, int expected, @Nullable Instant asOf, @Nullable Problem problem) {}

    synchronized State state() {
        return new State(loading, expected, asOf, problem);
    }

    /** Whether a read runs. */
    synchronized boolean running() {
        return running != null && !running.isDone();
    }

    /**
     * Starts a read, or joins the one that runs.
     *
     * @param onEnd called when a read that is started here ends, in whatever way
     * @return true when the list stood still during the last pass
     */
    Work<Boolean> read(Runnable onEnd) {
        Work<Boolean> started;
        synchronized (this) {
            Work<Boolean> current = running;
            if (current != null && !current.isDone()) {
                return current;
            }
            long mine = ++turn;
            started = workers.start(() -> readInTurn(mine));
            running = started;
        }
        return started.atEnd(onEnd);
    }

    /** Ends the read that runs. */
    void cancel() {
        Work<Boolean> current;
        synchronized (this) {
            current = running;
        }
        if (current != null) {
            current.cancel();
        }
    }

    private boolean readInTurn(long mine) {
        begin();
        try {
            boolean still = readWhole();
            succeeded();
            return still;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            ProblemException failure = Failures.of(e, timer.instant());
            failed(failure.problem());
            throw failure;
        } finally {
            end(mine);
        }
    }

    private boolean readWhole() {
        List<String> before = store.ids();
        FleetListing first = pass();
        if (first.consistent()) {
            settle(first, before, Set.of());
            return true;
        }
        FleetListing second = pass();
        settle(second, before, second.consistent() ? Set.of() : ids(first));
        return second.consistent();
    }

    private FleetListing pass() {
        return service.allDesktops(DesktopQuery.all(), this::page).await();
    }

    private void page(DesktopPage page) {
        boolean firstRows = store.size() == 0;
        synchronized (this) {
            expected = page.totalCount();
        }
        store.merge(page.desktops());
        if (firstRows) {
            publisher.now();
        } else {
            publisher.soon();
        }
    }

    private void settle(FleetListing listing, List<String> before, Set<String> alsoSeen) {
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(ids(listing));
        gone.removeAll(alsoSeen);
        store.settle(listing.desktops(), gone);
    }

    private static Set<String> ids(FleetListing listing) {
        Set<String> ids = HashSet.newHashSet(listing.desktops().size());
        for (Desktop desktop : listing.desktops()) {
            ids.add(desktop.id());
        }
        return ids;
    }

    private void begin() {
        synchronized (this) {
            loading = true;
        }
        publisher.soon();
    }

    private synchronized void succeeded() {
        asOf = timer.instant();
        problem = null;
    }

    private synchronized void failed(Problem what) {
        problem = what;
    }

    private void end(long mine) {
        synchronized (this) {
            // A read that was cancelled may end after its successor began.
            if (mine == turn) {
                loading = false;
            }
        }
        publisher.now();
    }
}
