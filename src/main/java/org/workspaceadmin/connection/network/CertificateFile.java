package org.workspaceadmin.connection.network;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.network.TrustFault.Kind;

/**
 * A file with more authorities to trust, read to be shown before it is taken.
 *
 * @param path where it lies
 * @param certificates in the order of the file, expired ones included
 * @param faults what is wrong with it
 */
public record CertificateFile(String path, List<Shown> certificates, List<TrustFault> faults) {
    /** Copies the lists. */
    public CertificateFile {
        certificates = List.copyOf(certificates);
        faults = List.copyOf(faults);
    }

    /**
     * One certificate.
     *
     * @param subject whom it names
     * @param issuer who signed it
     * @param fingerprint SHA-256, upper-case hexadecimal pairs with colons
     * @param from valid from
     * @param until valid until
     */
    public record Shown(
            String subject, String issuer, String fingerprint, Instant from, Instant until) {
        /** What there is to show of a certificate. */
        public static Shown of(X509Certificate certificate) {
            return new Shown(
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    CertificateFile.fingerprint(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    /**
     * Reads a file; blocks, never throws.
     *
     * @param path as chosen
     * @param now the time its certificates have to be valid at
     */
    public static CertificateFile read(String path, Instant now) {
        PemFile.Content content = PemFile.read(path, Trust.Source.EXTRA);
        List<Shown> shown = new ArrayList<>();
        List<TrustFault> faults = new ArrayList<>(content.faults());
        for (X509Certificate certificate : content.certificates()) {
            Shown one = Shown.of(certificate);
            shown.add(one);
            if (now.isAfter(one.until())) {
                faults.add(fault(path, Kind.EXPIRED, one.subject()));
            } else if (now.isBefore(one.from())) {
                faults.add(fault(path, Kind.NOT_YET_VALID, one.subject()));
            }
        }
        return new CertificateFile(path, shown, faults);
    }

    /** Whether nothing speaks against taking it. */
    public boolean isSound() {
        return faults.isEmpty() && !certificates.isEmpty();
    }

    private static TrustFault fault(String path, Kind kind, String subject) {
        return new TrustFault(Trust.Source.EXTRA, path, kind, subject);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(digest.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e); // it was parsed, and every Java has SHA-256
        }
    }
}
