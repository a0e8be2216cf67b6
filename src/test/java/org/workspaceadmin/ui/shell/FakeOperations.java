package org.workspaceadmin.ui.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.task.Work;

/** Operations that a test publishes itself. */
final class FakeOperations implements Operations {
    final List<String> unlocks = new ArrayList<>();
    private final List<Consumer<GuardState>> guards = new ArrayList<>();
    private final InstantSource clock;
    GuardState guard = GuardState.open("c1");

    FakeOperations(InstantSource clock) {
        this.clock = clock;
    }

    private final List<OperationState> known = new ArrayList<>();
    private final List<Consumer<OperationState>> listeners = new ArrayList<>();

    void publish(OperationState state) {
        known.removeIf(other -> other.id().equals(state.id()));
        known.addFirst(state);
        listeners.forEach(listener -> listener.accept(state));
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public Plan plan(String connectionId, Draft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<String> submit(Plan plan, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Optional<Draft>> draftOfFailed(String operationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Boolean> resume(String operationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Boolean> dropUnsent(String operationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Boolean> checkNow(String operationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Boolean> settleUnknown(String operationId, boolean done) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OperationState> all() {
        return List.copyOf(known);
    }

    @Override
    public Subscription subscribe(Consumer<OperationState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public GuardState guard(String connectionId) {
        return guard;
    }

    @Override
    public Work<GuardState> unlock(String connectionId, String reason, Duration time) {
        unlocks.add(reason + " " + time.toMinutes());
        guard = new GuardState(connectionId, true, clock.instant().plus(time), reason);
        guards.forEach(l -> l.accept(guard));
        return Work.of(guard);
    }

    @Override
    public Work<GuardState> lock(String connectionId) {
        guard = GuardState.locked(connectionId);
        guards.forEach(l -> l.accept(guard));
        return Work.of(guard);
    }

    @Override
    public Subscription onGuard(Consumer<GuardState> listener) {
        guards.add(listener);
        return () -> guards.remove(listener);
    }
}
