package org.workspaceadmin.ui.desktops;

import org.workspaceadmin.fleet.FleetStatus;

/** What the place of the table shows. */
enum ListPhase {
    /** Nothing was read yet. */
    LOADING,
    /** The first read failed. */
    FAILED,
    /** The service lists no desktop. */
    EMPTY,
    /** No desktop matches the filter. */
    NO_MATCH,
    /** Rows. */
    ROWS;

    /**
     * The phase.
     *
     * @param status how fresh the fleet is
     * @param total desktops known
     * @param shown desktops that match the filter
     */
    static ListPhase of(FleetStatus status, int total, int shown) {
        if (shown > 0) {
            return ROWS;
        }
        if (total > 0) {
            return NO_MATCH;
        }
        if (status.asOf() != null) {
            return EMPTY;
        }
        return status.problem() != null && !status.loading() ? FAILED : LOADING;
    }
}
