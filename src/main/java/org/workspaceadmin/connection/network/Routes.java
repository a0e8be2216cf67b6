package org.workspaceadmin.connection.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.network.Route.Why;

/**
 * Chooses the way of a request by the settings.
 *
 * <p>In mode {@link ProxyMode#SYSTEM} the variables of the environment are asked first, on systems
 * where they are usual, then the Java runtime with {@code java.net.useSystemProxies}:
 *
 * <ul>
 *   <li>Windows: the user's proxy settings through WinHTTP. Automatic detection (WPAD) comes first,
 *       then a PAC script by its address, then a fixed proxy; Windows runs the script. The runtime
 *       compares the exceptions of a fixed proxy with the beginning of a host's name, so an entry
 *       such as {@code *.example.com} does nothing there
 *   <li>macOS: CFNetwork with its exceptions; it runs PAC scripts within five seconds
 *   <li>GNOME and desktops with its settings: GIO's resolver, which needs {@code glib-networking}
 *       or libproxy installed, and for PAC scripts a libproxy that can run them
 * </ul>
 *
 * A script is given scheme and host, never the path. It may name several proxies; {@code
 * java.net.http} uses the first only, so a proxy that could not be reached steps back behind the
 * others for five minutes. SOCKS proxies cannot be used.
 */
final class Routes extends ProxySelector {
    private static final Duration STEPS_BACK = Duration.ofMinutes(5);

    private final NetworkSettings settings;
    private final NoProxy exceptions;
    private final @Nullable ProxyVariables variables;
    private final @Nullable ProxySelector system;
    private final InstantSource clock;
    private final Map<String, Instant> unreachable = new ConcurrentHashMap<>();

    /**
     * Chooses.
     *
     * @param variables null where variables are not usual
     * @param system the system's choice, null when there is none
     */
    Routes(
            NetworkSettings settings,
            @Nullable ProxyVariables variables,
            @Nullable ProxySelector system,
            InstantSource clock) {
        this.settings = settings;
        this.exceptions = NoProxy.of(settings.noProxy());
        this.variables = variables;
        this.system = system;
        this.clock = clock;
    }

    /** The way to an address; may wait for the system's PAC script. */
    Route route(URI uri) {
        if (NoProxy.isLoopback(uri.getHost())) {
            return Route.direct(Why.LOOPBACK, "");
        }
        if (settings.mode() == ProxyMode.NONE) {
            return Route.direct(Why.NO_PROXY_SET, "");
        }
        Optional<String> exception = exceptions.match(uri);
        if (exception.isPresent()) {
            return Route.direct(Why.EXCEPTION, exception.get());
        }
        return settings.mode() == ProxyMode.MANUAL
                ? manual()
                : byVariable(uri).orElseGet(() -> bySystem(uri));
    }

    private Route manual() {
        return settings.host().isEmpty() || settings.port() == 0
                ? Route.direct(Why.MANUAL_INCOMPLETE, "")
                : new Route(settings.host(), settings.port(), Why.MANUAL, "");
    }

    private Optional<Route> byVariable(URI uri) {
        if (variables == null) {
            return Optional.empty();
        }
        return variables
                .proxyFor(uri)
                .map(named ->
                        variables
                                .exceptions()
                                .match(uri)
                                .map(rule -> Route.direct(Why.EXCEPTION, rule))
                                .orElseGet(() ->
                                        new Route(
                                                named.host(),
                                                named.port(),
                                                Why.VARIABLE,
                                                named.variable())));
    }

    private Route bySystem(URI uri) {
        List<Proxy> named;
        try {
            named = system == null ? List.of() : system.select(uri);
        } catch (IllegalArgumentException e) {
            named = List.of();
        }
        List<Proxy> usable = named.stream().filter(p -> p.type() != Proxy.Type.SOCKS).toList();
        if (usable.isEmpty()) {
            return Route.direct(named.isEmpty() ? Why.SYSTEM : Why.SOCKS_ONLY, "");
        }
        Proxy chosen =
                usable.stream()
                        .filter(p -> !steppedBack(p.address()))
                        .findFirst()
                        .orElse(usable.getFirst());
        return chosen.address() instanceof InetSocketAddress address
                ? new Route(address.getHostString(), address.getPort(), Why.SYSTEM, "")
                : Route.direct(Why.SYSTEM, "");
    }

    private boolean steppedBack(@Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress proxy)) {
            return false;
        }
        Instant since = unreachable.get(key(proxy));
        return since != null && clock.instant().isBefore(since.plus(STEPS_BACK));
    }

    private static String key(InetSocketAddress proxy) {
        return proxy.getHostString() + ":" + proxy.getPort();
    }

    @Override
    public List<Proxy> select(URI uri) {
        Route route = route(uri);
        return route.isDirect()
                ? List.of(Proxy.NO_PROXY)
                : List.of(
                        new Proxy(
                                Proxy.Type.HTTP,
                                InetSocketAddress.createUnresolved(route.host(), route.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        if (proxy instanceof InetSocketAddress address) {
            unreachable.put(key(address), clock.instant());
        }
    }
}
