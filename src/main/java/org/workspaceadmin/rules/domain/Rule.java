package org.workspaceadmin.rules.domain;

import java.util.List;
import java.util.function.Predicate;
import org.workspaceadmin.rules.Violation;

/**
 * One rule as a line on the screen and a check.
 *
 * @param id from api/domain-rules.md, such as {@code LITE-NAME-LEN}; the message bundles hold
 *     {@code rule.<id>}
 * @param field the input it belongs to
 * @param certainty how sure it is
 * @param level whether breaking it blocks
 * @param arguments numbers for the message, in order
 * @param holds whether a value keeps it; not asked for a missing value, except by the rule that
 *     wants one
 * @param <T> what is checked
 */
public record Rule<T>(
        String id,
        DomainField field,
        Certainty certainty,
        Violation.Level level,
        List<String> arguments,
        Predicate<T> holds) {
    /** Copies the list. */
    public Rule {
        arguments = List.copyOf(arguments);
    }

    /** What is said when it is broken. */
    Violation violation() {
        return new Violation(id, level, arguments);
    }
}
