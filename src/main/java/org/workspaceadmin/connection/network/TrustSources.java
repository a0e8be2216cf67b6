package org.workspaceadmin.connection.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.cloud.Trust.Anchor;
import org.workspaceadmin.cloud.Trust.Source;
import org.workspaceadmin.connection.network.TrustFault.Kind;

/**
 * Collects whom to trust: the authorities of the Java runtime, the operating system's store, the
 * extra file.
 *
 * <ul>
 *   <li>Windows: {@code Windows-ROOT} (the user's view, which shows the machine's and the group
 *       policy's roots too) and {@code Windows-ROOT-LOCALMACHINE}
 *   <li>macOS: {@code KeychainStore-ROOT} (the system's roots) and {@code KeychainStore}, where
 *       authorities that somebody trusted by hand are found
 *   <li>Linux: the file named by {@code SSL_CERT_FILE}, else the first of the places the
 *       distributions use
 * </ul>
 *
 * and everywhere the file that the property {@code javax.net.ssl.trustStore} names. Certificates
 * out of date are never anchors; only those of the extra file are worth a word.
 */
final class TrustSources {
    private static final List<String> BUNDLES =
            List.of(
                    // Debian, Ubuntu, Arch, Gentoo, Alpine
                    "/etc/ssl/certs/ca-certificates.crt",
                    // Fedora, RHEL and their kin
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    // openSUSE, SLES
                    "/var/lib/ca-certificates/ca-bundle.pem",
                    "/etc/ssl/ca-bundle.pem",
                    // the BSDs, older Alpine
                    "/etc/ssl/cert.pem");

    private final InstantSource clock;
    private final Map<String, String> environment;
    private final String system;

    /** What was read. */
    record Result(Trust trust, TrustReport report) {}

    /** Anchors of one kind of source. */
    record Part(List<Anchor> anchors, List<TrustFault> faults) {}

    /**
     * Reads for a system.
     *
     * @param clock judges validity
     * @param environment variables
     * @param system {@code os.name}
     */
    TrustSources(InstantSource clock, Map<String, String> environment, String system) {
        this.clock = clock;
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /** The operating system's store; blocks for some hundred milliseconds. */
    Part system() {
        List<Anchor> anchors = new ArrayList<>();
        List<TrustFault> faults = new ArrayList<>();
        if (system.startsWith("windows")) {
            store("Windows-ROOT", anchors, faults);
            store("Windows-ROOT-LOCALMACHINE", anchors, faults);
        } else if (system.startsWith("mac")) {
            store("KeychainStore-ROOT", anchors, faults);
            store("KeychainStore", anchors, faults);
        } else {
            bundle().ifPresent(path -> {
                PemFile.Content content = PemFile.read(path, Source.SYSTEM);
                keep(content.certificates(), Source.SYSTEM, anchors);
                faults.addAll(content.faults());
            });
        }
        ownFile(anchors, faults);
        return new Part(anchors, faults);
    }

    /**
     * The extra file.
     *
     * @param path as typed, empty for none
     */
    Part extra(String path) {
        List<Anchor> anchors = new ArrayList<>();
        if (path.isEmpty()) {
            return new Part(anchors, List.of());
        }
        PemFile.Content content = PemFile.read(path, Source.EXTRA);
        List<TrustFault> faults = new ArrayList<>(content.faults());
        for (X509Certificate certificate : content.certificates()) {
            Optional<Kind> wrong = outOfDate(certificate);
            if (wrong.isPresent()) {
                String name = certificate.getSubjectX500Principal().getName();
                faults.add(new TrustFault(Source.EXTRA, path, wrong.get(), name));
            } else {
                anchors.add(new Anchor(certificate, Source.EXTRA));
            }
        }
        return new Part(anchors, faults);
    }

    /** Everything together. */
    static Result together(Part system, Part extra) {
        List<Anchor> anchors = new ArrayList<>(Trust.bundled().anchors());
        anchors.addAll(system.anchors());
        anchors.addAll(extra.anchors());
        List<TrustFault> faults = new ArrayList<>(system.faults());
        faults.addAll(extra.faults());
        Trust trust = Trust.of(anchors);
        Map<Source, Integer> counts = new EnumMap<>(Source.class);
        trust.anchors().forEach(a -> counts.merge(a.source(), 1, Integer::sum));
        return new Result(trust, new TrustReport(counts, faults));
    }

    private Optional<String> bundle() {
        String named = environment.getOrDefault("SSL_CERT_FILE", "");
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        return BUNDLES.stream().filter(path -> Files.isReadable(Path.of(path))).findFirst();
    }

    private void store(String type, List<Anchor> anchors, List<TrustFault> faults) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            certificates(store, anchors);
        } catch (GeneralSecurityException | IOException e) {
            faults.add(new TrustFault(Source.SYSTEM, type, Kind.UNREADABLE, String.valueOf(e)));
        }
    }

    private void ownFile(List<Anchor> anchors, List<TrustFault> faults) {
        String path = System.getProperty("javax.net.ssl.trustStore", "");
        if (path.isEmpty() || path.equals("NONE") || !Files.isRegularFile(Path.of(path))) {
            return;
        }
        try {
            String password = System.getProperty("javax.net.ssl.trustStorePassword");
            certificates(
                    KeyStore.getInstance(
                            Path.of(path).toFile(),
                            password == null ? null : password.toCharArray()),
                    anchors);
        } catch (GeneralSecurityException | IOException e) {
            faults.add(new TrustFault(Source.SYSTEM, path, Kind.UNREADABLE, String.valueOf(e)));
        }
    }

    private void certificates(KeyStore store, List<Anchor> anchors)
            throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            // The key chain also holds people's own certificates with their keys: no authorities.
            if (store.isCertificateEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate x509) {
                found.add(x509);
            }
        }
        keep(found, Source.SYSTEM, anchors);
    }

    private void keep(List<X509Certificate> found, Source source, List<Anchor> anchors) {
        found.stream()
                .filter(c -> outOfDate(c).isEmpty())
                .forEach(c -> anchors.add(new Anchor(c, source)));
    }

    private Optional<Kind> outOfDate(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.empty();
        } catch (CertificateExpiredException e) {
            return Optional.of(Kind.EXPIRED);
        } catch (CertificateNotYetValidException e) {
            return Optional.of(Kind.NOT_YET_VALID);
        }
    }
}
