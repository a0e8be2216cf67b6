package org.workspaceadmin.connection.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.network.TrustFault.Kind;

/**
 * Reads certificates from a file: PEM with as many blocks and as much text around them as there may
 * be, or the bare DER or PKCS#7 form that Windows exports by default.
 */
final class PemFile {
    /** The largest bundle of a distribution has 300 KB. */
    private static final long LARGEST = 8L << 20;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----"
                            + "(.*?)-----END (?:X509 |TRUSTED )?CERTIFICATE-----",
                    Pattern.DOTALL);

    private PemFile() {}

    /** Certificates in the order of the file, and what is wrong with it. */
    record Content(List<X509Certificate> certificates, List<TrustFault> faults) {}

    /**
     * Reads a file; never throws.
     *
     * @param path as typed
     * @param source what to call the source in faults
     */
    static Content read(String path, Trust.Source source) {
        List<TrustFault> faults = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            Path file = Path.of(path);
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                faults.add(new TrustFault(source, path, Kind.UNREADABLE, "larger than 8 MB"));
            } else {
                parse(Files.readAllBytes(file), path, source, certificates, faults);
            }
        } catch (NoSuchFileException e) {
            faults.add(new TrustFault(source, path, Kind.MISSING, ""));
        } catch (IOException | InvalidPathException e) {
            faults.add(new TrustFault(source, path, Kind.UNREADABLE, String.valueOf(e)));
        }
        return new Content(certificates, faults);
    }

    private static void parse(
            byte[] bytes,
            String path,
            Trust.Source source,
            List<X509Certificate> certificates,
            List<TrustFault> faults) {
        Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        int number = 0;
        while (block.find()) {
            number++;
            try {
                byte[] der = Base64.getMimeDecoder().decode(block.group(1));
                certificates.addAll(certificates(der));
            } catch (CertificateException | IllegalArgumentException e) {
                faults.add(new TrustFault(source, path, Kind.DAMAGED, Integer.toString(number)));
            }
        }
        if (number == 0) {
            try {
                certificates.addAll(certificates(bytes));
            } catch (CertificateException notBinaryEither) {
                certificates.clear();
            }
        }
        if (certificates.isEmpty() && faults.isEmpty()) {
            faults.add(new TrustFault(source, path, Kind.NO_CERTIFICATE, ""));
        }
    }

    private static List<X509Certificate> certificates(byte[] der) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(der))) {
            if (certificate instanceof X509Certificate x509) {
                found.add(x509);
            }
        }
        return found;
    }
}
