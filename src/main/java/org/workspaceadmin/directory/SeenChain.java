package org.workspaceadmin.directory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.model.Field;

/**
 * The certificates a controller showed, as evidence of {@link CheckKind#CERTIFICATE}: its own
 * first, then who signed whom, up to the authority, which is added from what is trusted where the
 * controller left it out, as Windows does.
 *
 * @param certificates at least one
 */
public record SeenChain(List<X509Certificate> certificates) {
    /** The name of the evidence that holds a certificate as PEM. */
    public static final String PEM = "pem";

    private static final int LONGEST = 10;
    private static final int LINE = 64;

    /** Copies the list. */
    public SeenChain {
        certificates = List.copyOf(certificates);
    }

    /** The controller's own. */
    public X509Certificate own() {
        return certificates.getFirst();
    }

    /** The last in the chain that is known: the authority, or where nobody else signed, its own. */
    public X509Certificate top() {
        return certificates.getLast();
    }

    /** Whether the top signed itself, as roots do, and signs others. */
    public boolean complete() {
        return isSignedBy(top(), top()) && certificates.size() > 1;
    }

    /**
     * What a check saw.
     *
     * @param evidence of a result
     * @return empty when it holds no certificate that can be read
     */
    public static Optional<SeenChain> of(List<Field> evidence) {
        List<X509Certificate> found = new ArrayList<>();
        for (Field each : evidence) {
            if (each.path().equals(PEM)) {
                read(each.value()).ifPresent(found::add);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new SeenChain(found));
    }

    /** A certificate as a text other programs read (RFC 7468). */
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read from its encoding", e);
        }
    }

    /**
     * As evidence.
     *
     * @param shown by the controller, its own first; may be empty
     * @param trust where a left-out authority is looked for
     */
    static List<Field> evidence(List<X509Certificate> shown, X509TrustManager trust) {
        return chain(shown, trust).stream().map(each -> new Field(PEM, pem(each))).toList();
    }

    private static List<X509Certificate> chain(
            List<X509Certificate> shown, X509TrustManager trust) {
        if (shown.isEmpty()) {
            return List.of();
        }
        List<X509Certificate> known = new ArrayList<>(shown);
        known.addAll(List.of(trust.getAcceptedIssuers()));
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate next = shown.getFirst();
        while (next != null && !chain.contains(next) && chain.size() < LONGEST) {
            chain.add(next);
            X509Certificate signed = next;
            next = known.stream().filter(by -> isSignedBy(signed, by)).findFirst().orElse(null);
        }
        return chain;
    }

    private static boolean isSignedBy(X509Certificate signed, X509Certificate by) {
        if (!signed.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            signed.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What was written by {@link #pem} can be read; anything else is no certificate. */
    private static Optional<X509Certificate> read(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(bytes))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
