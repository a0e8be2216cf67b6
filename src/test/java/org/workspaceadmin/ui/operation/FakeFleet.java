package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.task.Work;

/** A fleet whose answers a test sets. */
public final class FakeFleet implements Fleet {
    /** Images by type. */
    public final Map<String, List<Image>> images = new HashMap<>();

    /** Every desktop. */
    public List<DesktopRow> listed = List.of();

    /** Current images. */
    public List<CurrentImage> current = List.of();

    /** Which desktops a user name has. */
    public Function<String, Work<List<Desktop>>> usersDesktops = name -> Work.of(List.of());

    /** How an image list is answered. */
    public Function<String, Work<List<Image>>> imageLists =
            type -> Work.of(images.getOrDefault(type, List.of()));

    /** Names asked for, in order. */
    public final List<String> asked = new ArrayList<>();

    private final List<FleetListener> listeners = new ArrayList<>();

    /** Tells every listener. */
    public void publish(FleetChange change) {
        List.copyOf(listeners).forEach(l -> l.changed(change));
    }

    /** Tells that a desktop changed. */
    public void changed(Desktop desktop) {
        publish(new FleetChange(List.of(), List.of(new DesktopRow(desktop, null)), List.of()));
    }

    /** Tells that a desktop is gone. */
    public void removed(String id) {
        publish(new FleetChange(List.of(), List.of(), List.of(id)));
    }

    /** How many listen. */
    public int listening() {
        return listeners.size();
    }

    @Override
    public Work<Boolean> refresh() {
        return Work.of(true);
    }

    @Override
    public void reread(Collection<String> desktopIds) {}

    @Override
    public FleetStatus status() {
        return new FleetStatus(false, 0, 0, null, null, 0, true);
    }

    @Override
    public List<DesktopRow> rows() {
        return listed;
    }

    @Override
    public Optional<DesktopRow> row(String desktopId) {
        return listed.stream().filter(each -> each.id().equals(desktopId)).findFirst();
    }

    @Override
    public void interval(Duration interval) {}

    @Override
    public void watched(boolean watched) {}

    @Override
    public void visible(Collection<String> desktopIds) {}

    @Override
    public Work<DesktopDetails> details(String desktopId) {
        return Work.failed(new UnsupportedOperationException(desktopId));
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return imageLists.apply(imageType);
    }

    @Override
    public Work<List<CurrentImage>> currentImages(Collection<String> desktopIds) {
        return Work.of(current);
    }

    @Override
    public Work<List<Desktop>> desktopsOf(String userName) {
        asked.add(userName);
        return usersDesktops.apply(userName);
    }

    @Override
    public void addListener(FleetListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(FleetListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {}
}
