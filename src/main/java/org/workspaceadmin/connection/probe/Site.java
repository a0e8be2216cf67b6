package org.workspaceadmin.connection.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.SignInKind;

/**
 * One address of a connection and the services behind it.
 *
 * @param base scheme, host and port
 * @param services names of the services, such as {@code workspace}
 */
record Site(URI base, List<String> services) {
    /** Copies the list. */
    Site {
        services = List.copyOf(services);
    }

    /** The different addresses of a connection, Workspace's own first. */
    static List<Site> of(Endpoints endpoints) {
        Map<String, URI> byService = new LinkedHashMap<>();
        byService.put("workspace", endpoints.workspace());
        byService.put("iam", endpoints.iam());
        byService.put("vpc", endpoints.vpc());
        byService.put("ims", endpoints.ims());
        byService.put("sts", endpoints.sts());
        byService.put("eps", endpoints.eps());
        Map<String, List<String>> services = new LinkedHashMap<>();
        Map<String, URI> bases = new LinkedHashMap<>();
        byService.forEach((service, base) -> {
            String key = (base.getScheme() + "://" + base.getAuthority()).toLowerCase(Locale.ROOT);
            bases.putIfAbsent(key, base);
            services.computeIfAbsent(key, k -> new ArrayList<>()).add(service);
        });
        return bases.entrySet().stream()
                .map(e -> new Site(e.getValue(), services.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    /** Its host, without the brackets of IPv6. */
    String host() {
        String host = base.getHost() == null ? "" : base.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** How it is called in facts: the host, with the port where one is written. */
    String name() {
        return base.getAuthority();
    }

    /** Whether it is asked with TLS. */
    boolean secure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    /** Whether nothing goes without it: Workspace, and IAM where that has to be asked. */
    boolean essential(Connection connection) {
        boolean asksIam =
                connection.signIn() == SignInKind.PASSWORD || connection.projectId().isEmpty();
        return services.contains("workspace") || (asksIam && services.contains("iam"));
    }
}
