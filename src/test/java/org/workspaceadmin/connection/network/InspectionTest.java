package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.peer.HttpsServer;
import org.workspaceadmin.peer.Mitmproxy;
import org.workspaceadmin.peer.Squid;
import org.workspaceadmin.peer.TestAuthority;

/** Through a real proxy that opens TLS with an authority of its own. */
class InspectionTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("Service CA");

    @Test
    void theProxysAuthorityIsNamedAndOnceAddedTheCallWorksAndIsCalledInspected()
            throws IOException {
        try (HttpsServer server =
                        HttpsServer.http2(AUTHORITY.issue(Squid.HOST), HttpsServer::emptyFleet);
                Mitmproxy proxy = Mitmproxy.before(server.port(), AUTHORITY);
                Caller caller = Caller.through(proxy.port(), server.at(Squid.HOST), "")) {
            Problem problem = caller.problem();

            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_UNTRUSTED);
            assertThat(problem.evidence().get(Evidence.ISSUER)).contains("CN=mitmproxy");
            assertThat(problem.evidence())
                    .containsEntry(Evidence.HOST, Squid.HOST)
                    .containsEntry(Evidence.PROXY, "127.0.0.1:" + proxy.port());
            assertThat(server.asked()).isEmpty();

            caller.change(caller.settings().withPem(proxy.authority().toString()));

            assertThat(caller.desktops().desktops()).isEmpty();
            assertThat(server.asked()).hasSize(1);
            assertThat(caller.tls().inspected()).isTrue();
            assertThat(caller.tls().root()).contains("CN=mitmproxy");
            assertThat(caller.tls().rootSource()).isEqualTo(Trust.Source.EXTRA);
            assertThat(caller.tls().httpVersion()).isEqualTo("HTTP/2");
        }
    }
}
