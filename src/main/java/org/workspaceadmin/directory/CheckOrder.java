package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;

/**
 * What is to be checked.
 *
 * @param domain the domain's DNS name
 * @param controllers as entered, the active one first
 * @param dnsServers addresses of the DNS servers, the active one first
 * @param ldaps whether the service will speak LDAPS, which makes its port and certificate matter
 * @param account who signs in, null to leave that out
 * @param cloudAhead how far the cloud's clock is ahead of this workstation's, null when not known
 * @param targetOu where computer objects are to be created: a distinguished name, or names from the
 *     top joined by slashes, with or without the domain first; empty for the domain's usual place
 */
public record CheckOrder(
        String domain,
        List<Controller> controllers,
        List<String> dnsServers,
        boolean ldaps,
        @Nullable Account account,
        @Nullable Duration cloudAhead,
        String targetOu) {
    /** With computers going where the domain puts them. */
    public CheckOrder(
            String domain,
            List<Controller> controllers,
            List<String> dnsServers,
            boolean ldaps,
            @Nullable Account account,
            @Nullable Duration cloudAhead) {
        this(domain, controllers, dnsServers, ldaps, account, cloudAhead, "");
    }

    /** Copies the lists. */
    public CheckOrder {
        controllers = List.copyOf(controllers);
        dnsServers = List.copyOf(dnsServers);
    }

    /**
     * A controller.
     *
     * @param address dotted IPv4
     * @param name its full name, empty where only the address was asked for (v1.0)
     */
    public record Controller(String address, String name) {}

    /**
     * An account of the domain.
     *
     * @param name without or with its domain
     * @param password the owner wipes it
     */
    public record Account(String name, Secret password) {
        /** The name alone, without {@code DOMAIN\} before or {@code @domain} behind it. */
        public String user() {
            int slash = name.lastIndexOf('\\');
            int at = name.indexOf('@');
            return slash >= 0 ? name.substring(slash + 1) : at > 0 ? name.substring(0, at) : name;
        }

        /**
         * As a simple bind wants it.
         *
         * @param domain completes a bare name
         */
        String bindName(String domain) {
            return name.indexOf('@') > 0 || name.indexOf('\\') >= 0 ? name : name + '@' + domain;
        }
    }
}
