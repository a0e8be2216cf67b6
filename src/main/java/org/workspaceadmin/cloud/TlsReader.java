package org.workspaceadmin.cloud;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Reads how an answer was protected. A server's certificate is traced to its anchor once. */
final class TlsReader {
    /** The services of a connection, twice over. */
    private static final int KEPT = 16;

    private final Trust trust;
    private final Map<X509Certificate, Optional<Trust.Anchor>> anchors =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<X509Certificate, Optional<Trust.Anchor>> eldest) {
                    return size() > KEPT;
                }
            };

    /** Traces to the anchors of the trust that let the connection happen. */
    TlsReader(Trust trust) {
        this.trust = trust;
    }

    /** The facts of an answer, null when it came without TLS. */
    @Nullable TlsFacts of(HttpResponse<?> answer) {
        SSLSession session = answer.sslSession().orElse(null);
        if (session == null) {
            return null;
        }
        List<X509Certificate> chain = chain(session);
        if (chain.isEmpty()) {
            return null;
        }
        X509Certificate own = chain.getFirst();
        Trust.Anchor anchor = anchor(chain);
        return new TlsFacts(
                session.getProtocol(),
                session.getCipherSuite(),
                answer.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
                Certificates.name(own.getSubjectX500Principal()),
                Certificates.names(own),
                Certificates.name(own.getIssuerX500Principal()),
                own.getNotAfter().toInstant(),
                anchor == null
                        ? ""
                        : Certificates.name(anchor.certificate().getSubjectX500Principal()),
                anchor == null ? null : anchor.source());
    }

    private synchronized Trust.@Nullable Anchor anchor(List<X509Certificate> chain) {
        return anchors.computeIfAbsent(chain.getFirst(), own -> trust.anchorOf(chain)).orElse(null);
    }

    private static List<X509Certificate> chain(SSLSession session) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            // Suites without certificates are not offered; nothing to tell then.
            chain.clear();
        }
        return chain;
    }
}
