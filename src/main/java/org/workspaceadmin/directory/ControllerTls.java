package org.workspaceadmin.directory;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards a controller. The handshake goes through whatever certificate is shown, because its
 * faults are what is looked for; {@link #verdict} then decides. Where a password is to be sent,
 * {@link #demand} lets nothing but {@link Verdict#TRUSTED} through.
 */
final class ControllerTls implements X509TrustManager {
    /** What a certificate is worth. */
    enum Verdict {
        /** Signed by an authority that is trusted, for this name, at this time. */
        TRUSTED,
        /** No certificate was shown. */
        NONE,
        /** Signed by nobody who is trusted. */
        UNTRUSTED,
        /** For another name. */
        WRONG_NAME,
        /** Its time is over. */
        EXPIRED,
        /** Its time has not come. */
        NOT_YET
    }

    private final X509TrustManager trust;
    private volatile List<X509Certificate> chain = List.of();
    private volatile @Nullable CertificateException refused;
    private volatile @Nullable Demand demand;

    /** Whom a handshake has to prove itself to be, or it fails. */
    private record Demand(List<String> names, Instant now) {}

    /**
     * Watches handshakes.
     *
     * @param trust which authorities are trusted
     */
    ControllerTls(X509TrustManager trust) {
        this.trust = trust;
    }

    /** Sockets whose handshakes it watches. */
    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    /**
     * From now on lets no handshake through whose certificate is not {@link Verdict#TRUSTED}, and
     * forgets what was shown before. For connections that a password will travel on: also a
     * certificate shown later on the same connection is judged.
     *
     * @param names by which the controller is known
     * @param now decides about dates
     */
    void demand(Collection<String> names, Instant now) {
        chain = List.of();
        refused = null;
        demand = new Demand(List.copyOf(names), now);
    }

    /** What was shown last, the controller's own first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /**
     * What the chain is worth.
     *
     * @param names by which the controller is known; one must be in the certificate
     * @param now decides about dates
     */
    Verdict verdict(Collection<String> names, Instant now) {
        if (chain.isEmpty()) {
            return Verdict.NONE;
        }
        X509Certificate own = chain.getFirst();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return Verdict.EXPIRED;
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return Verdict.NOT_YET;
        }
        CertificateException why = refused;
        if (why != null) {
            return has(why, CertificateExpiredException.class)
                    ? Verdict.EXPIRED
                    : has(why, CertificateNotYetValidException.class)
                            ? Verdict.NOT_YET
                            : Verdict.UNTRUSTED;
        }
        List<String> certified = names(own);
        return names.stream().anyMatch(n -> certified.stream().anyMatch(c -> covers(c, n)))
                ? Verdict.TRUSTED
                : Verdict.WRONG_NAME;
    }

    /** The names a certificate is for. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> each : alternatives) {
                    boolean nameOrAddress = each.get(0).equals(2) || each.get(0).equals(7);
                    if (nameOrAddress && each.get(1) instanceof String name) {
                        names.add(name.toLowerCase(Locale.ROOT));
                    }
                }
            }
            if (names.isEmpty()) {
                // Only where there are no alternatives does the common name count.
                for (Rdn part :
                        new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                    if (part.getType().equalsIgnoreCase("CN")) {
                        names.add(String.valueOf(part.getValue()).toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (CertificateException | InvalidNameException e) {
            return List.of();
        }
        return names;
    }

    private static boolean covers(String certified, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (certified.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(certified.substring(1));
        }
        return certified.equals(wanted);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String algorithm)
            throws CertificateException {
        chain = List.of(shown);
        try {
            trust.checkServerTrusted(shown, algorithm);
            refused = null;
        } catch (CertificateException e) {
            refused = e;
        }
        Demand wanted = demand;
        if (wanted != null) {
            Verdict worth = verdict(wanted.names(), wanted.now());
            if (worth != Verdict.TRUSTED) {
                throw new CertificateException(worth.name());
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String algorithm)
            throws CertificateException {
        throw new CertificateException("no client is ever judged here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
