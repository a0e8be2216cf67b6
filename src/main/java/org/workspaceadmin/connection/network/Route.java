package org.workspaceadmin.connection.network;

/**
 * The way a request takes.
 *
 * @param host the proxy's host, empty for the direct way
 * @param port the proxy's port, 0 for the direct way
 * @param why who decided that
 * @param rule what decided in that place: the name of the variable or the entry of the list of
 *     exceptions, else empty
 */
public record Route(String host, int port, Why why, String rule) {
    /** Who decides on a way. */
    public enum Why {
        /** The settings say that there is no proxy. */
        NO_PROXY_SET,
        /** The settings name the proxy. */
        MANUAL,
        /** The settings want a manual proxy but do not name a usable one. */
        MANUAL_INCOMPLETE,
        /** An entry of the list of exceptions, by the settings or by a variable. */
        EXCEPTION,
        /** This machine itself is always reached directly. */
        LOOPBACK,
        /** A variable of the environment, such as {@code https_proxy}. */
        VARIABLE,
        /** The operating system, its PAC script included. */
        SYSTEM,
        /** The system named only SOCKS proxies, which this program cannot use. */
        SOCKS_ONLY
    }

    /** The direct way. */
    static Route direct(Why why, String rule) {
        return new Route("", 0, why, rule);
    }

    /** Whether no proxy is in the way. */
    public boolean isDirect() {
        return host.isEmpty();
    }
}
