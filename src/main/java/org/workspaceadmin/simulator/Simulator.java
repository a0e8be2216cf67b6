package org.workspaceadmin.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.api.Service;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;
import org.workspaceadmin.simulator.http.Access;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Faults;
import org.workspaceadmin.simulator.http.Gateway;
import org.workspaceadmin.simulator.http.Incoming;
import org.workspaceadmin.simulator.http.KeyRing;
import org.workspaceadmin.simulator.http.RequestLog;
import org.workspaceadmin.simulator.http.Router;
import org.workspaceadmin.simulator.http.Tokens;
import org.workspaceadmin.simulator.http.WebServer;
import org.workspaceadmin.simulator.world.World;

/** A running simulated service. All hosts of the cloud answer on its one port. */
public final class Simulator implements AutoCloseable {
    private final World world;
    private final WebServer server;
    private @Nullable SimulatedDirectory directory;
    private boolean closed;

    private Simulator(World world, WebServer server) {
        this.world = world;
        this.server = server;
    }

    /**
     * Starts a service.
     *
     * @param options what it is like
     * @return the running service
     * @throws IOException when its port cannot be had
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        World world =
                new World(options.seed(), options.desktops(), options.jobTime(), options.clock());
        KeyRing keys = new KeyRing(options.clock());
        keys.add(world.accessKey(), world.secretKey(), null, null);
        Tokens tokens = new Tokens(world.dice(), options.clock());
        Service service = new Service(world, tokens, keys);
        Faults faults = new Faults(world.dice());
        RequestLog log = new RequestLog();
        Late late = new Late();
        Gateway gateway =
                new Gateway(
                        world,
                        new Router(service.routes(), options.lacks()),
                        new Router(
                                service.control(
                                        faults, log, late::open, late::connections, late::newest),
                                options.lacks()),
                        new Access(world, keys, tokens),
                        faults,
                        log,
                        options.latency(),
                        (request, answer, headers, injected) ->
                                tell(options.observer(), request, answer, headers, injected));
        late.gateway = gateway;
        WebServer server = new WebServer(options.port(), gateway);
        late.server = server;
        return new Simulator(world, server);
    }

    private static void tell(
            Consumer<Exchange> observer,
            Incoming request,
            Answer answer,
            Map<String, List<String>> headers,
            boolean injected) {
        if (observer.equals(SimulatorOptions.NOBODY)) {
            return;
        }
        observer.accept(
                new Exchange(
                        request.number(),
                        request.at(),
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body().text(),
                        answer.status(),
                        headers,
                        answer.body().text(),
                        injected));
    }

    /**
     * Where it answers.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * The project with the fleet.
     *
     * @return its id
     */
    public String projectId() {
        return world.main().id();
    }

    /**
     * The project with the fleet.
     *
     * @return its name, which is the region
     */
    public String projectName() {
        return world.main().name();
    }

    /** Id of a second project, whose service was never applied for. */
    public String unsubscribedProjectId() {
        return world.projects().get(1).id();
    }

    /** Name of {@link #unsubscribedProjectId()}. */
    public String unsubscribedProjectName() {
        return world.projects().get(1).name();
    }

    /**
     * The region.
     *
     * @return its id
     */
    public String region() {
        return World.REGION;
    }

    /**
     * A made-up access key, fixed per seed.
     *
     * @return 20 characters
     */
    public String accessKey() {
        return world.accessKey();
    }

    /**
     * A made-up secret key, fixed per seed.
     *
     * @return 40 characters
     */
    public String secretKey() {
        return world.secretKey();
    }

    /**
     * The account.
     *
     * @return its name
     */
    public String account() {
        return world.account();
    }

    /**
     * The IAM user.
     *
     * @return its name
     */
    public String user() {
        return world.user();
    }

    /**
     * A made-up password of the IAM user, fixed per seed.
     *
     * @return the password
     */
    public String password() {
        return world.password();
    }

    /**
     * The IAM user.
     *
     * @return its id
     */
    public String userId() {
        return world.userId();
    }

    /**
     * All that a client needs, made-up secrets included.
     *
     * @return one line of JSON with {@code endpoint}, {@code projectId}, {@code accessKey}, {@code
     *     secretKey}, {@code account}, {@code user} and {@code password}
     */
    public String announcement() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", endpoint().toString())
                .put("projectId", projectId())
                .put("accessKey", accessKey())
                .put("secretKey", secretKey())
                .put("account", account())
                .put("user", user())
                .put("password", password())
                .toString();
    }

    /**
     * The company's directory, started when it is first asked for; blocks for some tens of
     * milliseconds then.
     *
     * @return the running directory, which ends with the service
     * @throws IOException when its ports cannot be had
     */
    public synchronized SimulatedDirectory directory() throws IOException {
        if (closed) {
            throw new IllegalStateException("the service has ended");
        }
        SimulatedDirectory running = directory;
        if (running == null) {
            running = SimulatedDirectory.start(world);
            directory = running;
        }
        return running;
    }

    /** Ends it, cutting off whoever waits. */
    @Override
    public void close() {
        server.close();
        synchronized (this) {
            closed = true;
            if (directory != null) {
                directory.close();
            }
        }
    }

    /** What the control path asks the server, which is made after it. */
    private static final class Late {
        private volatile @Nullable Gateway gateway;
        private volatile @Nullable WebServer server;

        int open() {
            Gateway known = gateway;
            return known == null ? 0 : known.open();
        }

        int connections() {
            WebServer known = server;
            return known == null ? 0 : known.connections();
        }

        long newest() {
            Gateway known = gateway;
            return known == null ? 0 : known.newest();
        }
    }
}
