package org.workspaceadmin.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.peer.TestAuthority;

/** An LDAPS server that gives every bind the same recorded answer, and counts them. */
final class RecordedController implements AutoCloseable {
    /** The name in its certificate. */
    static final String NAME = "dc1.corp.example.test";

    private final AtomicInteger binds = new AtomicInteger();
    private final LDAPListener listener;
    private final int port;

    /**
     * Listens.
     *
     * @param authority signs its certificate
     * @param code of the answer, -1 to hang up instead
     * @param diagnostic of the answer
     */
    RecordedController(TestAuthority authority, int code, String diagnostic)
            throws IOException, GeneralSecurityException, LDAPException {
        TestAuthority.Issued issued = authority.issue(NAME);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", issued.key(), new char[0], issued.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        LDAPListenerConfig config =
                new LDAPListenerConfig(0, new Recorded(binds, code, diagnostic, null));
        config.setListenAddress(InetAddress.getLoopbackAddress());
        config.setServerSocketFactory(context.getServerSocketFactory());
        listener = new LDAPListener(config);
        listener.startListening();
        port = listener.getListenPort();
    }

    /** LDAPS leads here, everything else to nobody. */
    Endpoints endpoints() {
        return (host, service) ->
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), service == AdService.LDAPS ? port : 1);
    }

    /** How often a password arrived. */
    int binds() {
        return binds.get();
    }

    @Override
    public void close() {
        listener.shutDown(true);
    }

    /** Answers binds as recorded and everything else with nothing. */
    private static final class Recorded extends LDAPListenerRequestHandler {
        private final AtomicInteger binds;
        private final int code;
        private final String diagnostic;
        private final @Nullable LDAPListenerClientConnection connection;

        Recorded(
                AtomicInteger binds,
                int code,
                String diagnostic,
                @Nullable LDAPListenerClientConnection connection) {
            this.binds = binds;
            this.code = code;
            this.diagnostic = diagnostic;
            this.connection = connection;
        }

        @Override
        public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection client) {
            return new Recorded(binds, code, diagnostic, client);
        }

        @Override
        public LDAPMessage processBindRequest(
                int id, BindRequestProtocolOp request, List<Control> controls) {
            binds.incrementAndGet();
            if (code < 0 && connection != null) {
                try {
                    connection.close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new LDAPMessage(
                    id,
                    new BindResponseProtocolOp(Math.max(code, 0), null, diagnostic, null, null));
        }

        @Override
        public LDAPMessage processSearchRequest(
                int id, SearchRequestProtocolOp request, List<Control> controls) {
            return new LDAPMessage(id, new SearchResultDoneProtocolOp(32, null, null, null));
        }

        @Override
        public LDAPMessage processExtendedRequest(
                int id, ExtendedRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LDAPMessage processAddRequest(
                int id, AddRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LDAPMessage processCompareRequest(
                int id, CompareRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LDAPMessage processDeleteRequest(
                int id, DeleteRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LDAPMessage processModifyRequest(
                int id, ModifyRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LDAPMessage processModifyDNRequest(
                int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
            throw new UnsupportedOperationException();
        }
    }
}
