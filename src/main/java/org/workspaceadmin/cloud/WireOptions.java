package org.workspaceadmin.cloud;

import java.net.ProxySelector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How requests travel.
 *
 * @param connectTimeout until a TCP connection stands, to the proxy where there is one
 * @param requestTimeout until the whole answer is there
 * @param proxy which proxy for which host, null for the Java runtime's own choice; only the first
 *     of the proxies it names is used, and only proxies that speak HTTP
 * @param proxySignIn shown to every proxy, null for none
 * @param trust whom to trust, null for the authorities that come with the Java runtime
 */
public record WireOptions(
        Duration connectTimeout,
        Duration requestTimeout,
        @Nullable ProxySelector proxy,
        @Nullable ProxySignIn proxySignIn,
        @Nullable Trust trust) {
    /** 10 s to connect, 60 s for an answer, the runtime's proxy and trust. */
    public static WireOptions standard() {
        return new WireOptions(Duration.ofSeconds(10), Duration.ofSeconds(60), null, null, null);
    }

    /** The same with other times. */
    public WireOptions withTimeouts(Duration connect, Duration request) {
        return new WireOptions(connect, request, proxy, proxySignIn, trust);
    }

    /** The same through another proxy. */
    public WireOptions withProxy(ProxySelector other) {
        return new WireOptions(connectTimeout, requestTimeout, other, proxySignIn, trust);
    }

    /** The same with a sign-in for the proxy. */
    public WireOptions withProxySignIn(@Nullable ProxySignIn other) {
        return new WireOptions(connectTimeout, requestTimeout, proxy, other, trust);
    }

    /** The same with another trust. */
    public WireOptions withTrust(Trust other) {
        return new WireOptions(connectTimeout, requestTimeout, proxy, proxySignIn, other);
    }
}
