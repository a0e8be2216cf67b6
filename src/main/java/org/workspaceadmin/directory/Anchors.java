package org.workspaceadmin.directory;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust made of certificates somebody decided about. There is no trust in everybody. */
public final class Anchors {
    private Anchors() {}

    /**
     * Trust in these and what they signed.
     *
     * @param certificates authorities, or controllers' own certificates
     */
    public static X509TrustManager of(Collection<X509Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate each : certificates) {
                store.setCertificateEntry("anchor-" + number++, each);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager found : factory.getTrustManagers()) {
                if (found instanceof X509TrustManager manager) {
                    return manager;
                }
            }
            throw new IllegalStateException("the runtime checks no certificates");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the runtime checks no certificates", e);
        }
    }

    /**
     * The same trust and one certificate more, for as long as the result is used.
     *
     * @param trust what is trusted anyway
     * @param further what the operator compared by its fingerprint
     */
    public static X509TrustManager with(X509TrustManager trust, X509Certificate further) {
        List<X509Certificate> all = new ArrayList<>(List.of(trust.getAcceptedIssuers()));
        all.add(further);
        return of(all);
    }
}
