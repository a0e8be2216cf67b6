package org.workspaceadmin.ui.operation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.task.UiExecutor;

/** The desktops of an open dialog, kept as the fleet knows them. UI thread only. */
final class ChosenDesktops implements FleetListener {
    private final UiExecutor ui;
    private final Map<String, Desktop> byId = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper gone = new ReadOnlyIntegerWrapper();
    private Runnable moved = () -> {};

    /**
     * No desktops yet.
     *
     * @param ui where changes are taken in
     */
    ChosenDesktops(UiExecutor ui) {
        this.ui = ui;
    }

    /** Who hears of every change that concerns one of them. */
    void onMoved(Runnable listener) {
        moved = listener;
    }

    /** The desktops as last known, in the order chosen. */
    Map<String, Desktop> byId() {
        return byId;
    }

    /** How many of them disappeared since they were chosen. */
    ReadOnlyIntegerProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /** Begins anew. */
    void set(Collection<Desktop> chosen) {
        byId.clear();
        chosen.forEach(d -> byId.put(d.id(), d));
        gone.set(0);
    }

    @Override
    public void changed(FleetChange change) {
        ui.execute(() -> merge(change));
    }

    @Override
    public void status(FleetStatus status) {
        // freshness alone changes no plan
    }

    private void merge(FleetChange change) {
        boolean touched = false;
        for (DesktopRow row : change.changed()) {
            touched |= byId.replace(row.id(), row.desktop()) != null;
        }
        Set<String> removed = new HashSet<>(change.removed());
        removed.retainAll(byId.keySet());
        if (!removed.isEmpty()) {
            byId.keySet().removeAll(removed);
            gone.set(gone.get() + removed.size());
            touched = true;
        }
        if (touched) {
            moved.run();
        }
    }
}
