package org.workspaceadmin.connection.probe;

/** Hears how a connection test goes on. */
@FunctionalInterface
public interface ProbeListener {
    /**
     * A step changed.
     *
     * @param step as it is now; called on a background thread, in order for each step
     */
    void changed(ProbeStep step);
}
