package org.workspaceadmin.ui.shell;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    /** How long the last answer took, null before the first. */
    @Nullable Duration latency();

    /** How fresh the fleet is. */
    FleetStatus status();
}
