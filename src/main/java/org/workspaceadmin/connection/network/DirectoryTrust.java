package org.workspaceadmin.connection.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.cloud.Trust;

/**
 * Whom a directory's controllers are trusted by: everybody the program trusts, and the certificates
 * the operator took for this directory. There is no way to trust everybody.
 */
public final class DirectoryTrust {
    private DirectoryTrust() {}

    /**
     * Judges chains; the name and the dates of a controller's own certificate are the caller's to
     * check, as the controller is known by several names.
     *
     * @param network whom the program trusts anyway
     * @param authorities more certificates, one PEM text each; what is none is left out
     */
    public static X509TrustManager of(Network network, List<String> authorities) {
        List<X509Certificate> anchors = new ArrayList<>();
        Trust trusted = network.options().trust();
        (trusted == null ? Trust.bundled() : trusted)
                .anchors().stream().map(Trust.Anchor::certificate).forEach(anchors::add);
        authorities.forEach(pem -> parse(pem).ifPresent(anchors::add));
        return manager(anchors);
    }

    /** A certificate as PEM, as it is kept. */
    public static String pem(X509Certificate certificate) {
        try {
            String body =
                    Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was parsed", e);
        }
    }

    /**
     * Reads a certificate that was kept.
     *
     * @return empty when it is none
     */
    public static Optional<X509Certificate> parse(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    pem.getBytes(StandardCharsets.US_ASCII)))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /**
     * The certificates of a file the operator chose; blocks.
     *
     * @param path PEM, DER or PKCS#7
     * @return empty when there is none in it
     */
    public static List<X509Certificate> read(String path) {
        return List.copyOf(PemFile.read(path, Trust.Source.EXTRA).certificates());
    }

    private static X509TrustManager manager(List<X509Certificate> anchors) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate anchor : anchors) {
                store.setCertificateEntry("anchor-" + number++, anchor);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager found : factory.getTrustManagers()) {
                if (found instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("the runtime judges no certificates");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the runtime judges no certificates", e);
        }
    }
}
