package org.workspaceadmin.rules.domain;

import org.workspaceadmin.rules.Violation;

/**
 * A broken rule and the input it belongs to.
 *
 * @param field the input
 * @param violation the rule
 */
public record Finding(DomainField field, Violation violation) {
    /** Whether it stops the request. */
    public boolean blocks() {
        return violation.level() == Violation.Level.ERROR;
    }
}
