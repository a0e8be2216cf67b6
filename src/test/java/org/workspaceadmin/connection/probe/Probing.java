package org.workspaceadmin.connection.probe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** A connection test with everything it needs, and what was heard of it. */
final class Probing {
    final List<ProbeStep> heard = new CopyOnWriteArrayList<>();
    final ConnectionProbe probe;

    /** Straight out, whatever proxy this machine has. */
    Probing() {
        this(NetworkSettings.DEFAULTS.withMode(ProxyMode.NONE), "");
    }

    /** By a network with settings, and the proxy's password, empty for none. */
    Probing(NetworkSettings settings, String proxyPassword) {
        this(settings, proxyPassword, Timer.system());
    }

    /** By a time of the test's. */
    Probing(Timer timer) {
        this(NetworkSettings.DEFAULTS.withMode(ProxyMode.NONE), "", timer);
    }

    private Probing(NetworkSettings settings, String proxyPassword, Timer timer) {
        Redactor redactor = new Redactor();
        Network network =
                Network.of(
                        () -> settings,
                        () ->
                                Optional.of(proxyPassword)
                                        .filter(password -> !password.isEmpty())
                                        .map(String::toCharArray),
                        redactor,
                        timer);
        probe = ConnectionProbe.of(Workers.virtual("probe"), timer, redactor, network);
    }

    ProbeReport test(Connection connection, SignIn signIn) {
        return start(ProbeRequest.of(connection, signIn)).await();
    }

    ProbeReport test(Connection connection, SignIn signIn, Duration clockOffset) {
        return start(new ProbeRequest(connection, signIn, clockOffset)).await();
    }

    Work<ProbeReport> start(ProbeRequest request) {
        heard.clear();
        return probe.start(request, heard::add);
    }

    /** A connection to the given address, without a project when that is empty. */
    static Connection connection(URI endpoint, String region, String project, SignIn signIn) {
        return new ConnectionDraft("", region, endpoint.toString(), project, Generation.V2)
                .connection(signIn);
    }

    /** A connection to a simulator's main project. */
    static Connection connection(Simulator simulator, SignIn signIn) {
        return connection(simulator.endpoint(), simulator.region(), simulator.projectId(), signIn);
    }

    static SignIn key(Simulator simulator) {
        return new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray());
    }

    static SignIn password(Simulator simulator) {
        return new SignIn.Password(
                simulator.account(), simulator.user(), simulator.password().toCharArray());
    }
}
