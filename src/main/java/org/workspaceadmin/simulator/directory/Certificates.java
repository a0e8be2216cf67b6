package org.workspaceadmin.simulator.directory;

import com.unboundid.asn1.ASN1BitString;
import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1ObjectIdentifier;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** The company's own authority and what it signs; new in every run, never written anywhere. */
final class Certificates {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final SignatureAlgorithmIdentifier SIGNATURE =
            SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA;
    private static final OID BASIC_CONSTRAINTS = new OID("2.5.29.19");
    private static final OID ALTERNATIVE_NAMES = new OID("2.5.29.17");

    private final Instant now;
    private final KeyPair keys;
    private final X509Certificate authority;

    /**
     * Makes an authority.
     *
     * @param company part of its name
     * @param now its certificates are valid from the day before on
     */
    Certificates(String company, Instant now) throws GeneralSecurityException {
        this.now = now;
        keys = keys();
        try {
            authority =
                    X509Certificate.generateSelfSignedCertificate(
                            SIGNATURE,
                            keys,
                            new DN(new RDN("CN", company + " Root CA"), new RDN("O", company)),
                            from(),
                            until(),
                            new X509CertificateExtension(
                                    BASIC_CONSTRAINTS,
                                    true,
                                    new ASN1Sequence(new ASN1Boolean(true)).encode()));
        } catch (CertException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The authority's certificate. */
    java.security.cert.X509Certificate authority() throws GeneralSecurityException {
        return java(authority);
    }

    /**
     * A controller's TLS.
     *
     * @param address dotted IPv4, for which its certificate is too
     * @param names for which its certificate is, its own first
     */
    SSLContext server(String address, String... names) throws GeneralSecurityException {
        KeyPair own = keys();
        ASN1Element[] alternatives = new ASN1Element[names.length + 1];
        for (int i = 0; i < names.length; i++) {
            // [2] is a DNS name (RFC 5280 section 4.2.1.6), [7] an address.
            alternatives[i] =
                    new ASN1OctetString((byte) 0x82, names[i].getBytes(StandardCharsets.US_ASCII));
        }
        byte[] octets = new byte[4];
        String[] parts = address.split("\\.");
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        alternatives[names.length] = new ASN1OctetString((byte) 0x87, octets);
        try {
            ASN1Element[] info =
                    ASN1Sequence.decodeAsSequence(own.getPublic().getEncoded()).elements();
            ASN1Element[] algorithm = ASN1Sequence.decodeAsSequence(info[0]).elements();
            X509Certificate certificate =
                    X509Certificate.generateIssuerSignedCertificate(
                            SIGNATURE,
                            authority,
                            keys.getPrivate(),
                            ASN1ObjectIdentifier.decodeAsObjectIdentifier(algorithm[0]).getOID(),
                            algorithm[1],
                            ASN1BitString.decodeAsBitString(info[1]),
                            null,
                            new DN(new RDN("CN", names[0])),
                            from(),
                            until(),
                            new X509CertificateExtension(
                                    ALTERNATIVE_NAMES,
                                    false,
                                    new ASN1Sequence(alternatives).encode()));
            ServerKey key =
                    new ServerKey(own.getPrivate(), List.of(java(certificate), java(authority)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {key}, null, null);
            return context;
        } catch (ASN1Exception | CertException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static java.security.cert.X509Certificate java(X509Certificate certificate)
            throws GeneralSecurityException {
        return (java.security.cert.X509Certificate) certificate.toCertificate();
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private long from() {
        return now.minus(Duration.ofDays(1)).toEpochMilli();
    }

    private long until() {
        return now.plus(LIFE).toEpochMilli();
    }
}
