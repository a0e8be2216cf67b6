package org.workspaceadmin.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Where background work runs: virtual threads in the program, the caller's own thread in tests of
 * view models.
 */
@FunctionalInterface
public interface Workers {
    /** The executor that background work is given to. */
    Executor executor();

    /**
     * Starts work in the background.
     *
     * @param body blocks plainly and reacts to interruption
     * @return its handle
     */
    default <T extends @Nullable Object> Work<T> start(Callable<T> body) {
        return Work.start(executor(), body);
    }

    /**
     * One virtual thread per piece of work.
     *
     * @param name thread name prefix, seen in the log
     * @return the workers
     */
    static Workers virtual(String name) {
        Executor executor =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-", 0).factory());
        return () -> executor;
    }

    /**
     * Runs everything on the caller's thread, so that asynchronous code becomes an ordered unit
     * test.
     */
    static Workers sameThread() {
        return () -> Runnable::run;
    }
}
