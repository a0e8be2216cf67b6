package org.workspaceadmin.app;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a directory's controllers are trusted by now; nobody before that is said. */
final class CurrentTrust implements X509TrustManager {
    private final AtomicReference<@Nullable X509TrustManager> now = new AtomicReference<>();

    /** Holds from now on. */
    void is(X509TrustManager trust) {
        now.set(trust);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm)
            throws CertificateException {
        trust().checkServerTrusted(chain, algorithm);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm)
            throws CertificateException {
        trust().checkClientTrusted(chain, algorithm);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        X509TrustManager trust = now.get();
        return trust == null ? new X509Certificate[0] : trust.getAcceptedIssuers();
    }

    private X509TrustManager trust() throws CertificateException {
        X509TrustManager trust = now.get();
        if (trust == null) {
            throw new CertificateException("nobody is trusted yet");
        }
        return trust;
    }
}
