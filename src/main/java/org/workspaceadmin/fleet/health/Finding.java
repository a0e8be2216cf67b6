package org.workspaceadmin.fleet.health;

import java.util.List;

/**
 * One thing found out about a desktop. The words are made of the cause and its arguments.
 *
 * @param word what it amounts to
 * @param severity how much it matters
 * @param cause why
 * @param arguments as {@link Cause} says
 */
public record Finding(HealthWord word, Severity severity, Cause cause, List<String> arguments) {
    /** Copies the list. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A finding. */
    static Finding of(HealthWord word, Severity severity, Cause cause, String... arguments) {
        return new Finding(word, severity, cause, List.of(arguments));
    }
}
