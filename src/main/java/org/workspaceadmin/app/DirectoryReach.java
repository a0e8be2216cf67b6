package org.workspaceadmin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.directory.AdService;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;

/**
 * How a company's directory is reached.
 *
 * @param endpoints where its services are
 * @param trust which authorities a password may be entrusted to
 */
record DirectoryReach(Endpoints endpoints, X509TrustManager trust) {
    /**
     * The demo's directory.
     *
     * @param running gives it, and may block while it is being started
     * @return leads there under the addresses of the demo's settings; whatever else is asked for
     *     refuses, so that a demo never asks anybody in the real network
     */
    static DirectoryReach demo(Supplier<SimulatedDirectory> running) {
        return new DirectoryReach(
                (host, service) -> at(running.get(), host, service), new DemoTrust(running));
    }

    private static InetSocketAddress at(
            SimulatedDirectory directory, String host, AdService service) {
        return directory.at(host, service.port());
    }

    /**
     * Trusts one authority more than nobody.
     *
     * @param authority the certificate of the authority
     */
    static X509TrustManager trusting(X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager found) {
                    return found;
                }
            }
            throw new IllegalStateException("every Java judges certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority of a directory that may still have to be started. */
    private record DemoTrust(Supplier<SimulatedDirectory> running) implements X509TrustManager {
        private X509TrustManager now() {
            return trusting(running.get().authority());
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String algorithm)
                throws CertificateException {
            now().checkServerTrusted(chain, algorithm);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String algorithm)
                throws CertificateException {
            now().checkClientTrusted(chain, algorithm);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return now().getAcceptedIssuers();
        }
    }
}
