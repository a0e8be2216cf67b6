package org.workspaceadmin.cloud;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * At most four requests of a connection on the wire, two of them writes, first come first served
 * (api/errors.md section 6).
 */
final class RequestBudget {
    /** Requests in flight at a time. */
    static final int ALL = 4;

    /** Writes among them. */
    static final int WRITES = 2;

    private final Semaphore all = new Semaphore(ALL, true);
    private final Semaphore writes = new Semaphore(WRITES, true);

    /** Something that can be interrupted. */
    @FunctionalInterface
    interface Body<T> extends Callable<T> {
        @Override
        T call() throws InterruptedException;
    }

    /**
     * Waits for a place and holds it while the body runs.
     *
     * @param write whether the body writes
     * @param body one exchange
     */
    <T> T within(boolean write, Body<T> body) throws InterruptedException {
        if (write) {
            writes.acquire();
        }
        try {
            all.acquire();
            try {
                return body.call();
            } finally {
                all.release();
            }
        } finally {
            if (write) {
                writes.release();
            }
        }
    }

    /** Requests on the wire now. */
    int inFlight() {
        return ALL - all.availablePermits();
    }
}
