package org.workspaceadmin.cloud;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem.Evidence;

/** Reads certificates for people. */
final class Certificates {
    private static final int DNS = 2;
    private static final int IP = 7;

    private Certificates() {}

    /** Subject, issuer, names and validity by their names as evidence. */
    static Map<String, String> evidence(X509Certificate certificate) {
        Map<String, String> evidence = new HashMap<>();
        evidence.put(Evidence.SUBJECT, name(certificate.getSubjectX500Principal()));
        evidence.put(Evidence.ISSUER, name(certificate.getIssuerX500Principal()));
        evidence.put(Evidence.NAMES, String.join(", ", names(certificate)));
        evidence.put(Evidence.VALID_FROM, certificate.getNotBefore().toInstant().toString());
        evidence.put(Evidence.VALID_UNTIL, certificate.getNotAfter().toInstant().toString());
        return evidence;
    }

    /** A distinguished name as people write it. */
    static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253);
    }

    /** Host names and addresses a certificate is good for, in its order. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    int type = ((Number) alternative.get(0)).intValue();
                    if ((type == DNS || type == IP) && alternative.get(1) instanceof String text) {
                        names.add(text);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            // A certificate whose names cannot be read is good for none.
            names.clear();
        }
        return names;
    }

    /** The authority nobody here knows: the issuer of the last certificate that hangs together. */
    static String top(X509Certificate[] chain) {
        X509Certificate last = chain[0];
        for (int i = 1; i < chain.length; i++) {
            if (!chain[i].getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
                break;
            }
            last = chain[i];
        }
        return name(last.getIssuerX500Principal());
    }

    /** Whether nobody else vouches for it. */
    static boolean signedByItself(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The first certificate that is not valid now, the server's own when all are. */
    static X509Certificate outOfDate(X509Certificate[] chain) {
        X509Certificate found = outOfDateOrNull(chain);
        return found == null ? chain[0] : found;
    }

    /** The first certificate that is not valid now. */
    static @Nullable X509Certificate outOfDateOrNull(X509Certificate[] chain) {
        Instant now = Instant.now();
        for (X509Certificate certificate : chain) {
            if (now.isBefore(certificate.getNotBefore().toInstant())
                    || now.isAfter(certificate.getNotAfter().toInstant())) {
                return certificate;
            }
        }
        return null;
    }

    /** A moment at which the whole chain was or will be valid, if there is one. */
    static Instant withinValidity(X509Certificate[] chain) {
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (X509Certificate certificate : chain) {
            Instant begin = certificate.getNotBefore().toInstant();
            Instant end = certificate.getNotAfter().toInstant();
            from = begin.isAfter(from) ? begin : from;
            until = end.isBefore(until) ? end : until;
        }
        return from.isBefore(until) ? until : from;
    }
}
