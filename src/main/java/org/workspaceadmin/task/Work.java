package org.workspaceadmin.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that runs or ran off the UI thread, with one cancel handle. Cancelling
 * interrupts the thread that does the work; a blocking HTTP exchange on a virtual thread ends with
 * its connection closed, and work awaited from inside is cancelled along with it, however deep.
 *
 * @param <T> what it produces
 */
public final class Work<T extends @Nullable Object> {
    private final FutureTask<T> task;
    private final CompletableFuture<T> ended = new CompletableFuture<>();

    private Work(Callable<T> body) {
        task =
                new FutureTask<>(body) {
                    @Override
                    protected void done() {
                        settle(this);
                    }
                };
    }

    /**
     * Starts work on a thread of the given executor.
     *
     * @param executor runs the body; {@code Runnable::run} makes it run here and now
     * @param body what to do; it must react to interruption
     * @return the handle
     */
    public static <T extends @Nullable Object> Work<T> start(Executor executor, Callable<T> body) {
        Work<T> work = new Work<>(body);
        executor.execute(work.task);
        return work;
    }

    /** Work that already ended with a value. */
    public static <T extends @Nullable Object> Work<T> of(T value) {
        return start(Runnable::run, () -> value);
    }

    /** Work that already failed. */
    public static <T extends @Nullable Object> Work<T> failed(RuntimeException failure) {
        return start(
                Runnable::run,
                () -> {
                    throw failure;
                });
    }

    /** Ends the work, including the exchange it waits for. Does nothing when it already ended. */
    public void cancel() {
        task.cancel(true);
    }

    /** Whether it ended, in whatever way. */
    public boolean isDone() {
        return task.isDone();
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return task.isCancelled();
    }

    /**
     * Waits for the result; for use on background threads only. When the waiting thread is
     * interrupted, this work is cancelled too.
     *
     * @return the result
     * @throws CancellationException when this work, or the thread that waits, was cancelled
     * @throws RuntimeException what the body threw; a checked exception arrives inside a {@link
     *     CompletionException}
     */
    public T await() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Calls back once when the work ends; never when it was cancelled.
     *
     * @param where runs the callback, usually a {@link UiExecutor}
     * @param onValue receives the result
     * @param onFailure receives what the body threw
     * @return this
     */
    public Work<T> then(
            Executor where, Consumer<? super T> onValue, Consumer<Throwable> onFailure) {
        ended.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                return;
            }
            where.execute(() -> {
                if (isCancelled()) {
                    return;
                }
                if (failure == null) {
                    onValue.accept(value);
                } else {
                    onFailure.accept(failure);
                }
            });
        });
        return this;
    }

    /**
     * Calls back once when the work ends in whatever way, also when cancelled.
     *
     * @param action runs on the thread that ended the work
     * @return this
     */
    public Work<T> atEnd(Runnable action) {
        ended.whenComplete((value, failure) -> action.run());
        return this;
    }

    /**
     * Work that applies a function to this one's result; cancelling it cancels this one.
     *
     * @param executor runs the function
     * @param function the function
     * @return the new handle
     */
    public <R extends @Nullable Object> Work<R> map(
            Executor executor, Function<? super T, ? extends R> function) {
        return start(executor, () -> function.apply(await()));
    }

    private void settle(Future<T> done) {
        switch (done.state()) {
            case SUCCESS -> ended.complete(done.resultNow());
            case FAILED -> ended.completeExceptionally(done.exceptionNow());
            default -> ended.completeExceptionally(new CancellationException("cancelled"));
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException r -> r;
            case Error e -> throw e;
            default -> new CompletionException(cause);
        };
    }
}
