package org.workspaceadmin.ui.directory;

/** What is typed in Directory access. */
enum Input {
    /** The domain's DNS name. */
    DOMAIN,
    /** Address of the active controller. */
    ACTIVE,
    /** Its full name. */
    ACTIVE_NAME,
    /** Address of the standby controller. */
    STANDBY,
    /** Its full name. */
    STANDBY_NAME,
    /** Addresses of the DNS servers. */
    DNS,
    /** Who reads. */
    ACCOUNT,
    /** The account's password. */
    PASSWORD
}
