package org.workspaceadmin.ui.setup;

import org.workspaceadmin.directory.CheckKind;

/** What is looked at together on screen, in order. */
public enum CheckGroup {
    /** What the domain's DNS says. */
    DNS,
    /** What can be reached. */
    PORTS,
    /** Who answers. */
    CONTROLLER,
    /** Whether clocks agree. */
    CLOCK,
    /** What LDAPS shows. */
    CERTIFICATE,
    /** Whether the account can sign in. */
    ACCOUNT,
    /** What it may do. */
    RIGHTS;

    /** The group of a check. */
    static CheckGroup of(CheckKind kind) {
        return switch (kind) {
            case DNS_CONTROLLERS, DNS_KERBEROS, DNS_LDAP, DNS_ADDRESS, DNS_REVERSE, DNS_AGREEMENT ->
                    DNS;
            case PORTS -> PORTS;
            case IDENTITY -> CONTROLLER;
            case CLOCK -> CLOCK;
            case CERTIFICATE -> CERTIFICATE;
            case ACCOUNT -> ACCOUNT;
            case RIGHTS -> RIGHTS;
        };
    }
}
