package org.workspaceadmin.ui.setup;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.workspaceadmin.directory.CheckKind;

/** What is looked at together on screen, in order. */
public enum CheckGroup {
    /** What the domain's DNS says. */
    DNS(
            CheckKind.DNS_CONTROLLERS,
            CheckKind.DNS_KERBEROS,
            CheckKind.DNS_LDAP,
            CheckKind.DNS_ADDRESS,
            CheckKind.DNS_REVERSE,
            CheckKind.DNS_AGREEMENT),
    /** What can be reached. */
    PORTS(CheckKind.PORTS),
    /** Who answers. */
    CONTROLLER(CheckKind.IDENTITY),
    /** Whether clocks agree. */
    CLOCK(CheckKind.CLOCK),
    /** What LDAPS shows. */
    CERTIFICATE(CheckKind.CERTIFICATE),
    /** Whether the account can sign in. */
    ACCOUNT(CheckKind.ACCOUNT),
    /** What it may do. */
    RIGHTS(CheckKind.RIGHTS);

    private final Set<CheckKind> kinds;

    CheckGroup(CheckKind first, CheckKind... others) {
        kinds = EnumSet.of(first, others);
    }

    /** The group of a check. */
    static CheckGroup of(CheckKind kind) {
        return Arrays.stream(values())
                .filter(group -> group.kinds.contains(kind))
                .findFirst()
                .orElse(CONTROLLER);
    }
}
