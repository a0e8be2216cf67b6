package org.workspaceadmin.model;

/** Answer of the domain check, {@code domain_status} 1, 2 or 3 (api/desktops.md section 4). */
public enum DomainMembership {
    /** In the domain. */
    IN,
    /** Out of the domain. */
    OUT,
    /** The desktop has not reported. */
    NOT_REPORTED,
    /** The service sent a number we do not know. */
    UNKNOWN
}
