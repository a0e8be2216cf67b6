package org.workspaceadmin.cloud;

import java.time.Duration;
import java.util.function.Function;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Workers;

/** A connection to a {@link TinyServer}, with a clock that jumps. */
final class Connected implements AutoCloseable {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final Credentials KEYS =
            new Credentials.AccessKey("HWCEXAMPLEACCESSKEY1", "ExampleSecretKey01".toCharArray());

    final TinyServer server;
    final HandTimer timer = new HandTimer();
    final Redactor redactor = new Redactor();
    final CloudConnection cloud;

    Connected(Credentials credentials, Function<TinyServer.Request, TinyServer.Answer> handler) {
        this(credentials, Generation.V2, Duration.ofSeconds(20), handler);
    }

    Connected(
            Credentials credentials,
            Generation generation,
            Duration timeout,
            Function<TinyServer.Request, TinyServer.Answer> handler) {
        server = new TinyServer(handler);
        cloud =
                Cloud.connect(
                        CloudSettings.single(server.uri(), PROJECT, "ap-southeast-3", generation),
                        credentials,
                        Workers.virtual("test"),
                        timer,
                        redactor,
                        () -> WireOptions.standard().withTimeouts(Duration.ofSeconds(5), timeout),
                        () -> 0.5);
    }

    /** Signed with keys, always the same answer. */
    static Connected answering(int status, String body) {
        return new Connected(KEYS, r -> TinyServer.json(status, body));
    }

    @Override
    public void close() {
        cloud.close();
        server.close();
    }
}
