package org.workspaceadmin.model;

/** How a desktop is given to users (api/desktops.md section 3). Open set. */
public enum DesktopType {
    /** One user's own desktop. */
    DEDICATED,
    /** One of a pool. */
    POOLED,
    /** Several users at a time. */
    SHARED,
    /** A word we do not know. */
    UNKNOWN
}
