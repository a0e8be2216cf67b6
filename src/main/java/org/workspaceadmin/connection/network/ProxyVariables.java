package org.workspaceadmin.connection.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables by which Linux programs learn their proxy. The small spelling wins over the large;
 * for HTTP the large one is not read, because a web server lets strangers set it. Nothing else does
 * that here, but everybody else keeps to it. A proxy written as {@code https://…} is spoken to in
 * plain HTTP, which is what nearly everybody means by it.
 */
final class ProxyVariables {
    /**
     * A proxy named by a variable.
     *
     * @param variable its name as spelled
     * @param host host
     * @param port port
     * @param user who signs in, empty for nobody
     * @param password the password in the variable, empty for none
     */
    record Named(String variable, String host, int port, String user, String password) {
        @Override
        public String toString() {
            return "Named[" + variable + ", " + host + ":" + port + "]";
        }
    }

    private final Map<String, String> environment;

    /** Reads from the given environment. */
    ProxyVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The proxy for an address, whatever {@link #exceptions} say; empty when none is named. */
    Optional<Named> proxyFor(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        List<String> names =
                scheme.equals("http")
                        ? List.of("http_proxy", "all_proxy", "ALL_PROXY")
                        : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
        return names.stream()
                .map(name -> read(name, value(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who is reached directly. */
    NoProxy exceptions() {
        String small = value("no_proxy");
        return NoProxy.of(List.of(small.isEmpty() ? value("NO_PROXY") : small));
    }

    /** The name of the variable {@link #exceptions} come from. */
    String exceptionsVariable() {
        return value("no_proxy").isEmpty() ? "NO_PROXY" : "no_proxy";
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static Optional<Named> read(String variable, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(value.contains("://") ? value : "http://" + value);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            String[] pair =
                    uri.getRawUserInfo() == null
                            ? new String[0]
                            : uri.getRawUserInfo().split(":", 2);
            int own = scheme.equals("https") ? 443 : 80;
            return Optional.of(
                    new Named(
                            variable,
                            uri.getHost(),
                            uri.getPort() > 0 ? uri.getPort() : own,
                            pair.length > 0 ? decode(pair[0]) : "",
                            pair.length > 1 ? decode(pair[1]) : ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // As curl does: a value that is no address names no proxy.
            return Optional.empty();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
