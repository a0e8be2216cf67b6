package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches over a test that nothing is left behind: no exception that nobody caught, no thread, no
 * socket, no memory.
 */
final class Undisturbed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_MEMORY = 64L << 20;

    /** What a pool may keep. */
    private static final int SPARE = 12;

    private final Thread.@Nullable UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final long threads = threads();
    private final long files = files();
    private final long memory = memory();

    Undisturbed() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    }

    /** Everything is as it was. */
    void check() {
        assertThat(uncaught).isEmpty();
        assertThat(settled(Undisturbed::threads, threads + SPARE)).as("threads").isTrue();
        assertThat(settled(Undisturbed::files, files + SPARE)).as("open files").isTrue();
        assertThat(settled(Undisturbed::memory, memory + MOST_MEMORY)).as("memory").isTrue();
    }

    private static boolean settled(LongSupplier value, long most) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (value.getAsLong() > most) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return true;
    }

    private static long threads() {
        return Thread.getAllStackTraces().size();
    }

    /** Open files and sockets, where the system tells. */
    private static long files() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
