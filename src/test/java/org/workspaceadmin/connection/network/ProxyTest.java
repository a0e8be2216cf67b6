package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.peer.HttpsServer;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.peer.Squid;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.Work;

/** Through a real squid; the host's name is known to squid only. */
class ProxyTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("Service CA");

    @TempDir Path folder;

    @Test
    void callsTravelThroughTheProxyOverHttp2() throws IOException {
        try (Squid squid = Squid.open();
                HttpsServer server = service();
                Caller caller = through(squid, server)) {
            caller.desktops();
            caller.desktops();

            assertThat(server.asked())
                    .extracting(HttpsServer.Asked::version)
                    .containsOnly("HTTP/2.0");
            caller.close();
            assertThat(squid.log(1))
                    .singleElement()
                    .asString()
                    .contains("/200", "CONNECT " + Squid.HOST + ":" + server.port());
        }
    }

    @Test
    void aUserSignsInAtTheProxyAndTheServiceDoesNotLearnIt() throws IOException {
        try (Squid squid = Squid.signingIn("anna", "g:heim ß");
                HttpsServer server = service();
                Caller caller = through(squid, server).signedIn("anna", "g:heim ß")) {
            caller.desktops();

            assertThat(server.asked())
                    .extracting(HttpsServer.Asked::proxyAuthorization)
                    .containsOnly("");
            assertThat(caller.redactor.text("it is g:heim ß.")).doesNotContain("g:heim");
            caller.close();
            assertThat(squid.log(1)).singleElement().asString().contains("/200", " anna ");
        }
    }

    @Test
    void aWrongPasswordIsShownToTheProxyOnceHoweverManyCallsThereAre() throws IOException {
        try (Squid squid = Squid.signingIn("anna", "right");
                HttpsServer server = service();
                Caller caller = through(squid, server).signedIn("anna", "wrong")) {
            List<Work<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(caller.cloud.desktops(DesktopQuery.all(), 0, 1));
            }
            for (Work<?> call : calls) {
                assertThat(problemOf(call).kind()).isEqualTo(Kind.PROXY_AUTHENTICATION);
            }
            Problem problem = caller.problem();

            assertThat(problem.evidence())
                    .containsEntry(Evidence.PROXY, "127.0.0.1:" + squid.port())
                    .containsEntry(Evidence.PROXY_STATUS, "407")
                    .containsEntry(Evidence.HOST, Squid.HOST);
            assertThat(problem.neverLeft()).isTrue();
            assertThat(squid.log(1)).singleElement().asString().contains("/407");
            assertThat(server.asked()).isEmpty();

            caller.network.allowSignInAgain();
            assertThat(caller.problem().kind()).isEqualTo(Kind.PROXY_AUTHENTICATION);
            assertThat(squid.log(2)).hasSize(2);

            caller.signedIn("anna", "right");
            assertThat(caller.desktops().desktops()).isEmpty();
        }
    }

    @Test
    void aProxyThatWantsASignInAndGetsNoneSaysWhichItTakes() throws IOException {
        try (Squid squid = Squid.signingIn("anna", "right");
                HttpsServer server = service();
                Caller caller = through(squid, server)) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.PROXY_AUTHENTICATION);
            assertThat(problem.evidence()).containsEntry(Evidence.PROXY_SCHEMES, "Basic");
            assertThat(squid.log(1)).hasSize(1);
        }
    }

    @Test
    void aProxyThatDoesNotOpenTheWayIsNotTakenForTheService() throws IOException {
        try (Squid squid = Squid.refusing();
                HttpsServer server = service();
                Caller caller = through(squid, server)) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.PROXY_REFUSED);
            assertThat(problem.httpStatus()).isZero();
            assertThat(problem.evidence())
                    .containsEntry(Evidence.PROXY_STATUS, "403")
                    .containsEntry(Evidence.PROXY, "127.0.0.1:" + squid.port());
        }
    }

    @Test
    void aServiceThatTheProxyCannotReachIsTheProxysWord() throws IOException {
        int nobody = Peer.freePort();
        try (Squid squid = Squid.open();
                Caller caller =
                        Caller.through(
                                squid.port(),
                                URI.create("https://" + Squid.HOST + ":" + nobody),
                                "")) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.PROXY_REFUSED);
            assertThat(problem.evidence()).containsEntry(Evidence.PROXY_STATUS, "503");
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws IOException {
        int nobody = Peer.freePort();
        try (Caller caller = Caller.through(nobody, URI.create("https://" + Squid.HOST), "")) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.PROXY_UNREACHABLE);
            assertThat(problem.evidence()).containsEntry(Evidence.PROXY, "127.0.0.1:" + nobody);
        }
    }

    @Test
    void aProxyWithoutAnAddressIsNotTakenForTheService() {
        NetworkSettings settings = NetworkSettings.DEFAULTS.withProxy("proxy.invalid", 3128);
        try (Caller caller = new Caller(URI.create("https://" + Squid.HOST), settings)) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.PROXY_UNREACHABLE);
            assertThat(problem.evidence()).containsEntry(Evidence.PROXY, "proxy.invalid:3128");
        }
    }

    @Test
    void exceptionsDoNotTouchTheProxy() throws IOException {
        try (Squid squid = Squid.open();
                HttpsServer server = service();
                Caller caller = Caller.through(squid.port(), server.at("service.invalid"), pem())) {
            caller.change(caller.settings().withNoProxy(List.of(".invalid")));

            Problem problem = caller.problem();

            // Reached directly, the name is ours to look up, and nobody has it.
            assertThat(problem.kind()).isEqualTo(Kind.NAME_RESOLUTION);
            assertThat(problem.evidence()).doesNotContainKey(Evidence.PROXY);
            assertThat(squid.log()).isEmpty();
        }
    }

    @Test
    void thisMachineItselfIsNeverAskedThroughAProxy() throws IOException {
        try (Squid squid = Squid.open();
                HttpsServer server = service();
                Caller caller = Caller.through(squid.port(), server.at("localhost"), pem())) {
            caller.desktops();

            assertThat(server.asked()).hasSize(1);
            assertThat(squid.log()).isEmpty();
        }
    }

    @Test
    void callsSurviveAProxyThatDropsIdleConnections() throws IOException {
        try (Squid squid = Squid.impatient(1);
                HttpsServer server = service();
                Caller caller = through(squid, server)) {
            for (int round = 1; round <= 3; round++) {
                caller.desktops();
                // The tunnel has its line in the log once squid dropped it.
                assertThat(squid.log(round)).hasSize(round);
            }

            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void anotherProxyHoldsForTheNextCall() throws IOException {
        try (Squid first = Squid.open();
                Squid second = Squid.open();
                HttpsServer server = service();
                Caller caller = through(first, server)) {
            caller.desktops();
            caller.change(caller.settings().withProxy("127.0.0.1", second.port()));
            caller.desktops();
            caller.close();

            assertThat(first.log(1)).hasSize(1);
            assertThat(second.log(1)).hasSize(1);
        }
    }

    private Caller through(Squid squid, HttpsServer server) throws IOException {
        return Caller.through(squid.port(), server.at(Squid.HOST), pem());
    }

    private static HttpsServer service() {
        return HttpsServer.http2(AUTHORITY.issue(Squid.HOST, "localhost"), HttpsServer::emptyFleet);
    }

    private String pem() throws IOException {
        return AUTHORITY.writePem(folder.resolve("service.pem")).toString();
    }

    private static Problem problemOf(Work<?> work) {
        try {
            work.await();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("no problem");
    }
}
