package org.workspaceadmin.peer;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority of the test's own that signs certificates with every kind of fault. */
public final class TestAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(System.currentTimeMillis());
    private static final Duration YEAR = Duration.ofDays(365);

    /** Before every clock that a test sets by hand: what is good today is good there too. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final KeyPair keys = keys();
    private final X500Name name;
    private final X509Certificate certificate;

    /**
     * A server's certificate with what belongs to it.
     *
     * @param key its key
     * @param chain its own certificate first, then the authority's, unless it signed itself
     */
    public record Issued(PrivateKey key, List<X509Certificate> chain) {
        /** The server's own certificate. */
        public X509Certificate own() {
            return chain.getFirst();
        }
    }

    /**
     * An authority that nobody knows yet.
     *
     * @param commonName how its certificates name it
     */
    public TestAuthority(String commonName) {
        name = new X500Name("CN=" + commonName + ",O=Workspace Admin Tests");
        Instant now = Instant.now();
        certificate = sign(name, name, keys, keys, List.of(), LONG_AGO, now.plus(YEAR), true);
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Trusts it, and no other authority. */
    public X509TrustManager trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good certificate for host names or IPv4 addresses. */
    public Issued issue(String... names) {
        Instant now = Instant.now();
        return issue(LONG_AGO, now.plus(Duration.ofDays(90)), names);
    }

    /** A certificate for a span of time. */
    public Issued issue(Instant from, Instant until, String... names) {
        KeyPair own = keys();
        X500Name subject = new X500Name("CN=" + names[0]);
        X509Certificate made = sign(subject, name, own, keys, List.of(names), from, until, false);
        return new Issued(own.getPrivate(), List.of(made, certificate));
    }

    /** A certificate that nobody but itself vouches for. */
    public static Issued selfSigned(String... names) {
        KeyPair own = keys();
        X500Name subject = new X500Name("CN=" + names[0]);
        Instant now = Instant.now();
        X509Certificate made =
                sign(subject, subject, own, own, List.of(names), LONG_AGO, now.plus(YEAR), false);
        return new Issued(own.getPrivate(), List.of(made));
    }

    /** Certificates as PEM. */
    public static String pem(X509Certificate... certificates) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (X509Certificate one : certificates) {
                writer.writeObject(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A key as PEM. */
    public static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** A server's key as PEM with its public half (RFC 5915), without which GnuTLS takes none. */
    public static String keyPem(Issued issued) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            ECPrivateKey key =
                    ECPrivateKey.getInstance(
                            PrivateKeyInfo.getInstance(issued.key().getEncoded())
                                    .parsePrivateKey());
            ASN1BitString half =
                    SubjectPublicKeyInfo.getInstance(issued.own().getPublicKey().getEncoded())
                            .getPublicKeyData();
            ECPrivateKey whole =
                    new ECPrivateKey(
                            256,
                            key.getKey(),
                            new DERBitString(half.getBytes()),
                            SECObjectIdentifiers.secp256r1);
            writer.writeObject(new PemObject("EC PRIVATE KEY", whole.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the authority's certificate into a PEM file. */
    public Path writePem(Path file) throws IOException {
        return Files.writeString(file, pem(certificate));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            X500Name subject,
            X500Name issuer,
            KeyPair own,
            KeyPair signer,
            List<String> names,
            Instant from,
            Instant until,
            boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (authority) {
                builder.addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            if (!names.isEmpty()) {
                GeneralName[] alternatives =
                        names.stream()
                                .map(n ->
                                        new GeneralName(
                                                n.matches("[0-9.]+")
                                                        ? GeneralName.iPAddress
                                                        : GeneralName.dNSName,
                                                n))
                                .toArray(GeneralName[]::new);
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(signer.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
