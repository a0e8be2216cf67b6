package org.workspaceadmin.fleet.health;

/** How much a finding matters; later is worse. */
public enum Severity {
    /** As it should be. */
    GOOD,
    /** Cannot be said. */
    UNKNOWN,
    /** Worth a look, or a sign of what comes. */
    ATTENTION,
    /** Needs repair. */
    BAD
}
