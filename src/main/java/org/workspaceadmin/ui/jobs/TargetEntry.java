package org.workspaceadmin.ui.jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.model.TargetState;

/** One row of an operation's targets; its state is replaced while the row stays. */
public final class TargetEntry {
    private final int index;
    private final ReadOnlyObjectWrapper<TargetState> state;
    private int rank;

    TargetEntry(int index, TargetState first) {
        this.index = index;
        state = new ReadOnlyObjectWrapper<>(first);
        takeRank();
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

    /** Where it is sorted: worst first, as of when it was sorted last. */
    int rank() {
        return rank;
    }

    /** Is sorted by its present state from now on. */
    void takeRank() {
        rank = rankNow();
    }

    /** Whether it failed or is unknown, and stands with those that are not. */
    boolean isWorse() {
        return rankNow() < Math.min(rank, 2);
    }

    private int rankNow() {
        return switch (state.get().outcome()) {
            case FAILED -> 0;
            case UNKNOWN -> 1;
            case RUNNING -> 2;
            case WAITING -> 3;
            case SKIPPED -> 4;
            case SUCCEEDED -> 5;
        };
    }

    boolean show(TargetState next) {
        if (next.equals(state.get())) {
            return false;
        }
        state.set(next);
        return true;
    }
}
