package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.task.Work;

/** Whether one connection is read-only now, and unlocking it. Lives on the UI thread. */
public final class GuardViewModel implements AutoCloseable {
    /** The times to choose from; the first is offered. */
    public static final List<Duration> TIMES =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

    private final String connectionId;
    private final Operations operations;
    private final UiContext context;
    private final Operations.Subscription heard;
    private final Subscription ticks;
    private final ReadOnlyObjectWrapper<GuardState> state;
    private final ReadOnlyObjectWrapper<Long> minutesLeft = new ReadOnlyObjectWrapper<>(0L);
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Duration> time = new SimpleObjectProperty<>(TIMES.getFirst());
    private boolean judged;

    /**
     * Follows a connection.
     *
     * @param connectionId which
     * @param operations know whether it is guarded
     * @param context time and threads
     */
    public GuardViewModel(String connectionId, Operations operations, UiContext context) {
        this.connectionId = connectionId;
        this.operations = operations;
        this.context = context;
        state = new ReadOnlyObjectWrapper<>(operations.guard(connectionId));
        look();
        heard =
                operations.onGuard(now -> {
                    if (now.connectionId().equals(connectionId)) {
                        context.ui().execute(this::look);
                    }
                });
        ticks = context.now().property().subscribe((was, is) -> look());
        reason.subscribe(typed -> judge());
    }

    /** Whether it is guarded, and until when it is unlocked. */
    public ReadOnlyObjectProperty<GuardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether writes are let through now. */
    public ReadOnlyBooleanProperty writableProperty() {
        return writable.getReadOnlyProperty();
    }

    /** How many minutes are left until it locks, counting one that has begun; 0 while locked. */
    public ReadOnlyObjectProperty<Long> minutesLeftProperty() {
        return minutesLeft.getReadOnlyProperty();
    }

    /** Whether it is being unlocked or locked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why unlocking failed; null when it did not. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the operator unlocks it. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Key of the sentence that says what is wrong with the reason, empty while nothing is said. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** For how long, one of {@link #TIMES}. */
    public ObjectProperty<Duration> timeProperty() {
        return time;
    }

    /** The reason's field was left: from now on it says what is wrong with it. */
    public void reasonLeft() {
        judged = true;
        judge();
    }

    /**
     * Unlocks, or says what is wrong with the reason.
     *
     * @return whether it is under way
     */
    public boolean unlock() {
        reasonLeft();
        if (!fault.get().isEmpty() || busy.get()) {
            return false;
        }
        run(operations.unlock(connectionId, reason.get().strip(), time.get()));
        return true;
    }

    /** Locks at once. */
    public void lock() {
        if (!busy.get()) {
            run(operations.lock(connectionId));
        }
    }

    /** Stops following. */
    @Override
    public void close() {
        heard.cancel();
        ticks.unsubscribe();
    }

    private void run(Work<GuardState> work) {
        busy.set(true);
        problem.set(null);
        work.then(
                context.ui(),
                done -> {
                    busy.set(false);
                    if (done.unlockedUntil() != null) {
                        judged = false;
                        reason.set("");
                        fault.set("");
                    }
                    look();
                },
                failure -> {
                    busy.set(false);
                    problem.set(ProblemText.problemOf(failure));
                });
    }

    private void look() {
        GuardState now = operations.guard(connectionId);
        state.set(now);
        writable.set(now.writable());
        minutesLeft.set(
                now.unlockedUntil() == null
                        ? 0L
                        : minutes(
                                Duration.between(context.timer().instant(), now.unlockedUntil())));
    }

    private static long minutes(Duration left) {
        return Math.max(1, (left.toSeconds() + 59) / 60);
    }

    private void judge() {
        if (!judged) {
            return;
        }
        String typed = reason.get().strip();
        fault.set(
                typed.isEmpty()
                        ? "guard.reason.missing"
                        : typed.length() > GuardState.LONGEST_REASON ? "guard.reason.long" : "");
    }
}
