package org.workspaceadmin.ui.shell;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.fleet.FleetStatus;

/** What the frame shows of the open connection. Thread-safe, answers at once. */
public interface ConnectionFace {
    /** The connection's id. */
    String id();

    /** Its name. */
    String name();

    /** Where it is, such as a region; empty when there is nothing to say. */
    String where();

    /** Whether it is the demo. */
    boolean demo();

    /** How it is told apart from others. */
    default Marking marking() {
        return Marking.NONE;
    }

    /** Until when the sign-in holds or held, null when it does not end or is not known yet. */
    default @Nullable Instant signInUntil() {
        return null;
    }

    /** Whether nothing can be read or sent until somebody signs in again. */
    default boolean signInNeeded() {
        return false;
    }

    /** How long the last answer took, null before the first. */
    @Nullable Duration latency();

    /** How fresh the fleet is. */
    FleetStatus status();
}
