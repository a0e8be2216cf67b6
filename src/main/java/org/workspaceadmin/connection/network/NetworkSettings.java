package org.workspaceadmin.connection.network;

import java.util.List;

/**
 * How the program gets out of the company's network. The proxy's password is not among this: it is
 * kept as {@link Network#PROXY_PASSWORD} where secrets are.
 *
 * @param mode where the proxy comes from
 * @param host the manual proxy's host, empty for none
 * @param port its port, 1 to 65535, 0 when not given
 * @param user who signs in at the proxy (Basic), empty for nobody; in mode {@link ProxyMode#SYSTEM}
 *     for whatever proxy the system names
 * @param noProxy hosts to reach without a proxy, manual or the system's, one {@link NoProxy} entry
 *     each
 * @param pem path of a PEM file with more authorities to trust, empty for none
 */
public record NetworkSettings(
        ProxyMode mode, String host, int port, String user, List<String> noProxy, String pem) {
    /** As the operating system has it. */
    public static final NetworkSettings DEFAULTS =
            new NetworkSettings(ProxyMode.SYSTEM, "", 0, "", List.of(), "");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException for a port that cannot be one
     */
    public NetworkSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("0 to 65535: " + port);
        }
        noProxy = List.copyOf(noProxy);
    }

    /** With another origin of the proxy. */
    public NetworkSettings withMode(ProxyMode value) {
        return new NetworkSettings(value, host, port, user, noProxy, pem);
    }

    /** With another manual proxy, and that mode. */
    public NetworkSettings withProxy(String otherHost, int otherPort) {
        return new NetworkSettings(ProxyMode.MANUAL, otherHost, otherPort, user, noProxy, pem);
    }

    /** With somebody else signing in at the proxy. */
    public NetworkSettings withUser(String value) {
        return new NetworkSettings(mode, host, port, value, noProxy, pem);
    }

    /** With other hosts reached directly. */
    public NetworkSettings withNoProxy(List<String> value) {
        return new NetworkSettings(mode, host, port, user, value, pem);
    }

    /** With another PEM file. */
    public NetworkSettings withPem(String value) {
        return new NetworkSettings(mode, host, port, user, noProxy, value);
    }
}
