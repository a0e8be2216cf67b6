package org.workspaceadmin.ui.jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.model.TargetState;

/** One row of an operation's targets; its state is replaced while the row stays. */
public final class TargetEntry {
    private final int index;
    private final ReadOnlyObjectWrapper<TargetState> state;

    TargetEntry(int index, TargetState first) {
        this.index = index;
        state = new ReadOnlyObjectWrapper<>(first);
    }

    /** Its place in the operation, from 0. */
    public int index() {
        return index;
    }

    /** What is known now. */
    public ReadOnlyObjectProperty<TargetState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is known now. */
    public TargetState state() {
        return state.get();
    }

    boolean show(TargetState next) {
        if (next.equals(state.get())) {
            return false;
        }
        state.set(next);
        return true;
    }
}
