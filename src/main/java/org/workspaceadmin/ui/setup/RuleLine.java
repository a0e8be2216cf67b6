package org.workspaceadmin.ui.setup;

import java.util.List;
import org.workspaceadmin.rules.domain.Certainty;

/**
 * A rule as it stands beside an input.
 *
 * @param id such as {@code LITE-NAME-LEN}; the message bundles hold {@code rule.<id>} and {@code
 *     rule.<id>.example}
 * @param arguments numbers for the message
 * @param certainty how sure the rule is
 * @param state where it stands
 */
public record RuleLine(String id, List<String> arguments, Certainty certainty, State state) {
    /** Where a rule stands. */
    public enum State {
        /** Nothing typed, or not met yet while somebody types. */
        OPEN,
        /** Kept. */
        MET,
        /** Broken, and the input was left or Next was pressed. */
        BROKEN,
        /** Not kept, but only advice. */
        ADVICE
    }

    /** Copies the list. */
    public RuleLine {
        arguments = List.copyOf(arguments);
    }
}
