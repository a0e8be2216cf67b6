package org.workspaceadmin.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom connections trust: anchors, each with where it came from. A certificate that several sources
 * hold counts as of the first, in the order of {@link Source}.
 *
 * <p>There is no way to trust everybody, and none to leave out the check of the host's name.
 */
public final class Trust {
    /** Where an anchor came from; the order is that of precedence. */
    public enum Source {
        /** The authorities that come with the Java runtime. */
        BUNDLED,
        /** The operating system's store, where companies put the authority of their proxy. */
        SYSTEM,
        /** The extra PEM file of the settings. */
        EXTRA
    }

    /**
     * One trusted certificate.
     *
     * @param certificate an authority, or a server's own certificate
     * @param source where it came from
     */
    public record Anchor(X509Certificate certificate, Source source) {}

    private final List<Anchor> anchors;
    private final Set<TrustAnchor> bundled;
    private final Set<TrustAnchor> all;
    private final Map<X509Certificate, Source> sources = new LinkedHashMap<>();
    private final SSLContext context;

    private Trust(Collection<Anchor> given) {
        for (Source source : Source.values()) {
            for (Anchor anchor : given) {
                if (anchor.source() == source) {
                    sources.putIfAbsent(anchor.certificate(), source);
                }
            }
        }
        List<Anchor> kept = new ArrayList<>();
        sources.forEach((certificate, source) -> kept.add(new Anchor(certificate, source)));
        anchors = List.copyOf(kept);
        bundled = trustAnchors(a -> a.source() == Source.BUNDLED);
        all = trustAnchors(a -> true);
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new CertificateCheck(this, checker())}, null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the runtime offers no TLS", e);
        }
    }

    /**
     * Trust in the given anchors and nobody else.
     *
     * @param anchors in any order, with repetitions
     */
    public static Trust of(Collection<Anchor> anchors) {
        return new Trust(anchors);
    }

    /** Trust in the authorities that come with the Java runtime; read once. */
    public static Trust bundled() {
        return Bundled.TRUST;
    }

    /** Everybody trusted, each once. */
    public List<Anchor> anchors() {
        return anchors;
    }

    /**
     * Sets TLS up with this trust. Its trust manager insists on the check of the host's name, so
     * the connection must ask for it: {@code setEndpointIdentificationAlgorithm("HTTPS")}.
     */
    public SSLContext context() {
        return context;
    }

    /**
     * Which anchor a chain ends at, the bundled ones tried first.
     *
     * @param chain as the server sent it, its own certificate first
     * @return empty when the chain does not lead to an anchor or is out of date
     */
    public Optional<Anchor> anchorOf(List<X509Certificate> chain) {
        return anchorOf(chain, null);
    }

    /** The same as of another time, null for now. */
    Optional<Anchor> anchorOf(List<X509Certificate> chain, @Nullable Instant at) {
        X509Certificate found = root(chain, bundled, at);
        if (found == null && all.size() > bundled.size()) {
            found = root(chain, all, at);
        }
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(new Anchor(found, sources.getOrDefault(found, Source.BUNDLED)));
    }

    private static @Nullable X509Certificate root(
            List<X509Certificate> chain, Set<TrustAnchor> among, @Nullable Instant at) {
        if (chain.isEmpty() || among.isEmpty()) {
            return null;
        }
        X509Certificate own = chain.getFirst();
        for (TrustAnchor anchor : among) {
            if (own.equals(anchor.getTrustedCert())) {
                return own;
            }
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(own);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(among, target);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            if (at != null) {
                parameters.setDate(Date.from(at));
            }
            PKIXCertPathBuilderResult path =
                    (PKIXCertPathBuilderResult)
                            CertPathBuilder.getInstance("PKIX").build(parameters);
            return path.getTrustAnchor().getTrustedCert();
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("anchors are never empty here", e);
        } catch (GeneralSecurityException noPath) {
            return null;
        }
    }

    private Set<TrustAnchor> trustAnchors(java.util.function.Predicate<Anchor> which) {
        Set<TrustAnchor> set = new LinkedHashSet<>();
        anchors.stream()
                .filter(which)
                .forEach(a -> set.add(new TrustAnchor(a.certificate(), null)));
        return Collections.unmodifiableSet(set);
    }

    private X509ExtendedTrustManager checker() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Anchor anchor : anchors) {
            store.setCertificateEntry("anchor-" + number++, anchor.certificate());
        }
        return checker(store);
    }

    private static X509ExtendedTrustManager checker(KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager found : factory.getTrustManagers()) {
            if (found instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no trust manager that checks names");
    }

    /** Read when first asked for; the runtime's own file, whatever the properties say. */
    private static final class Bundled {
        static final Trust TRUST = read();

        private static Trust read() {
            Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
            try {
                KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
                List<Anchor> anchors = new ArrayList<>();
                for (String alias : Collections.list(store.aliases())) {
                    if (store.getCertificate(alias) instanceof X509Certificate authority) {
                        anchors.add(new Anchor(authority, Source.BUNDLED));
                    }
                }
                return new Trust(anchors);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the runtime has no authorities", e);
            }
        }
    }
}
