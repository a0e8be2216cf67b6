package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckOrder.Controller;

/** Which lines a check will fill, so that nothing moves while results come in. */
final class CheckLines {
    private CheckLines() {}

    /** The lines of an order, in the order they are shown. */
    static List<CheckLine> of(CheckOrder order) {
        List<CheckLine> lines = new ArrayList<>();
        for (String server : order.dnsServers()) {
            lines.add(new CheckLine(CheckKind.DNS_CONTROLLERS, server));
            lines.add(new CheckLine(CheckKind.DNS_KERBEROS, server));
            lines.add(new CheckLine(CheckKind.DNS_LDAP, server));
            for (Controller controller : order.controllers()) {
                if (!controller.name().isEmpty()) {
                    lines.add(new CheckLine(CheckKind.DNS_ADDRESS, server));
                }
                lines.add(new CheckLine(CheckKind.DNS_REVERSE, server));
            }
        }
        if (order.dnsServers().size() > 1) {
            lines.add(new CheckLine(CheckKind.DNS_AGREEMENT, ""));
        }
        for (CheckKind kind :
                List.of(
                        CheckKind.PORTS,
                        CheckKind.IDENTITY,
                        CheckKind.CLOCK,
                        CheckKind.CERTIFICATE)) {
            order.controllers().forEach(c -> lines.add(new CheckLine(kind, c.address())));
        }
        if (order.account() != null) {
            for (CheckKind kind : List.of(CheckKind.ACCOUNT, CheckKind.RIGHTS)) {
                order.controllers().forEach(c -> lines.add(new CheckLine(kind, c.address())));
            }
        }
        return lines;
    }
}
