package org.workspaceadmin.cloud;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;

/**
 * Reads what an exception of the HTTP client means, above all whether the request can have left.
 * Doubtful cases count as left.
 */
final class IoFailures {
    private IoFailures() {}

    /**
     * The problem behind a failed exchange.
     *
     * @param call the call's name
     * @param failure what the HTTP client threw
     * @param at when
     */
    static Problem read(String call, Throwable failure, Instant at) {
        Kind kind = kind(failure);
        return Problem.without(kind, call, message(kind, failure), at);
    }

    private static Kind kind(Throwable failure) {
        if (has(failure, UnresolvedAddressException.class)
                || has(failure, UnknownHostException.class)) {
            return Kind.NAME_RESOLUTION;
        }
        // The client throws these two before the first byte of a request is written.
        if (has(failure, SSLHandshakeException.class)
                || has(failure, SSLPeerUnverifiedException.class)
                || has(failure, CertificateException.class)) {
            return Kind.TLS;
        }
        if (has(failure, ConnectException.class)
                || has(failure, NoRouteToHostException.class)
                || has(failure, HttpConnectTimeoutException.class)
                || tunnelRefused(failure)) {
            return Kind.CONNECTION_REFUSED;
        }
        return has(failure, HttpTimeoutException.class) ? Kind.TIMEOUT : Kind.CONNECTION_LOST;
    }

    /** A proxy that did not open the way to the host: nothing reached the service. */
    private static boolean tunnelRefused(Throwable failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("Tunnel failed");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 12; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static String message(Kind kind, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && !message.isBlank()) {
                return message;
            }
        }
        return failure.getClass().getSimpleName();
    }
}
