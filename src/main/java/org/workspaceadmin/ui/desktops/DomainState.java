package org.workspaceadmin.ui.desktops;

import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.DomainCheck;

/** What is known of a desktop's domain membership, also that nothing is. */
enum DomainState {
    IN,
    OUT,
    NOT_REPORTED,
    /** The service answered with a number we do not know. */
    UNKNOWN,
    /** The domain check has not reached this desktop yet. */
    NOT_ASKED,
    /** Only Windows desktops are in a domain; others are never asked. */
    NOT_APPLICABLE;

    /** The state of a row. */
    static DomainState of(DesktopRow row) {
        DomainCheck check = row.domain();
        if (check == null) {
            return row.domainApplies() ? NOT_ASKED : NOT_APPLICABLE;
        }
        return switch (check.membership()) {
            case IN -> IN;
            case OUT -> OUT;
            case NOT_REPORTED -> NOT_REPORTED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
