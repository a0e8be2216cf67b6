package org.workspaceadmin.connection.network;

/** Where the proxy comes from. */
public enum ProxyMode {
    /** From the operating system, its automatic configuration (PAC) included. */
    SYSTEM,
    /** There is none. */
    NONE,
    /** Host and port are typed. */
    MANUAL
}
