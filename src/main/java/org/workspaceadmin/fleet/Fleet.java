package org.workspaceadmin.fleet;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.task.Work;

/**
 * The fleet of one connection as last read. Thread-safe; listeners are called on background
 * threads, one at a time.
 */
public interface Fleet extends AutoCloseable {
    /**
     * Reads the whole list again; a read that already runs is joined. Failures show in {@link
     * #status()} too.
     */
    Work<Boolean> refresh();

    /**
     * Reads some desktops again, now and once more ten seconds later, because the list lags behind
     * jobs (api/jobs.md section 6).
     *
     * @param desktopIds which
     */
    void reread(Collection<String> desktopIds);

    /** How fresh everything is. */
    FleetStatus status();

    /** All rows as last read, in the service's order. */
    List<DesktopRow> rows();

    /** One row. */
    Optional<DesktopRow> row(String desktopId);

    /** How often the list is read again while watched; 60 s unless set, at least 10 s. */
    void interval(Duration interval);

    /** Whether a screen shows the fleet; unwatched, it is not read on its own. */
    void watched(boolean watched);

    /** Which desktops are on screen: their domain state is asked first. */
    void visible(Collection<String> desktopIds);

    /** One desktop with everything the service knows. */
    Work<DesktopDetails> details(String desktopId);

    /** All images of a type, {@code gold}, {@code private} or {@code market}. */
    Work<List<Image>> images(String imageType);

    /** The desktops' images that still exist, any number of ids. */
    Work<List<CurrentImage>> currentImages(Collection<String> desktopIds);

    /** Every desktop the service lists for a user name, exact match ignoring case. */
    Work<List<Desktop>> desktopsOf(String userName);

    /** Hears of changes. */
    void addListener(FleetListener listener);

    /** No more. */
    void removeListener(FleetListener listener);

    /** Stops sweeping and reading. */
    @Override
    void close();
}
