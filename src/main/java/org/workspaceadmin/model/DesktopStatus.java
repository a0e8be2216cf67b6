package org.workspaceadmin.model;

/** The service's power state of a desktop (api/desktops.md section 3). Open set. */
public enum DesktopStatus {
    /** Running. */
    ACTIVE,
    /** Off. */
    SHUTOFF,
    /** Broken; the service names no cause here. */
    ERROR,
    /** Hibernated. */
    HIBERNATED,
    /** The service sends an empty status while it deletes a desktop. */
    DELETING,
    /** A word we do not know. */
    UNKNOWN
}
