package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Connections to a controller. Blocks; every call ends after its patience at the latest. */
final class Ldap {
    private final Endpoints endpoints;
    private final Duration patience;

    /**
     * Connects where the endpoints lead.
     *
     * @param endpoints where services are
     * @param patience how long one answer may take
     */
    Ldap(Endpoints endpoints, Duration patience) {
        this.endpoints = endpoints;
        this.patience = patience;
    }

    /** How long one answer may take. */
    Duration patience() {
        return patience;
    }

    /** Over plain LDAP: for what anybody may know, never for a password. */
    LDAPConnection plain(String host) throws LDAPException {
        InetSocketAddress at = endpoints.of(host, AdService.LDAP);
        return open(BoundedSocket.factory(patience), at);
    }

    /** Over LDAPS. */
    LDAPConnection tls(String host, ControllerTls tls) throws LDAPException {
        InetSocketAddress at = endpoints.of(host, AdService.LDAPS);
        return open(BoundedSocket.factory(patience, tls.sockets()), at);
    }

    /**
     * The library connects on a thread of its own, which a cancelled caller leaves behind; so the
     * socket is closed under it.
     */
    private LDAPConnection open(SocketFactory sockets, InetSocketAddress at) throws LDAPException {
        LastSocket last = new LastSocket(sockets);
        try {
            return new LDAPConnection(last, options(), at.getHostString(), at.getPort());
        } catch (LDAPException e) {
            last.close();
            throw e;
        }
    }

    /** Over LDAP with TLS begun at once. */
    LDAPConnection startTls(String host, ControllerTls tls) throws LDAPException {
        LDAPConnection connection = plain(host);
        try {
            ExtendedResult began =
                    asked(() ->
                            connection.processExtendedOperation(
                                    new StartTLSExtendedRequest(tls.sockets())));
            if (!began.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(began);
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    /** What the controller says of itself. */
    RootEntry root(LDAPConnection connection) throws LDAPException {
        SearchResultEntry entry = asked(() -> connection.getEntry("", RootEntry.ATTRIBUTES));
        if (entry == null) {
            throw new LDAPException(ResultCode.NO_RESULTS_RETURNED, "no root entry");
        }
        return RootEntry.of(entry);
    }

    /** One exchange with a controller. */
    @FunctionalInterface
    interface Exchange<T extends @Nullable Object> {
        /** Asks and waits for the answer. */
        T run() throws LDAPException;
    }

    /**
     * Asks. The library expects the right kind of answer to every question and throws what it likes
     * where another comes, such as a bind's answer to a search.
     *
     * @throws LDAPException where nothing came back that can be read
     */
    static <T extends @Nullable Object> T asked(Exchange<T> exchange) throws LDAPException {
        try {
            return exchange.run();
        } catch (ClassCastException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw new LDAPException(ResultCode.DECODING_ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int millis = Math.toIntExact(patience.toMillis());
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setAbandonOnTimeout(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(4 << 20);
        options.setUseSynchronousMode(true);
        // The library's own five seconds block a virtual thread's carrier in the system's close.
        options.setUseLinger(false, 0);
        return options;
    }
}
