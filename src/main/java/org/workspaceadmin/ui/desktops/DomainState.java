package org.workspaceadmin.ui.desktops;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.DomainCheck;

/** What is known of a desktop's domain membership, also that nothing is. */
enum DomainState {
    IN,
    OUT,
    NOT_REPORTED,
    /** The service answered with a number we do not know. */
    UNKNOWN,
    /** The domain check has not reached this desktop yet. */
    NOT_ASKED;

    /** The state a check tells. */
    static DomainState of(@Nullable DomainCheck check) {
        if (check == null) {
            return NOT_ASKED;
        }
        return switch (check.membership()) {
            case IN -> IN;
            case OUT -> OUT;
            case NOT_REPORTED -> NOT_REPORTED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
