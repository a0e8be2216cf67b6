package org.workspaceadmin.rules;

import java.util.List;

/**
 * One broken rule. Never holds the checked value when that could be a secret.
 *
 * @param rule rule id, such as {@code REBUILD-MESSAGE-LEN}; the message bundles hold {@code
 *     rule.<id>}
 * @param level whether it blocks or warns
 * @param arguments numbers and words for the message, in order
 */
public record Violation(String rule, Level level, List<String> arguments) {
    /** Copies the list. */
    public Violation {
        arguments = List.copyOf(arguments);
    }

    /** How serious. */
    public enum Level {
        /** The service would refuse it. */
        ERROR,
        /** Allowed, but probably not meant. */
        WARNING
    }
}
