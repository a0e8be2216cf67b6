package org.workspaceadmin.ui.desktops;

import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Cause;
import org.workspaceadmin.fleet.health.Finding;
import org.workspaceadmin.fleet.health.HealthWord;
import org.workspaceadmin.model.DomainCheck;

/** What is known of a desktop's domain membership, also that nothing is. */
enum DomainState {
    IN,
    OUT,
    NOT_REPORTED,
    /** The directory has no computer object of its name. */
    OBJECT_MISSING,
    /** Its computer object is disabled. */
    OBJECT_DISABLED,
    /** Its computer password is older than computers leave it. */
    PASSWORD_STALE,
    /** Its computer object is in another OU. */
    WRONG_OU,
    /** DNS leads elsewhere. */
    DNS_MISMATCH,
    /** Several computer objects lay claim to its name. */
    DUPLICATE,
    /** The service's answer is not understood, or the directory cannot be read any more. */
    UNKNOWN,
    /** The domain check has not reached this desktop yet. */
    NOT_ASKED,
    /** Only Windows desktops are in a domain; others are never asked. */
    NOT_APPLICABLE;

    /** The state of a row by the service alone. */
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

    /** The state a finding amounts to. */
    static DomainState of(Finding finding) {
        return finding.cause() == Cause.NOT_ASKED ? NOT_ASKED : of(finding.word());
    }

    private static DomainState of(HealthWord word) {
        return switch (word) {
            case IN_DOMAIN -> IN;
            case OUT_OF_DOMAIN -> OUT;
            case NOT_REPORTED -> NOT_REPORTED;
            case OBJECT_MISSING -> OBJECT_MISSING;
            case OBJECT_DISABLED -> OBJECT_DISABLED;
            case PASSWORD_STALE -> PASSWORD_STALE;
            case WRONG_OU -> WRONG_OU;
            case DNS_MISMATCH -> DNS_MISMATCH;
            case DUPLICATE -> DUPLICATE;
            case UNKNOWN -> UNKNOWN;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }
}
