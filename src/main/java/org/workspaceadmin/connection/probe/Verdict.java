package org.workspaceadmin.connection.probe;

import java.util.List;

/**
 * What came of a step, in one line.
 *
 * @param code which line; its text is {@code probe.<step>.<code>}
 * @param arguments what is filled into the text
 */
public record Verdict(String code, List<Value> arguments) {
    /** Nothing to say yet. */
    public static final Verdict NONE = new Verdict("", List.of());

    /** Copies the list. */
    public Verdict {
        arguments = List.copyOf(arguments);
    }

    /** A verdict. */
    static Verdict of(String code, Value... arguments) {
        return new Verdict(code, List.of(arguments));
    }
}
