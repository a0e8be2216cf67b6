package org.workspaceadmin.model;

/** What an operator can ask for; the journal stores these names. */
public enum OperationKind {
    /** Rejoin desktops to the AD domain. */
    REJOIN_DOMAIN,
    /** Make the desktops' SIDs equal to those in AD. */
    UPDATE_SIDS,
    /** Hand all desktops of one user name to another. */
    CHANGE_USER_NAME,
    /** Rebuild system disks from an image. */
    REBUILD,
    /** Start, stop, restart, hibernate. */
    POWER,
    /** Log users off. */
    LOG_OFF,
    /** Send users a message. */
    NOTIFY,
    /** Switch maintenance mode. */
    MAINTENANCE,
    /** Rename a desktop. */
    RENAME,
    /** Apply for the service. */
    APPLY_SERVICE,
    /** Change or cancel the service. */
    CHANGE_SERVICE
}
