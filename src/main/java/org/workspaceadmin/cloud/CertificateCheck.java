package org.workspaceadmin.cloud;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/**
 * Checks certificates as the runtime does, host name included, and says of a refused one what is
 * wrong with it. It can only refuse more than the runtime's own check, never less.
 */
final class CertificateCheck extends X509ExtendedTrustManager {
    private final Trust trust;
    private final X509ExtendedTrustManager check;

    /** Checks by the runtime's own trust manager. */
    CertificateCheck(Trust trust, X509ExtendedTrustManager check) {
        this.trust = trust;
        this.check = check;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        String host = engine.getPeerHost();
        insistOnName(engine.getSSLParameters());
        try {
            check.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw refused(chain, authType, host, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        if (!(socket instanceof SSLSocket tls)) {
            throw new CertificateException("only over TLS");
        }
        insistOnName(tls.getSSLParameters());
        try {
            check.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            String host =
                    tls.getHandshakeSession() == null
                            ? null
                            : tls.getHandshakeSession().getPeerHost();
            throw refused(chain, authType, host, e);
        }
    }

    /** Without a connection there is no name to check. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("the host's name is not known");
    }

    /** A property of the runtime can switch the check of names off; not here. */
    private static void insistOnName(SSLParameters parameters) throws CertificateException {
        String algorithm = parameters.getEndpointIdentificationAlgorithm();
        if (algorithm == null || algorithm.isEmpty()) {
            throw new CertificateException("the check of the host's name is switched off");
        }
    }

    private CertificateRefused refused(
            X509Certificate[] chain,
            String authType,
            @Nullable String host,
            CertificateException why) {
        Kind kind = kind(chain, authType);
        X509Certificate shown =
                kind == Kind.CERTIFICATE_EXPIRED ? Certificates.outOfDate(chain) : chain[0];
        Map<String, String> evidence = new HashMap<>(Certificates.evidence(shown));
        if (host != null) {
            evidence.put(Evidence.HOST, host);
        }
        if (kind == Kind.CERTIFICATE_UNTRUSTED) {
            evidence.put(Evidence.ISSUER, Certificates.top(chain));
        }
        return new CertificateRefused(kind, evidence, why);
    }

    private Kind kind(X509Certificate[] chain, String authType) {
        List<X509Certificate> list = Arrays.asList(chain);
        if (passes(chain, authType)) {
            // The same chain without a name to compare is good.
            return Kind.CERTIFICATE_WRONG_NAME;
        }
        if (trust.anchorOf(list).isPresent()) {
            // Trusted and in date, so the runtime objects to a key, a signature or a purpose.
            X509Certificate late = Certificates.outOfDateOrNull(chain);
            return late == null ? Kind.TLS : Kind.CERTIFICATE_EXPIRED;
        }
        Instant inside = Certificates.withinValidity(chain);
        if (Certificates.outOfDateOrNull(chain) != null
                && trust.anchorOf(list, inside).isPresent()) {
            return Kind.CERTIFICATE_EXPIRED;
        }
        return Certificates.signedByItself(chain[0])
                ? Kind.CERTIFICATE_SELF_SIGNED
                : Kind.CERTIFICATE_UNTRUSTED;
    }

    private boolean passes(X509Certificate[] chain, String authType) {
        try {
            check.checkServerTrusted(chain, authType);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return check.getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("no clients are served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }
}
