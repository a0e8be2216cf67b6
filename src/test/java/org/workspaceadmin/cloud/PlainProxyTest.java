package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.peer.Squid;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** Plain HTTP through a real proxy, where a request is passed on and no tunnel is made. */
class PlainProxyTest {
    @Test
    void theSignInIsTheProxysAndNotTheServices() throws IOException {
        try (Squid squid = Squid.signingIn("anna", "right");
                TinyServer server = new TinyServer(r -> TinyServer.json(200, "{}"));
                CloudConnection cloud = through(squid, server, "right")) {
            cloud.desktops(DesktopQuery.all(), 0, 1).await();

            assertThat(server.requests())
                    .singleElement()
                    .satisfies(r -> assertThat(r.header("Proxy-Authorization")).isEmpty());
            assertThat(cloud.health().tls()).isNull();
        }
    }

    @Test
    void aWrongPasswordIsShownOnce() throws IOException {
        try (Squid squid = Squid.signingIn("anna", "right");
                TinyServer server = new TinyServer(r -> TinyServer.json(200, "{}"));
                CloudConnection cloud = through(squid, server, "wrong")) {
            for (int i = 0; i < 3; i++) {
                assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                        .isInstanceOfSatisfying(
                                WriteAnswer.Refused.class,
                                refused -> {
                                    assertThat(refused.problem().kind())
                                            .isEqualTo(Kind.PROXY_AUTHENTICATION);
                                    assertThat(refused.problem().evidence())
                                            .containsEntry(Evidence.PROXY_STATUS, "407");
                                });
            }

            assertThat(squid.log(1)).singleElement().asString().contains("/407");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static CloudConnection through(Squid squid, TinyServer server, String password) {
        ProxySelector always = ProxySelector.of(new InetSocketAddress("127.0.0.1", squid.port()));
        return Cloud.connect(
                CloudSettings.single(server.uri(), Connected.PROJECT, "r", Generation.V2),
                Connected.KEYS,
                Workers.virtual("test"),
                Timer.system(),
                new Redactor(),
                WireOptions.standard()
                        .withProxy(always)
                        .withProxySignIn(new ProxySignIn("anna", Secret.of(password))));
    }
}
