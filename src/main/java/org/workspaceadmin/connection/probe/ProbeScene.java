package org.workspaceadmin.connection.probe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.Knock;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * What the steps about the way to the service share: where it goes, by which way, and what came of
 * knocking there.
 */
final class ProbeScene {
    /** How long one exchange may take. */
    static final Duration EXCHANGE = Duration.ofSeconds(15);

    /** How long it may take until a connection stands. */
    static final Duration CONNECT = Duration.ofSeconds(6);

    private final Connection connection;
    private final Network network;
    private final Tools tools;
    private final List<Site> sites;
    private final Map<URI, Route> routes = new ConcurrentHashMap<>();

    /** What everything here works with. */
    record Tools(Workers workers, Timer timer, Redactor redactor, Side side) {}

    /**
     * What came of knocking at a site.
     *
     * @param site where
     * @param knock the answer, null when there was none
     * @param problem why there was none, null when there was one
     */
    record Tried(Site site, @Nullable Knock knock, @Nullable Problem problem) {}

    ProbeScene(Connection connection, Network network, Tools tools) {
        this.connection = connection;
        this.network = network;
        this.tools = tools;
        sites = Site.of(connection.endpoints());
    }

    Connection connection() {
        return connection;
    }

    List<Site> sites() {
        return sites;
    }

    Timer timer() {
        return tools.timer();
    }

    Side side() {
        return tools.side();
    }

    /** The way to a site, asked once; may wait for the system's PAC script. */
    Route route(Site site) {
        return routes.computeIfAbsent(site.base(), network::route);
    }

    /** Knocks at sites, side by side. */
    List<Tried> knock(List<Site> at) {
        return side().all(at, EXCHANGE.plus(CONNECT), this::knock, this::late);
    }

    private Tried knock(Site site) {
        try {
            return new Tried(
                    site,
                    Cloud.knock(
                                    site.base(),
                                    () -> network.options().withTimeouts(CONNECT, EXCHANGE),
                                    tools.workers(),
                                    tools.timer(),
                                    tools.redactor())
                            .await(),
                    null);
        } catch (ProblemException e) {
            return new Tried(site, null, e.problem());
        }
    }

    private Tried late(Site site) {
        return new Tried(
                site,
                null,
                Problem.without(
                                Kind.TIMEOUT,
                                "GET /",
                                "no answer in " + EXCHANGE.plus(CONNECT).toSeconds() + " s",
                                timer().instant())
                        .withEvidence(Map.of(Problem.Evidence.HOST, site.host())));
    }
}
