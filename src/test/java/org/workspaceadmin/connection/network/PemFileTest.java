package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.network.TrustFault.Kind;
import org.workspaceadmin.peer.TestAuthority;

class PemFileTest {
    private static final TestAuthority FIRST = new TestAuthority("First");
    private static final TestAuthority SECOND = new TestAuthority("Second");

    @TempDir Path folder;

    @Test
    void aBundleGivesAllItsCertificatesWhateverStandsAround() throws IOException {
        String text =
                "\uFEFF# Office\r\n"
                        + TestAuthority.pem(FIRST.certificate()).replace("\n", "\r\n")
                        + "Second, from the intranet:\n"
                        + TestAuthority.pem(SECOND.certificate())
                        + TestAuthority.pem(TestAuthority.selfSigned("x").key())
                        + "end";

        TrustSources.Part part = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(part.anchors())
                .containsExactly(
                        new Trust.Anchor(FIRST.certificate(), Trust.Source.EXTRA),
                        new Trust.Anchor(SECOND.certificate(), Trust.Source.EXTRA));
        assertThat(part.faults()).isEmpty();
    }

    @Test
    void aDamagedBlockIsToldByItsNumberAndTheOthersCount() throws IOException {
        String text =
                "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n"
                        + TestAuthority.pem(SECOND.certificate());

        TrustSources.Part part = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(part.anchors()).hasSize(1);
        assertThat(part.faults())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.kind()).isEqualTo(Kind.DAMAGED);
                    assertThat(f.detail()).isEqualTo("1");
                });
    }

    @Test
    void theBinaryFormIsTakenToo() throws IOException, CertificateEncodingException {
        assertThat(read(FIRST.certificate().getEncoded()).anchors()).hasSize(1);
    }

    @Test
    void aFileWithoutCertificatesSaysSo() throws IOException {
        assertThat(kind(read("hello".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Kind.NO_CERTIFICATE);
        assertThat(kind(read(new byte[0]))).isEqualTo(Kind.NO_CERTIFICATE);
        String key = TestAuthority.pem(TestAuthority.selfSigned("x").key());
        assertThat(kind(read(key.getBytes(StandardCharsets.UTF_8)))).isEqualTo(Kind.NO_CERTIFICATE);
    }

    @Test
    void aMissingFileAFolderAndANonsensePathAreTold() {
        assertThat(kind(sources().extra(folder.resolve("no.pem").toString())))
                .isEqualTo(Kind.MISSING);
        assertThat(kind(sources().extra(folder.toString()))).isEqualTo(Kind.UNREADABLE);
        assertThat(kind(sources().extra("\0"))).isEqualTo(Kind.UNREADABLE);
        assertThat(sources().extra("").faults()).isEmpty();
    }

    @Test
    void certificatesOutOfDateAreToldAndNotTrusted() throws IOException {
        Instant now = Instant.now();
        TestAuthority.Issued late =
                FIRST.issue(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)), "late");
        TestAuthority.Issued early =
                FIRST.issue(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "early");

        TrustSources.Part part =
                read(TestAuthority.pem(late.own(), early.own()).getBytes(StandardCharsets.UTF_8));

        assertThat(part.anchors()).isEmpty();
        assertThat(part.faults())
                .extracting(TrustFault::kind)
                .containsExactly(Kind.EXPIRED, Kind.NOT_YET_VALID);
        assertThat(part.faults().getFirst().detail()).isEqualTo("CN=late");
    }

    @Test
    void theSystemsBundleIsFoundByVariableAndABrokenOneStopsNothing() throws IOException {
        Path bundle = FIRST.writePem(folder.resolve("bundle.pem"));
        TrustSources named =
                new TrustSources(
                        InstantSource.system(),
                        Map.of("SSL_CERT_FILE", bundle.toString()),
                        "Linux");
        TrustSources broken =
                new TrustSources(
                        InstantSource.system(), Map.of("SSL_CERT_FILE", "/no/such"), "Linux");
        TrustSources windows = new TrustSources(InstantSource.system(), Map.of(), "Windows 11");

        assertThat(named.system().anchors())
                .contains(new Trust.Anchor(FIRST.certificate(), Trust.Source.SYSTEM));
        assertThat(kind(broken.system())).isEqualTo(Kind.MISSING);
        // Stores of another system do not exist here.
        assertThat(windows.system().faults())
                .extracting(TrustFault::name)
                .containsExactly("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");
    }

    @Test
    void whatTheRuntimeTrustsCountsAsBundledWhereverElseItIs() {
        Trust.Anchor bundled = Trust.bundled().anchors().getFirst();
        TrustSources.Part again =
                new TrustSources.Part(
                        List.of(
                                new Trust.Anchor(bundled.certificate(), Trust.Source.SYSTEM),
                                new Trust.Anchor(FIRST.certificate(), Trust.Source.SYSTEM)),
                        List.of());

        TrustReport report = TrustSources.together(again, sources().extra("")).report();

        assertThat(report.count(Trust.Source.BUNDLED)).isEqualTo(Trust.bundled().anchors().size());
        assertThat(report.count(Trust.Source.SYSTEM)).isEqualTo(1);
        assertThat(report.count(Trust.Source.EXTRA)).isZero();
    }

    private TrustSources.Part read(byte[] content) throws IOException {
        return sources().extra(Files.write(folder.resolve("extra.pem"), content).toString());
    }

    private static TrustSources sources() {
        return new TrustSources(InstantSource.system(), Map.of(), "Linux");
    }

    private static Kind kind(TrustSources.Part part) {
        assertThat(part.faults()).hasSize(1);
        return part.faults().getFirst().kind();
    }
}
