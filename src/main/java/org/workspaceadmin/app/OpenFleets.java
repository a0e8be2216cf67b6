package org.workspaceadmin.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connections;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.KnownNames;
import org.workspaceadmin.rules.domain.SiteLists;

/**
 * What the engine asks of the rest: which connections are guarded, what is known of a desktop in an
 * open fleet, what to read again.
 */
final class OpenFleets implements EnginePorts {
    private final Map<String, Fleet> fleets = new ConcurrentHashMap<>();
    private final Connections connections;
    private final SiteLists siteLists;
    private final Actors actors;

    /**
     * No fleet is open.
     *
     * @param connections know which of them are guarded
     * @param siteLists names and passwords this site does not want
     * @param actors know who is signed in
     */
    OpenFleets(Connections connections, SiteLists siteLists, Actors actors) {
        this.actors = actors;
        this.connections = connections;
        this.siteLists = siteLists;
    }

    @Override
    public SiteLists siteLists() {
        return siteLists;
    }

    @Override
    public Actor actor(String connectionId) {
        return actors.of(connectionId);
    }

    void opened(String connectionId, Fleet fleet) {
        fleets.put(connectionId, fleet);
    }

    void closed(String connectionId) {
        fleets.remove(connectionId);
    }

    /** Every desktop that is known now, of all of them. */
    List<Desktop> desktops() {
        return fleets.values().stream()
                .flatMap(fleet -> fleet.rows().stream())
                .map(DesktopRow::desktop)
                .toList();
    }

    @Override
    public boolean guarded(String connectionId) {
        return connections.find(connectionId).map(c -> c.marking().guarded()).orElse(false);
    }

    @Override
    public @Nullable DomainCheck domainCheck(String connectionId, String desktopId) {
        Fleet fleet = fleets.get(connectionId);
        return fleet == null ? null : fleet.row(desktopId).map(DesktopRow::domain).orElse(null);
    }

    @Override
    public KnownNames names(String connectionId) {
        Fleet fleet = fleets.get(connectionId);
        return fleet == null ? KnownNames.NONE : new FleetNames(fleet);
    }

    @Override
    public void ended(String connectionId, Collection<String> desktopIds) {
        Fleet fleet = fleets.get(connectionId);
        if (fleet != null) {
            fleet.reread(desktopIds);
        }
    }
}
