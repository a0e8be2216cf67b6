package org.workspaceadmin.connection.policy;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.ServiceName;

/**
 * Where connections may go.
 *
 * @param sites the vendor's sites
 * @param hosts host names, {@code *.} and the end of some, or {@code *} for all
 */
record Allowed(Set<Region.Site> sites, List<String> hosts) {
    static final Allowed EVERYTHING = new Allowed(EnumSet.allOf(Region.Site.class), List.of("*"));

    Allowed {
        sites = Set.copyOf(sites);
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    boolean region(Region region) {
        return sites.contains(region.site()) && endpoints(region.endpoints());
    }

    boolean endpoints(Endpoints endpoints) {
        for (ServiceName service : ServiceName.values()) {
            if (!address(endpoints.of(service))) {
                return false;
            }
        }
        return true;
    }

    boolean address(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
