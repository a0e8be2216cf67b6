package org.workspaceadmin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.ui.shell.ConnectionFace;
import org.workspaceadmin.ui.shell.Place;

/**
 * One connection with its screens open. Ending it ends its reading; operations under way go on,
 * since they belong to the engine.
 */
final class Session implements ConnectionFace, AutoCloseable {
    private final Connection connection;
    private final CloudConnection service;
    private final Fleet fleet;
    private final Runnable directory;
    private final List<Place> places;

    Session(Connection connection, CloudConnection service, Fleet fleet, List<Place> places) {
        this(connection, service, fleet, () -> {}, places);
    }

    /**
     * An open connection.
     *
     * @param connection which
     * @param service the way to it
     * @param fleet its desktops
     * @param directory ends the reading of the company's directory
     * @param places its screens
     */
    Session(
            Connection connection,
            CloudConnection service,
            Fleet fleet,
            Runnable directory,
            List<Place> places) {
        this.directory = directory;
        this.connection = connection;
        this.service = service;
        this.fleet = fleet;
        this.places = List.copyOf(places);
    }

    List<Place> places() {
        return places;
    }

    Connection connection() {
        return connection;
    }

    CloudConnection service() {
        return service;
    }

    @Override
    public String id() {
        return connection.id();
    }

    @Override
    public String name() {
        return connection.name();
    }

    @Override
    public String where() {
        return connection.name().equals(connection.region()) ? "" : connection.region();
    }

    @Override
    public boolean demo() {
        return connection.demo();
    }

    @Override
    public Marking marking() {
        return connection.marking();
    }

    @Override
    public @Nullable Instant signInUntil() {
        return service.health().signInUntil();
    }

    @Override
    public boolean signInNeeded() {
        return service.health().signInNeeded();
    }

    @Override
    public @Nullable Duration latency() {
        return service.health().latency();
    }

    @Override
    public FleetStatus status() {
        return fleet.status();
    }

    /** Reads the lists again as often as this from now on. */
    void interval(Duration interval) {
        fleet.interval(interval);
    }

    /** Closes the screens and ends the reading; UI thread. */
    @Override
    public void close() {
        places.forEach(place -> place.screen().close());
        directory.run();
        fleet.close();
    }
}
