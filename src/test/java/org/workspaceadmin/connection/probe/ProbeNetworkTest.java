package org.workspaceadmin.connection.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.peer.HttpsServer;
import org.workspaceadmin.peer.Mitmproxy;
import org.workspaceadmin.peer.OldTls;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.peer.Squid;
import org.workspaceadmin.peer.TestAuthority;

/** The connection test through real proxies and to servers with every fault of a certificate. */
class ProbeNetworkTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("Office CA");

    @TempDir Path folder;

    @Test
    void throughAProxyTheProxyLooksTheNamesUp() throws IOException {
        try (HttpsServer server = server(AUTHORITY.issue(Squid.HOST));
                Squid squid = Squid.open()) {
            ProbeReport report = test(through(squid.port()), "", server.at(Squid.HOST));

            assertThat(report.step(StepKind.NAMES).verdict().code()).isEqualTo("proxied");
            assertThat(facts(report, StepKind.NAMES))
                    .contains(Squid.HOST + ":" + server.port() + " resolution: byProxy");
            assertThat(report.step(StepKind.PROXY).verdict())
                    .isEqualTo(Verdict.of("through", new Value.Text("127.0.0.1:" + squid.port())));
            assertThat(facts(report, StepKind.PROXY))
                    .contains(
                            "route: 127.0.0.1:" + squid.port(), "why: why.MANUAL", "reached: yes");
            assertThat(report.step(StepKind.TLS).state()).isEqualTo(StepState.PASSED);
            assertThat(facts(report, StepKind.TLS))
                    .contains("protocol: TLSv1.3", "http: HTTP/2", "subject: CN=" + Squid.HOST);
            assertThat(report.step(StepKind.CLOCK).state()).isEqualTo(StepState.PASSED);
            assertThat(report.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        }
    }

    @Test
    void aProxyThatRefusesTheWayIsTold() throws IOException {
        try (HttpsServer server = server(AUTHORITY.issue(Squid.HOST));
                Squid squid = Squid.refusing()) {
            ProbeReport report = test(through(squid.port()), "", server.at(Squid.HOST));

            failed(report, StepKind.PROXY, "refused", Problem.Kind.PROXY_REFUSED);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aProxyThatWantsASignInIsToldAndWithItEverythingWorks() throws IOException {
        try (HttpsServer server = server(AUTHORITY.issue(Squid.HOST));
                Squid squid = Squid.signingIn("ann", "let-me-out")) {
            NetworkSettings settings = through(squid.port());

            ProbeReport without = test(settings, "", server.at(Squid.HOST));
            ProbeReport right = test(settings.withUser("ann"), "let-me-out", server.at(Squid.HOST));

            failed(without, StepKind.PROXY, "signIn", Problem.Kind.PROXY_AUTHENTICATION);
            assertThat(right.step(StepKind.PROXY).state())
                    .as(String.join("\n", right.lines()))
                    .isEqualTo(StepState.PASSED);
            assertThat(right.step(StepKind.TLS).state()).isEqualTo(StepState.PASSED);
            assertThat(String.join("\n", right.lines())).doesNotContain("let-me-out");
        }
    }

    @Test
    void aSignInThatTheProxyRefusesIsTriedOnce() throws IOException {
        try (HttpsServer server = server(AUTHORITY.issue(Squid.HOST));
                Squid squid = Squid.signingIn("ann", "let-me-out")) {
            NetworkSettings settings = through(squid.port()).withUser("ann");

            ProbeReport report = test(settings, "no", server.at(Squid.HOST));

            failed(report, StepKind.PROXY, "signIn", Problem.Kind.PROXY_AUTHENTICATION);
            assertThat(squid.log(1)).hasSize(1);
        }
    }

    @Test
    void aProxyThatIsNotThereIsTold() throws IOException {
        int nobody = Peer.freePort();

        ProbeReport report = test(through(nobody), "", URI.create("https://" + Squid.HOST));

        failed(report, StepKind.PROXY, "unreachable", Problem.Kind.PROXY_UNREACHABLE);
    }

    @Test
    void aProxyWithoutAnAddressIsToldByItsName() {
        NetworkSettings settings = NetworkSettings.DEFAULTS.withProxy("proxy.nowhere.invalid", 1);

        ProbeReport report = test(settings, "", URI.create("https://" + Squid.HOST));

        failed(report, StepKind.NAMES, "missing", Problem.Kind.PROXY_UNREACHABLE);
    }

    @Test
    void anInspectingProxyIsNamedAndOnceTrustedCalledInspected() throws IOException {
        try (HttpsServer server = server(AUTHORITY.issue(Squid.HOST));
                Mitmproxy proxy = Mitmproxy.before(server.port(), AUTHORITY)) {
            NetworkSettings untrusted = through(proxy.port()).withPem("");
            URI there = server.at(Squid.HOST);

            ProbeReport before = test(untrusted, "", there);
            ProbeReport after = test(untrusted.withPem(proxy.authority().toString()), "", there);

            failed(before, StepKind.TLS, "untrusted", Problem.Kind.CERTIFICATE_UNTRUSTED);
            assertThat(before.step(StepKind.PROXY).state()).isEqualTo(StepState.PASSED);
            assertThat(before.step(StepKind.TLS).problem().evidence().get(Evidence.ISSUER))
                    .contains("mitmproxy");
            assertThat(after.step(StepKind.TLS).verdict())
                    .isEqualTo(Verdict.of("inspected", new Value.Text("mitmproxy")));
            assertThat(facts(after, StepKind.TLS)).contains("inspected: yes");
        }
    }

    @Test
    void anUnknownAuthorityIsNamed() {
        try (HttpsServer server = server(AUTHORITY.issue("localhost"))) {
            ProbeReport report = test(straight().withPem(""), "", server.at("localhost"));

            failed(report, StepKind.TLS, "untrusted", Problem.Kind.CERTIFICATE_UNTRUSTED);
            assertThat(report.step(StepKind.TLS).problem().evidence().get(Evidence.ISSUER))
                    .contains("Office CA");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateThatSignedItselfIsTold() {
        try (HttpsServer server = server(TestAuthority.selfSigned("localhost"))) {
            ProbeReport report = test(straight(), "", server.at("localhost"));

            failed(report, StepKind.TLS, "selfSigned", Problem.Kind.CERTIFICATE_SELF_SIGNED);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsTold() {
        try (HttpsServer server = server(AUTHORITY.issue("other.example"))) {
            ProbeReport report = test(straight(), "", server.at("localhost"));

            failed(report, StepKind.TLS, "wrongName", Problem.Kind.CERTIFICATE_WRONG_NAME);
        }
    }

    @Test
    void aCertificateThatRanOutIsTold() {
        Instant now = Instant.now();
        TestAuthority.Issued old =
                AUTHORITY.issue(
                        now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)), "localhost");
        try (HttpsServer server = server(old)) {
            ProbeReport report = test(straight(), "", server.at("localhost"));

            failed(report, StepKind.TLS, "expired", Problem.Kind.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void aCertificateThatEndsInTenDaysIsARemark() {
        Instant now = Instant.now();
        TestAuthority.Issued soon =
                AUTHORITY.issue(
                        now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(10)), "localhost");
        try (HttpsServer server = server(soon)) {
            ProbeReport report = test(straight(), "", server.at("localhost"));

            assertThat(report.step(StepKind.TLS).state()).isEqualTo(StepState.WARNED);
            assertThat(report.step(StepKind.TLS).verdict().code()).isEqualTo("expiring");
            assertThat(report.step(StepKind.SIGN_IN).state()).isEqualTo(StepState.PASSED);
        }
    }

    @Test
    void aServerWithAnOldProtocolIsTold() throws IOException {
        try (OldTls server = OldTls.start("-tls1_1", AUTHORITY.issue("localhost"))) {
            ProbeReport report =
                    test(straight(), "", URI.create("https://localhost:" + server.port()));

            failed(report, StepKind.TLS, "protocol", Problem.Kind.TLS_PROTOCOL);
        }
    }

    private static HttpsServer server(TestAuthority.Issued issued) {
        return HttpsServer.http2(issued, HttpsServer::emptyFleet);
    }

    private NetworkSettings straight() {
        return NetworkSettings.DEFAULTS.withMode(ProxyMode.NONE).withPem(pem());
    }

    private NetworkSettings through(int port) {
        return NetworkSettings.DEFAULTS.withProxy("127.0.0.1", port).withPem(pem());
    }

    private String pem() {
        try {
            return AUTHORITY.writePem(folder.resolve("office.pem")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProbeReport test(NetworkSettings settings, String password, URI endpoint) {
        SignIn signIn = new SignIn.AccessKey("AK", "ExampleSecretKey01".toCharArray());
        Connection connection =
                new Connection(
                        "id",
                        "test",
                        Endpoints.single(endpoint),
                        "r",
                        "p",
                        "",
                        Generation.V2,
                        Identity.key(SignInKind.ACCESS_KEY, "AK"),
                        "",
                        Marking.NONE,
                        false);
        return new Probing(settings, password).test(connection, signIn);
    }

    private static void failed(
            ProbeReport report, StepKind kind, String verdict, Problem.Kind problem) {
        ProbeStep step = report.step(kind);
        assertThat(step.state()).as(String.join("\n", report.lines())).isEqualTo(StepState.FAILED);
        assertThat(step.verdict().code()).isEqualTo(verdict);
        assertThat(step.problem()).isNotNull().extracting(Problem::kind).isEqualTo(problem);
        assertThat(report.step(StepKind.SIGN_IN).because()).isEqualTo(kind);
    }

    private static List<String> facts(ProbeReport report, StepKind kind) {
        return report.step(kind).facts().stream().map(Fact::line).toList();
    }
}
