package org.workspaceadmin.fleet;

/** Hears of the fleet's changes, on background threads, one call at a time. */
public interface FleetListener {
    /** Rows changed. */
    void changed(FleetChange change);

    /** Freshness changed. */
    void status(FleetStatus status);
}
