package org.workspaceadmin.directory;

/** The checks, in the order they are shown. */
public enum CheckKind {
    /** Which controllers the domain's DNS names. */
    DNS_CONTROLLERS,
    /** Which Kerberos services it names. */
    DNS_KERBEROS,
    /** Which LDAP services it names. */
    DNS_LDAP,
    /** Which address a controller's name has. */
    DNS_ADDRESS,
    /** Which name a controller's address has. */
    DNS_REVERSE,
    /** Whether the DNS servers say the same. */
    DNS_AGREEMENT,
    /** Which ports of a controller can be reached. */
    PORTS,
    /** Whether a controller is what it was entered as. */
    IDENTITY,
    /** Whether the clocks agree. */
    CLOCK,
    /** What the certificate of LDAPS is worth. */
    CERTIFICATE,
    /** Whether the account can sign in. */
    ACCOUNT,
    /** Whether it may create computer objects. */
    RIGHTS
}
