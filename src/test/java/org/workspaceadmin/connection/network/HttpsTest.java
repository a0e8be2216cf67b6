package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.TlsFacts;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.peer.HttpsServer;
import org.workspaceadmin.peer.OldTls;
import org.workspaceadmin.peer.TestAuthority;

/** Real HTTPS with every fault a certificate can have. */
class HttpsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("Office CA");

    @TempDir Path folder;

    @Test
    void anAuthorityOfTheExtraFileIsTrustedOverHttp2() throws IOException {
        try (HttpsServer server = good();
                Caller caller = Caller.direct(server.at("localhost"), pem())) {
            assertThat(caller.desktops().desktops()).isEmpty();

            TlsFacts facts = caller.tls();
            assertThat(server.asked().getFirst().version()).isEqualTo("HTTP/2.0");
            assertThat(facts.httpVersion()).isEqualTo("HTTP/2");
            assertThat(facts.protocol()).isEqualTo("TLSv1.3");
            assertThat(facts.cipher()).startsWith("TLS_");
            assertThat(facts.subject()).isEqualTo("CN=localhost");
            assertThat(facts.names()).containsExactly("localhost", "127.0.0.1");
            assertThat(facts.issuer()).contains("CN=Office CA");
            assertThat(facts.root()).isEqualTo(facts.issuer());
            assertThat(facts.rootSource()).isEqualTo(Trust.Source.EXTRA);
            assertThat(facts.inspected()).isTrue();
        }
    }

    @Test
    void aServerWithoutHttp2IsAskedByHttp11() throws IOException {
        try (HttpsServer server =
                        HttpsServer.http1(AUTHORITY.issue("localhost"), HttpsServer::emptyFleet);
                Caller caller = Caller.direct(server.at("localhost"), pem())) {
            caller.desktops();

            assertThat(server.asked().getFirst().version()).isEqualTo("HTTP/1.1");
            assertThat(caller.tls().httpVersion()).isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void anUnknownAuthorityIsNamed() {
        try (HttpsServer server = good();
                Caller caller = Caller.direct(server.at("localhost"), "")) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_UNTRUSTED);
            assertThat(problem.evidence())
                    .containsEntry(Evidence.HOST, "localhost")
                    .containsEntry(Evidence.SUBJECT, "CN=localhost")
                    .containsEntry(Evidence.ISSUER, "O=Workspace Admin Tests,CN=Office CA");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateThatSignedItselfIsTold() {
        try (HttpsServer server =
                        HttpsServer.http2(
                                TestAuthority.selfSigned("localhost"), HttpsServer::emptyFleet);
                Caller caller = Caller.direct(server.at("localhost"), missing())) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_SELF_SIGNED);
            assertThat(problem.evidence()).containsEntry(Evidence.SUBJECT, "CN=localhost");
        }
    }

    @Test
    void aCertificateOfAnotherHostTellsItsNames() throws IOException {
        try (HttpsServer server =
                        HttpsServer.http2(
                                AUTHORITY.issue("other.example", "10.0.0.1"),
                                HttpsServer::emptyFleet);
                Caller caller = Caller.direct(server.at("localhost"), pem())) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_WRONG_NAME);
            assertThat(problem.evidence())
                    .containsEntry(Evidence.HOST, "localhost")
                    .containsEntry(Evidence.NAMES, "other.example, 10.0.0.1");
        }
    }

    @Test
    void oneThatRanOutYesterdayIsExpired() throws IOException {
        Instant now = Instant.now();
        expired(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
    }

    @Test
    void oneThatBeginsTomorrowIsOutOfDateToo() throws IOException {
        Instant now = Instant.now();
        expired(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
    }

    private void expired(Instant from, Instant until) throws IOException {
        TestAuthority.Issued issued = AUTHORITY.issue(from, until, "localhost");
        try (HttpsServer server = HttpsServer.http2(issued, HttpsServer::emptyFleet);
                Caller caller = Caller.direct(server.at("localhost"), pem())) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_EXPIRED);
            assertThat(problem.evidence())
                    .containsEntry(
                            Evidence.VALID_FROM, issued.own().getNotBefore().toInstant().toString())
                    .containsEntry(
                            Evidence.VALID_UNTIL, issued.own().getNotAfter().toInstant().toString())
                    .containsEntry(Evidence.HOST, "localhost");
            assertThat(problem.neverLeft()).isTrue();
        }
    }

    @Test
    void aServerOfAnOldProtocolIsTold() throws IOException {
        for (String version : List.of("-tls1", "-tls1_1")) {
            try (OldTls server = OldTls.start(version, AUTHORITY.issue("localhost"));
                    Caller caller =
                            Caller.direct(
                                    URI.create("https://localhost:" + server.port()), pem())) {
                Problem problem = caller.problem();

                assertThat(problem.kind()).as(problem.message()).isEqualTo(Kind.TLS_PROTOCOL);
                assertThat(problem.evidence()).containsEntry(Evidence.HOST, "localhost");
            }
        }
    }

    @Test
    void anAuthorityAddedWhileTheConnectionIsOpenHoldsAtOnce() throws IOException {
        try (HttpsServer server = good();
                Caller caller = Caller.direct(server.at("localhost"), "")) {
            assertThat(caller.problem().kind()).isEqualTo(Kind.CERTIFICATE_UNTRUSTED);

            caller.change(caller.settings().withPem(pem()));

            assertThat(caller.desktops().desktops()).isEmpty();
            assertThat(caller.tls().inspected()).isTrue();
        }
    }

    @Test
    void aServersOwnCertificateInTheFileIsEnough() throws IOException {
        TestAuthority.Issued own = TestAuthority.selfSigned("localhost");
        Path file = Files.writeString(folder.resolve("own.pem"), TestAuthority.pem(own.own()));
        try (HttpsServer server = HttpsServer.http2(own, HttpsServer::emptyFleet);
                Caller caller = Caller.direct(server.at("localhost"), file.toString())) {
            caller.desktops();

            assertThat(caller.tls().rootSource()).isEqualTo(Trust.Source.EXTRA);
        }
    }

    private HttpsServer good() {
        return HttpsServer.http2(
                AUTHORITY.issue("localhost", "127.0.0.1"), HttpsServer::emptyFleet);
    }

    private String pem() throws IOException {
        return AUTHORITY.writePem(folder.resolve("office.pem")).toString();
    }

    private String missing() {
        return folder.resolve("missing.pem").toString();
    }
}
