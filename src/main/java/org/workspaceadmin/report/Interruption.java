package org.workspaceadmin.report;

import java.util.concurrent.CancellationException;

/** Whether somebody cancelled. */
final class Interruption {
    private Interruption() {}

    /**
     * Ends the work when its thread was interrupted.
     *
     * @throws CancellationException when it was
     */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled");
        }
    }
}
