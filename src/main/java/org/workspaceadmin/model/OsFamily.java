package org.workspaceadmin.model;

/** Operating system family from {@code metadata.os_type} (api/desktops.md section 3). Open set. */
public enum OsFamily {
    /** Windows: the only family that can be rejoined to a domain. */
    WINDOWS,
    /** Linux. */
    LINUX,
    /** Anything else the service names so. */
    OTHERS,
    /** A word we do not know, or none sent. */
    UNKNOWN
}
