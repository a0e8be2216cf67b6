package org.workspaceadmin.cloud;

/**
 * Properties of the Java runtime that its networking reads once, before the first use. What was
 * given on the command line stays.
 */
public final class WireProperties {
    private WireProperties() {}

    /**
     * Sets them; belongs before anything that touches the network.
     *
     * <ul>
     *   <li>{@code java.net.useSystemProxies}: the runtime asks Windows, macOS or GNOME which proxy
     *       to take; read when {@code java.net.ProxySelector} is first used.
     *   <li>{@code jdk.http.auth.tunneling.disabledSchemes}: the runtime would keep Basic sign-ins
     *       from proxies on the way to HTTPS hosts; read when {@code java.net.http} is first used.
     *   <li>{@code jdk.httpclient.keepalive.timeout}: seconds an idle connection is kept. Proxies
     *       and firewalls drop theirs after a minute or more, mostly without a word; 20 s stay
     *       below that and still span the polls of a running job.
     * </ul>
     */
    public static void set() {
        unlessGiven("java.net.useSystemProxies", "true");
        unlessGiven("jdk.http.auth.tunneling.disabledSchemes", "");
        unlessGiven("jdk.httpclient.keepalive.timeout", "20");
    }

    private static void unlessGiven(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
