package org.workspaceadmin.ui.operation;

import java.util.List;
import org.workspaceadmin.rules.Violation;

/**
 * What is to be shown under a field.
 *
 * @param state untouched, met or broken
 * @param violations what the plan says about the field; empty while untouched or met, warnings
 *     alone leave the state at {@link State#MET}
 */
public record FieldCheck(State state, List<Violation> violations) {
    /** Three states: a field nobody touched is not red. */
    public enum State {
        /** Nobody was there yet. */
        UNTOUCHED,
        /** Nothing to correct. */
        MET,
        /** Must be corrected. */
        BROKEN
    }

    /** A field nobody touched. */
    static final FieldCheck UNTOUCHED = new FieldCheck(State.UNTOUCHED, List.of());

    /** Copies the list. */
    public FieldCheck {
        violations = List.copyOf(violations);
    }

    /** The check of a field that was touched. */
    static FieldCheck of(List<Violation> violations) {
        boolean broken = violations.stream().anyMatch(v -> v.level() == Violation.Level.ERROR);
        return new FieldCheck(broken ? State.BROKEN : State.MET, violations);
    }
}
