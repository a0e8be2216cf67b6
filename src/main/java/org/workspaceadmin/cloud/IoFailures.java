package org.workspaceadmin.cloud;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/**
 * Reads what an exception of the HTTP client means, above all whether the request can have left.
 * Doubtful cases count as left.
 */
final class IoFailures {
    /** The client's own words for a proxy that did not open the way to a host. */
    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

    /** Words of the runtime and of alerts for sides that share no version or no cipher. */
    private static final List<String> NOTHING_SHARED =
            List.of(
                    "protocol_version",
                    "protocol version",
                    "no appropriate protocol",
                    "handshake_failure",
                    "insufficient_security",
                    "no cipher suites in common",
                    "inappropriate_fallback");

    private IoFailures() {}

    /**
     * The problem behind a failed exchange.
     *
     * @param call the call's name
     * @param failure what the HTTP client threw
     * @param at when
     * @param way who was asked and by which proxy
     */
    static Problem read(String call, Throwable failure, Instant at, ProxyLeg way) {
        CertificateRefused refused = find(failure, CertificateRefused.class);
        if (refused != null) {
            return Problem.without(refused.kind(), call, message(refused), at)
                    .withEvidence(refused.evidence())
                    .withEvidence(way.evidence());
        }
        String tunnel = tunnelStatus(failure);
        Kind kind = tunnel.isEmpty() ? kind(failure, way.proxy() != null) : Kind.PROXY_REFUSED;
        Problem problem =
                Problem.without(kind, call, message(failure), at).withEvidence(way.evidence());
        return tunnel.isEmpty()
                ? problem
                : problem.withEvidence(Map.of(Evidence.PROXY_STATUS, tunnel));
    }

    /** Whether TLS was being set up when it failed; nothing of the request was sent then. */
    static boolean isHandshake(Throwable failure) {
        if (find(failure, SSLHandshakeException.class) != null
                || find(failure, SSLPeerUnverifiedException.class) != null
                || find(failure, CertificateException.class) != null) {
            return true;
        }
        // An answer without TLS to the first words of TLS.
        SSLException other = find(failure, SSLException.class);
        return other != null && text(other).contains("unrecognized ssl message");
    }

    /** Whether the first machine on the way was not found or did not take the connection. */
    static boolean isUnreachable(Throwable failure) {
        return isNameless(failure)
                || find(failure, ConnectException.class) != null
                || find(failure, NoRouteToHostException.class) != null
                || find(failure, HttpConnectTimeoutException.class) != null;
    }

    private static boolean isNameless(Throwable failure) {
        return find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null;
    }

    private static Kind kind(Throwable failure, boolean proxied) {
        if (isUnreachable(failure)) {
            // Behind a proxy the client looks up and connects to nobody but the proxy.
            return proxied
                    ? Kind.PROXY_UNREACHABLE
                    : isNameless(failure) ? Kind.NAME_RESOLUTION : Kind.CONNECTION_REFUSED;
        }
        if (isHandshake(failure)) {
            return nothingShared(failure) ? Kind.TLS_PROTOCOL : Kind.TLS;
        }
        return find(failure, HttpTimeoutException.class) != null
                ? Kind.TIMEOUT
                : Kind.CONNECTION_LOST;
    }

    private static boolean nothingShared(Throwable failure) {
        SSLException tls = find(failure, SSLException.class);
        return tls != null && NOTHING_SHARED.stream().anyMatch(text(tls)::contains);
    }

    private static String tunnelStatus(Throwable failure) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 12; t = t.getCause()) {
            Matcher matcher = TUNNEL.matcher(t.getMessage() == null ? "" : t.getMessage());
            if (matcher.find()) {
                return matcher.group(1);
            }
            depth++;
        }
        return "";
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 12; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
            depth++;
        }
        return null;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage().toLowerCase(Locale.ROOT);
    }

    private static String message(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && !message.isBlank()) {
                return message;
            }
        }
        return failure.getClass().getSimpleName();
    }
}
