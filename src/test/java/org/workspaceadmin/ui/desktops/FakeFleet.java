package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Work;

/** A fleet moved by hand; tells its listeners on the caller's thread. */
final class FakeFleet implements Fleet {
    final List<Collection<String>> visible = new ArrayList<>();
    final List<String> detailsAsked = new ArrayList<>();
    final List<String> reread = new ArrayList<>();
    Duration interval = Duration.ZERO;
    boolean watched;
    int refreshes;
    Runnable duringRefresh = () -> {};
    Function<String, Work<DesktopDetails>> details = this::knownDetails;

    private final Map<String, DesktopRow> rows = new LinkedHashMap<>();
    private final List<FleetListener> listeners = new ArrayList<>();
    private FleetStatus status = new FleetStatus(false, 0, -1, null, null, 0, null);

    /** Has rows, read just now. */
    synchronized FakeFleet with(List<DesktopRow> loaded) {
        loaded.forEach(row -> rows.put(row.id(), row));
        status = readAt(SampleFleet.NOW);
        return this;
    }

    /** Publishes new and changed rows and ids that are gone. */
    void publish(List<DesktopRow> now, String... removed) {
        List<DesktopRow> added = new ArrayList<>();
        List<DesktopRow> changed = new ArrayList<>();
        List<FleetListener> told;
        synchronized (this) {
            for (DesktopRow row : now) {
                (rows.put(row.id(), row) == null ? added : changed).add(row);
            }
            List.of(removed).forEach(rows::remove);
            told = List.copyOf(listeners);
        }
        FleetChange change = new FleetChange(added, changed, List.of(removed));
        told.forEach(listener -> listener.changed(change));
    }

    /** Tells a freshness. */
    void tell(FleetStatus now) {
        List<FleetListener> told;
        synchronized (this) {
            status = now;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.status(now));
    }

    /** A complete read ended. */
    void tellRead() {
        tell(readAt(SampleFleet.NOW));
    }

    /** The last read failed. */
    void tellProblem(Problem problem) {
        FleetStatus s = status();
        tell(new FleetStatus(false, s.loaded(), s.expected(), s.asOf(), problem, 0, true));
    }

    int listeners() {
        return listeners.size();
    }

    private FleetStatus readAt(Instant at) {
        return new FleetStatus(false, rows.size(), rows.size(), at, null, rows.size(), true);
    }

    private Work<DesktopDetails> knownDetails(String id) {
        Desktop desktop = Objects.requireNonNull(rows.get(id)).desktop();
        return Work.of(
                new DesktopDetails(
                        desktop,
                        List.of(
                                new Field("desktop_id", id),
                                new Field("computer_name", desktop.name()),
                                new Field("metadata.image_name", desktop.imageName()),
                                new Field("root_volume.size", "80"))));
    }

    @Override
    public Work<Boolean> refresh() {
        refreshes++;
        return Work.start(
                Runnable::run,
                () -> {
                    duringRefresh.run();
                    return true;
                });
    }

    @Override
    public void reread(Collection<String> desktopIds) {
        reread.addAll(desktopIds);
    }

    @Override
    public synchronized FleetStatus status() {
        return status;
    }

    @Override
    public synchronized List<DesktopRow> rows() {
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized Optional<DesktopRow> row(String desktopId) {
        return Optional.ofNullable(rows.get(desktopId));
    }

    @Override
    public void interval(Duration chosen) {
        interval = chosen;
    }

    @Override
    public void watched(boolean now) {
        watched = now;
    }

    @Override
    public void visible(Collection<String> desktopIds) {
        visible.add(List.copyOf(desktopIds));
    }

    @Override
    public Work<DesktopDetails> details(String desktopId) {
        detailsAsked.add(desktopId);
        return details.apply(desktopId);
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return Work.of(List.of());
    }

    @Override
    public Work<List<CurrentImage>> currentImages(Collection<String> desktopIds) {
        return Work.of(List.of());
    }

    @Override
    public Work<List<Desktop>> desktopsOf(String userName) {
        return Work.of(List.of());
    }

    @Override
    public synchronized void addListener(FleetListener listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void removeListener(@Nullable FleetListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
