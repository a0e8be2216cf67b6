package org.workspaceadmin.ui.setup;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.workspaceadmin.model.DomainSettings;

/**
 * A certificate for LDAPS as it was read from a file.
 *
 * @param pem the text as it will be sent
 * @param subject whom it names
 * @param issuer who signed it
 * @param from first moment of validity
 * @param until last moment of validity
 */
public record LdapsCertificate(
        String pem, String subject, String issuer, Instant from, Instant until) {
    /** Longest text the service takes (api/workspace.md section 2). */
    static final int LONGEST = 8_192;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Why a file was not taken. */
    public enum Fault {
        /** No certificate in PEM in it. */
        NOT_PEM,
        /** A private key is in it, which must never be sent. */
        PRIVATE_KEY,
        /** Longer than the service takes. */
        TOO_LONG,
        /** Its time is over. */
        EXPIRED,
        /** Its time has not come. */
        NOT_YET
    }

    /** What reading a file gave. */
    public sealed interface Reading {
        /** A certificate that can be sent. */
        record Read(LdapsCertificate certificate) implements Reading {}

        /** None, and why. */
        record Refused(Fault fault) implements Reading {}
    }

    /**
     * Reads a file's bytes.
     *
     * @param bytes the file
     * @param now decides whether it is valid
     */
    public static Reading read(byte[] bytes, Instant now) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.contains("PRIVATE KEY-----")) {
            return new Reading.Refused(Fault.PRIVATE_KEY);
        }
        if (!text.contains(BEGIN)) {
            return new Reading.Refused(Fault.NOT_PEM);
        }
        String pem = text.substring(text.indexOf(BEGIN)).replace("\r\n", "\n");
        if (pem.length() > LONGEST) {
            return new Reading.Refused(Fault.TOO_LONG);
        }
        try {
            Collection<? extends java.security.cert.Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (found.isEmpty() || !(found.iterator().next() instanceof X509Certificate first)) {
                return new Reading.Refused(Fault.NOT_PEM);
            }
            Instant from = first.getNotBefore().toInstant();
            Instant until = first.getNotAfter().toInstant();
            if (now.isAfter(until)) {
                return new Reading.Refused(Fault.EXPIRED);
            }
            if (now.isBefore(from)) {
                return new Reading.Refused(Fault.NOT_YET);
            }
            return new Reading.Read(
                    new LdapsCertificate(
                            pem,
                            first.getSubjectX500Principal().getName(),
                            first.getIssuerX500Principal().getName(),
                            from,
                            until));
        } catch (CertificateException e) {
            return new Reading.Refused(Fault.NOT_PEM);
        }
    }

    /** As the request carries it; times are UTC as elsewhere in the service. */
    DomainSettings.Ldaps settings() {
        return new DomainSettings.Ldaps(pem, TIME.format(from), TIME.format(until));
    }
}
