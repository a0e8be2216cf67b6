package org.workspaceadmin.connection.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.connection.Connected;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Connector;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** A simulated service that refuses what a test says, and a connection to it. */
public final class DeniedService implements AutoCloseable {
    /** The service. */
    public final Simulator simulator;

    /** The connection to it. */
    public final Connection connection;

    /** The calls of the connection. */
    public final CloudConnection service;

    private final SimulatorClient control;
    private final Workers workers = Workers.virtual("denied");

    /** Signed in with a key at a service that has everything. */
    public DeniedService() {
        this(false, Set.of());
    }

    /**
     * Signed in.
     *
     * @param byPassword else with a key
     * @param lacks what the region lacks
     */
    public DeniedService(boolean byPassword, Set<String> lacks) {
        try {
            simulator = Simulator.start(Watched.options().withDesktops(20).withLacks(lacks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control = new SimulatorClient(simulator);
        SignIn signIn =
                byPassword
                        ? new SignIn.Password(
                                simulator.account(),
                                simulator.user(),
                                simulator.password().toCharArray())
                        : new SignIn.AccessKey(
                                simulator.accessKey(), simulator.secretKey().toCharArray());
        Connection wanted =
                new ConnectionDraft(
                                "",
                                simulator.region(),
                                simulator.endpoint().toString(),
                                simulator.projectId(),
                                Generation.V2)
                        .connection(signIn);
        Connected.To to =
                (Connected.To)
                        Connector.of(workers, Timer.system(), new Redactor(), WireOptions::standard)
                                .connect(wanted, signIn)
                                .await();
        connection = to.connection();
        service = to.service();
    }

    /** Refuses calls to a path. */
    public void deny(String path) {
        fault(JsonNodeFactory.instance.objectNode().put("kind", "deny").put("path", path));
    }

    /** Refuses calls to a path with a message that decodes to this. */
    public void deny(String path, String reason) {
        fault(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "deny")
                        .put("path", path)
                        .put("reason", reason));
    }

    private void fault(ObjectNode fault) {
        assertThat(control.control("POST", "/faults", fault.toString()).status()).isEqualTo(201);
    }

    /** Reads a desktop and is refused. */
    public Problem refusedRead() {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> service.desktop("d-1").await());
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    /** Explains what this connection was refused. */
    public Explainer explainer(URI... otherSts) {
        return new Explainer(connection, service, workers, List.of(otherSts));
    }

    @Override
    public void close() {
        service.close();
        control.close();
        simulator.close();
    }
}
