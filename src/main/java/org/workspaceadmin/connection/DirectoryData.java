package org.workspaceadmin.connection;

import java.util.List;

/**
 * How a connection's company directory is reached from this workstation, as the operator entered
 * it. Holds no secret: the account's password is kept by {@link SignIns} when that is asked for,
 * else only in memory.
 *
 * @param domain the domain's DNS name
 * @param controllers its controllers, the active one first
 * @param dnsServers addresses of its DNS servers, the active one first
 * @param account who signs in to read, with or without its domain
 * @param authorities certificates to trust for this directory and nothing else, beside those
 *     trusted anyway: one PEM text each
 */
public record DirectoryData(
        String domain,
        List<Controller> controllers,
        List<String> dnsServers,
        String account,
        List<String> authorities) {
    /** Nothing is known. */
    public static final DirectoryData NONE =
            new DirectoryData("", List.of(), List.of(), "", List.of());

    /** Copies the lists. */
    public DirectoryData {
        controllers = List.copyOf(controllers);
        dnsServers = List.copyOf(dnsServers);
        authorities = List.copyOf(authorities);
    }

    /**
     * A domain controller.
     *
     * @param address where it is: dotted IPv4, or a name this workstation can resolve
     * @param name its full name, empty where it is to be asked for
     */
    public record Controller(String address, String name) {}

    /** Whether there is enough to sign in with, the password aside. */
    public boolean usable() {
        return !domain.isEmpty() && !controllers.isEmpty() && !account.isEmpty();
    }

    /** The same with another account. */
    public DirectoryData withAccount(String other) {
        return new DirectoryData(domain, controllers, dnsServers, other, authorities);
    }

    /** The same with other certificates to trust. */
    public DirectoryData withAuthorities(List<String> others) {
        return new DirectoryData(domain, controllers, dnsServers, account, others);
    }
}
