package org.workspaceadmin.cloud;

import java.net.ProxySelector;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How requests travel.
 *
 * @param connectTimeout until a connection stands
 * @param requestTimeout until the whole answer is there
 * @param proxy which proxy for which host, null for the system's
 * @param tls whom to trust, null for the JDK's trust store
 */
public record WireOptions(
        Duration connectTimeout,
        Duration requestTimeout,
        @Nullable ProxySelector proxy,
        @Nullable SSLContext tls) {
    /** 10 s to connect, 60 s for an answer, system proxy and trust. */
    public static WireOptions standard() {
        return new WireOptions(Duration.ofSeconds(10), Duration.ofSeconds(60), null, null);
    }

    /** The same with other times. */
    public WireOptions withTimeouts(Duration connect, Duration request) {
        return new WireOptions(connect, request, proxy, tls);
    }

    /** The same through another proxy. */
    public WireOptions withProxy(ProxySelector other) {
        return new WireOptions(connectTimeout, requestTimeout, other, tls);
    }

    /** The same with another trust. */
    public WireOptions withTls(SSLContext other) {
        return new WireOptions(connectTimeout, requestTimeout, proxy, other);
    }
}
