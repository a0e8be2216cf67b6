package org.workspaceadmin.peer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * An HTTPS server on 127.0.0.1 with the certificate a test gives it, HTTP/2 by ALPN or HTTP/1.1
 * only. It answers as the test says and remembers what it was asked.
 */
public final class HttpsServer implements AutoCloseable {
    private static final char[] NO_PASSWORD = "changeit".toCharArray();

    /**
     * A request that arrived.
     *
     * @param method method
     * @param target path and query
     * @param version {@code HTTP/1.1} or {@code HTTP/2.0}
     * @param proxyAuthorization the header that only a proxy may see, empty when it was not sent
     * @param body body
     */
    public record Asked(
            String method, String target, String version, String proxyAuthorization, String body) {}

    /**
     * An answer in JSON.
     *
     * @param status status
     * @param body JSON
     */
    public record Said(int status, String body) {}

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private HttpsServer(TestAuthority.Issued issued, boolean http2, Function<Asked, Said> answers) {
        HttpConfiguration configuration = new HttpConfiguration();
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        configuration.addCustomizer(secure);
        HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(store(issued));
        tls.setKeyStorePassword(new String(NO_PASSWORD));
        if (http2) {
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol(http1.getProtocol());
            connector =
                    new ServerConnector(
                            server,
                            new SslConnectionFactory(tls, alpn.getProtocol()),
                            alpn,
                            new HTTP2ServerConnectionFactory(configuration),
                            http1);
        } else {
            connector =
                    new ServerConnector(
                            server, new SslConnectionFactory(tls, http1.getProtocol()), http1);
        }
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answering(answers));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that offers HTTP/2 and HTTP/1.1. */
    public static HttpsServer http2(TestAuthority.Issued issued, Function<Asked, Said> answers) {
        return new HttpsServer(issued, true, answers);
    }

    /** A server that knows HTTP/1.1 only. */
    public static HttpsServer http1(TestAuthority.Issued issued, Function<Asked, Said> answers) {
        return new HttpsServer(issued, false, answers);
    }

    /** Answers like a project without desktops. */
    public static Said emptyFleet(Asked asked) {
        return new Said(200, "{\"desktops\":[],\"total_count\":0}");
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Its address under a name that leads to 127.0.0.1 for whoever looks it up. */
    public URI at(String host) {
        return URI.create("https://" + host + ":" + port());
    }

    /** What arrived, in order. */
    public List<Asked> asked() {
        return asked;
    }

    private static KeyStore store(TestAuthority.Issued issued) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    issued.key(),
                    NO_PASSWORD,
                    issued.chain().toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Answering extends Handler.Abstract {
        private final Function<Asked, Said> answers;

        Answering(Function<Asked, Said> answers) {
            this.answers = answers;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String proxyHeader = request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION);
            Asked one =
                    new Asked(
                            request.getMethod(),
                            request.getHttpURI().getPathQuery(),
                            request.getConnectionMetaData().getHttpVersion().asString(),
                            proxyHeader == null ? "" : proxyHeader,
                            Content.Source.asString(request, StandardCharsets.UTF_8));
            asked.add(one);
            Said said = answers.apply(one);
            response.setStatus(said.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            Content.Sink.write(response, true, said.body(), callback);
            return true;
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
