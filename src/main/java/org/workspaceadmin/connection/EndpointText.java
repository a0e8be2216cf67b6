package org.workspaceadmin.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address as typed: what it means, or what is wrong with it. */
final class EndpointText {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private EndpointText() {}

    /**
     * Reads an address; {@code https://} may be left out.
     *
     * @param text what was typed
     * @return either an address or a fault
     */
    static Reading read(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Reading.wrong("endpointMissing");
        }
        URI typed;
        try {
            typed = new URI(trimmed.contains("://") ? trimmed : "https://" + trimmed);
        } catch (URISyntaxException e) {
            return Reading.wrong("endpointSyntax", trimmed);
        }
        String scheme = typed.getScheme() == null ? "" : typed.getScheme().toLowerCase(Locale.ROOT);
        String host = typed.getHost() == null ? "" : typed.getHost().toLowerCase(Locale.ROOT);
        if (typed.getRawUserInfo() != null) {
            return Reading.wrong("endpointUserInfo"); // may be a password, so it is not repeated
        }
        if (host.isEmpty() || typed.getPort() > 65_535) {
            return Reading.wrong("endpointSyntax", trimmed);
        }
        String path = typed.getRawPath() == null ? "" : typed.getRawPath();
        boolean more = typed.getRawQuery() != null || typed.getRawFragment() != null;
        if (more || !(path.isEmpty() || path.equals("/"))) {
            return Reading.wrong("endpointParts");
        }
        return switch (scheme) {
            case "https" -> Reading.good(scheme, host, typed.getPort());
            case "http" ->
                    THIS_MACHINE.contains(host)
                            ? Reading.good(scheme, host, typed.getPort())
                            : Reading.wrong("endpointPlainHttp", host);
            default -> Reading.wrong("endpointScheme", scheme);
        };
    }

    /**
     * What an address means.
     *
     * @param address scheme, host in lower case and port, null when wrong
     * @param fault what is wrong, null when good
     */
    record Reading(@Nullable URI address, @Nullable InputFault fault) {
        static Reading good(String scheme, String host, int port) {
            return new Reading(
                    URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port)), null);
        }

        static Reading wrong(String id, String... arguments) {
            return new Reading(null, InputFault.of(InputFault.Field.ENDPOINT, id, arguments));
        }

        Optional<URI> endpoint() {
            return Optional.ofNullable(address);
        }
    }
}
