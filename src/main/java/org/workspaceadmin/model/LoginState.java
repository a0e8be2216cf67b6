package org.workspaceadmin.model;

/**
 * Whether the desktop's agent is registered and a user is connected (api/desktops.md section 3).
 * Open set.
 */
public enum LoginState {
    /** The agent is not registered; also when the desktop is off. */
    UNREGISTER,
    /** Registered and ready, nobody connected. */
    REGISTERED,
    /** A user is connected. */
    CONNECTED,
    /** A user's session exists without a connection. */
    DISCONNECTED,
    /** A word we do not know, or none sent. */
    UNKNOWN
}
