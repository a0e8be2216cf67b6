package org.workspaceadmin.fleet.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.DirectoryProblem;

/**
 * How fresh what is known of the directory is.
 *
 * @param state what can be said
 * @param reading whether a reading runs now
 * @param read how many computer objects were read, by the reading that runs or the last good one
 * @param domain the domain's DNS name, empty when closed
 * @param controller address of the controller that told, empty before the first reading
 * @param asOf when the last good reading began, null before it
 * @param unknownSince since when nothing can be said any more, null when something can
 * @param problem why, null when there is no trouble
 * @param addressesCompared whether the domain's DNS was asked and answered
 */
public record DirectoryStanding(
        State state,
        boolean reading,
        int read,
        String domain,
        String controller,
        @Nullable Instant asOf,
        @Nullable Instant unknownSince,
        @Nullable DirectoryProblem problem,
        boolean addressesCompared) {
    /** What can be said. */
    public enum State {
        /** No connection to a directory; health is by the service alone. */
        CLOSED,
        /** The first reading runs; health is by the service alone so far. */
        FIRST_READING,
        /** Read. */
        KNOWN,
        /** Could not be read, or not any more. */
        UNKNOWN
    }

    /** Nothing open. */
    public static final DirectoryStanding NONE =
            new DirectoryStanding(State.CLOSED, false, 0, "", "", null, null, null, false);
}
