package org.workspaceadmin.ui.common;

import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.HealthListener;

/** How fresh a directory is, as a property of the UI thread, until it is closed. */
public final class StandingFeed implements AutoCloseable {
    private final DirectoryHealth health;
    private final HealthListener listener;
    private final ReadOnlyObjectWrapper<DirectoryStanding> standing;

    /**
     * Follows from now on.
     *
     * @param health whose standing
     * @param context threads
     */
    public StandingFeed(DirectoryHealth health, UiContext context) {
        this.health = health;
        standing = new ReadOnlyObjectWrapper<>(health.standing());
        FrameBatch<DirectoryStanding> batch =
                context.batch(several -> standing.set(several.getLast()));
        listener =
                new HealthListener() {
                    @Override
                    public void changed(Set<String> desktopIds) {
                        // the rows' own feed hears of these
                    }

                    @Override
                    public void standing(DirectoryStanding now) {
                        batch.add(now);
                    }
                };
        health.addListener(listener);
        standing.set(health.standing());
    }

    /** The standing now. */
    public ReadOnlyObjectProperty<DirectoryStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public void close() {
        health.removeListener(listener);
    }
}
