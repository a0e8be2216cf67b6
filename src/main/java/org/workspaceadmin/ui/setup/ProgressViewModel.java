package org.workspaceadmin.ui.setup;

import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.operation.Operations;

/** What becomes of the application that was sent last, as the engine follows it. */
public final class ProgressViewModel implements AutoCloseable {
    private final SetupContext context;
    private final ReadOnlyObjectWrapper<@Nullable OperationState> operation =
            new ReadOnlyObjectWrapper<>();
    private final Operations.Subscription subscription;

    ProgressViewModel(SetupContext context) {
        this.context = context;
        last(context).ifPresent(operation::set);
        subscription =
                context.operations()
                        .subscribe(state -> context.ui().ui().execute(() -> changed(state)));
    }

    /** The application sent last on this connection, also by an earlier start of the program. */
    static Optional<OperationState> last(SetupContext context) {
        return context.operations().all().stream()
                .filter(o -> o.connectionId().equals(context.connectionId()))
                .filter(o -> o.kind() == OperationKind.APPLY_SERVICE)
                .max(Comparator.comparing(OperationState::id));
    }

    /** The application, null while there is none. */
    public ReadOnlyObjectProperty<@Nullable OperationState> operationProperty() {
        return operation.getReadOnlyProperty();
    }

    /** Its one target, null while there is none. */
    public @Nullable TargetState target() {
        OperationState now = operation.get();
        return now == null || now.targets().isEmpty() ? null : now.targets().getFirst();
    }

    /** How it stands. */
    public Outcome outcome() {
        TargetState target = target();
        return target == null ? Outcome.WAITING : target.outcome();
    }

    /** Percent, -1 while not known. */
    public int percent() {
        TargetState target = target();
        Integer progress = target == null ? null : target.progress();
        return progress == null ? -1 : progress;
    }

    /**
     * The operator settles what nobody knows.
     *
     * @param done whether the service was applied for
     */
    public void settle(boolean done) {
        OperationState now = operation.get();
        if (now != null) {
            context.operations().settleUnknown(now.id(), done);
        }
    }

    /** Sends what waits. */
    public void resume() {
        OperationState now = operation.get();
        if (now != null) {
            context.operations().resume(now.id());
        }
    }

    /** Asks now. */
    public void checkNow() {
        OperationState now = operation.get();
        if (now != null) {
            context.operations().checkNow(now.id());
        }
    }

    private void changed(OperationState state) {
        OperationState now = operation.get();
        boolean ours =
                state.connectionId().equals(context.connectionId())
                        && state.kind() == OperationKind.APPLY_SERVICE;
        if (ours && (now == null || state.id().compareTo(now.id()) >= 0)) {
            operation.set(state);
        }
    }

    @Override
    public void close() {
        subscription.cancel();
    }
}
