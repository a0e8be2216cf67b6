package org.workspaceadmin.connection.network;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.TlsFacts;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** A connection that travels by a network with settings of the test's. */
final class Caller implements AutoCloseable {
    final Redactor redactor = new Redactor();
    final Network network;
    final CloudConnection cloud;
    private volatile NetworkSettings settings;
    private volatile String password = "";

    /** Calls an address; nothing is sent yet. */
    Caller(URI service, NetworkSettings settings) {
        this.settings = settings;
        this.network =
                new Network(
                        () -> this.settings,
                        () ->
                                password.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(password.toCharArray()),
                        redactor,
                        new Network.Surroundings(
                                Map.of(), "linux", () -> null, InstantSource.system()));
        this.cloud =
                Cloud.connect(
                        CloudSettings.single(service, "p", "r", Generation.V2),
                        new Credentials.AccessKey("AK", "ExampleSecretKey01".toCharArray()),
                        Workers.virtual("test"),
                        Timer.system(),
                        redactor,
                        network::options);
    }

    /** Straight to a server, with one more authority trusted. */
    static Caller direct(URI service, String pem) {
        return new Caller(service, NetworkSettings.DEFAULTS.withMode(ProxyMode.NONE).withPem(pem));
    }

    /** Through a proxy on this machine. */
    static Caller through(int proxyPort, URI service, String pem) {
        return new Caller(
                service, NetworkSettings.DEFAULTS.withProxy("127.0.0.1", proxyPort).withPem(pem));
    }

    Caller signedIn(String user, String secret) {
        password = secret;
        settings = settings.withUser(user);
        network.refresh();
        return this;
    }

    void change(NetworkSettings other) {
        settings = other;
    }

    NetworkSettings settings() {
        return settings;
    }

    DesktopPage desktops() {
        return cloud.desktops(DesktopQuery.all(), 0, 1).await();
    }

    /** Writes, which is never tried twice, and expects a problem before anything left. */
    Problem problem() {
        WriteAnswer answer = cloud.send(cloud.writes().rejoin("d1")).await();
        if (answer instanceof WriteAnswer.Refused refused) {
            return refused.problem();
        }
        throw new AssertionError("expected a problem: " + answer);
    }

    TlsFacts tls() {
        TlsFacts facts = cloud.health().tls();
        if (facts == null) {
            throw new AssertionError("without TLS");
        }
        return facts;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
