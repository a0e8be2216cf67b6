package org.workspaceadmin.directory;

import java.util.List;

/**
 * How a company's directory is read.
 *
 * @param domain the domain's DNS name
 * @param controllers whom to ask, in this order; the next one only when one cannot be reached
 * @param dnsServers addresses of the domain's DNS servers, in order of preference
 * @param account who signs in; reading needs no rights beyond those of every user of the domain.
 *     The owner wipes its password after the last reading
 */
public record DirectoryAccess(
        String domain,
        List<CheckOrder.Controller> controllers,
        List<String> dnsServers,
        CheckOrder.Account account) {
    /** Copies the lists. */
    public DirectoryAccess {
        controllers = List.copyOf(controllers);
        dnsServers = List.copyOf(dnsServers);
    }
}
