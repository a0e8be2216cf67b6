package org.workspaceadmin.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * The fleet of one connection, kept up to date by reading: the whole list every minute while
 * watched, single desktops on demand, the domain state in a slow round.
 *
 * <p>A listener may hear of a row that {@link #rows()} already held when it was added: rows are put
 * by id.
 */
public final class LiveFleet implements Fleet {
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
    private static final int IMAGE_CHUNK = 500;

    private final WorkspaceService service;
    private final Workers workers;
    private final Timer timer;
    private final RowStore store = new RowStore();
    private final Publisher publisher;
    private final ListReader reader;
    private final DomainSweep sweep;
    private final Rereads rereads;

    private Duration interval = USUAL_INTERVAL;
    private boolean watched;
    private boolean closed;
    private @Nullable Instant lastRead;
    private Timer.@Nullable Cancel nextRead;

    private LiveFleet(WorkspaceService service, Workers workers, Timer timer) {
        this.service = service;
        this.workers = workers;
        this.timer = timer;
        publisher = new Publisher(workers, timer, store::drain, this::status);
        reader = new ListReader(service, workers, timer, store, publisher);
        sweep = new DomainSweep(service, workers, timer, store, publisher);
        rereads = new Rereads(service, workers, timer, store, publisher, sweep);
    }

    /**
     * A fleet that is read through a service. Reads nothing until it is watched or asked.
     *
     * @param service the connection; stays the caller's to close, after the fleet
     * @param workers where reads run
     * @param timer time
     * @return the fleet, empty
     */
    public static LiveFleet of(WorkspaceService service, Workers workers, Timer timer) {
        return new LiveFleet(service, workers, timer);
    }

    @Override
    public Work<Boolean> refresh() {
        return reader.read(this::readEnded);
    }

    @Override
    public void reread(Collection<String> desktopIds) {
        rereads.read(desktopIds);
    }

    @Override
    public FleetStatus status() {
        ListReader.State list = reader.state();
        return new FleetStatus(
                list.loading(),
                store.size(),
                list.expected(),
                list.asOf(),
                list.problem(),
                store.checked(),
                sweep.offered(),
                sweep.problem());
    }

    @Override
    public List<DesktopRow> rows() {
        return store.rows();
    }

    @Override
    public Optional<DesktopRow> row(String desktopId) {
        return Optional.ofNullable(store.row(desktopId));
    }

    @Override
    public synchronized void interval(Duration wanted) {
        interval = wanted.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : wanted;
        planNextRead();
    }

    @Override
    public void watched(boolean on) {
        synchronized (this) {
            watched = on;
            planNextRead();
        }
        sweep.watched(on);
    }

    @Override
    public void visible(Collection<String> desktopIds) {
        sweep.onScreen(desktopIds);
    }

    @Override
    public Work<DesktopDetails> details(String desktopId) {
        return service.desktop(desktopId);
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return service.images(imageType);
    }

    @Override
    public Work<List<CurrentImage>> currentImages(Collection<String> desktopIds) {
        List<String> ids = List.copyOf(desktopIds);
        return workers.start(() -> {
            List<CurrentImage> images = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += IMAGE_CHUNK) {
                int to = Math.min(from + IMAGE_CHUNK, ids.size());
                images.addAll(service.checkImages(ids.subList(from, to)).await());
            }
            return images;
        });
    }

    @Override
    public Work<List<Desktop>> desktopsOf(String userName) {
        // The service's filter may match a part of the name (api/desktops.md section 1).
        DesktopQuery query = DesktopQuery.all().with("user_name", userName);
        return workers.start(() -> {
            FleetListing listing = service.allDesktops(query, page -> {}).await();
            if (!listing.consistent()) {
                listing = service.allDesktops(query, page -> {}).await();
            }
            return listing.desktops().stream().filter(d -> belongsTo(d, userName)).toList();
        });
    }

    @Override
    public void addListener(FleetListener listener) {
        publisher.add(listener);
    }

    @Override
    public void removeListener(FleetListener listener) {
        publisher.remove(listener);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            planNextRead();
        }
        publisher.close();
        sweep.close();
        rereads.close();
        reader.cancel();
    }

    private static boolean belongsTo(Desktop desktop, String userName) {
        return desktop.userName().equalsIgnoreCase(userName)
                || desktop.users().stream()
                        .anyMatch(user ->
                                !user.type().equalsIgnoreCase("GROUP")
                                        && user.name().equalsIgnoreCase(userName));
    }

    private void readEnded() {
        ListReader.State state = reader.state();
        sweep.listRead(state.asOf() != null && state.problem() == null);
        synchronized (this) {
            lastRead = timer.instant();
            planNextRead();
        }
    }

    /** The next read on its own, an interval after the last one ended; none while one runs. */
    private void planNextRead() {
        if (nextRead != null) {
            nextRead.cancel();
            nextRead = null;
        }
        ListReader.State state = reader.state();
        Problem problem = state.problem();
        if (closed || !watched || (problem != null && Failures.needsOperator(problem))) {
            return;
        }
        nextRead = timer.after(untilNextRead(state), this::readUnlessOneRuns);
    }

    private Duration untilNextRead(ListReader.State state) {
        Instant last = lastRead;
        if (last == null) {
            return Duration.ZERO;
        }
        Duration pause = interval;
        Duration asked = state.problem() == null ? null : state.problem().retryAfter();
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked;
        }
        Duration wait = pause.minus(Duration.between(last, timer.instant()));
        return wait.compareTo(pause) > 0 ? pause : wait; // the clock was set back
    }

    private void readUnlessOneRuns() {
        if (!reader.running()) {
            refresh();
        }
    }
}
