package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Faults;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.RequestLog;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.http.Tokens;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.World;

/**
 * The calls below {@code /_simulator}, without sign-in; described in the simulator's package page.
 */
final class ControlApi {
    private final World world;
    private final JobBook jobs;
    private final Faults faults;
    private final RequestLog log;
    private final Tokens tokens;
    private final Gauges gauges;

    /** What the server counts. */
    interface Gauges {
        /**
         * Exchanges under way.
         *
         * @return a count
         */
        int openExchanges();

        /**
         * Connections.
         *
         * @return a count
         */
        int connections();

        /**
         * The newest request's number.
         *
         * @return 0 before the first
         */
        long newest();
    }

    ControlApi(
            World world,
            JobBook jobs,
            Faults faults,
            RequestLog log,
            Tokens tokens,
            Gauges gauges) {
        this.world = world;
        this.jobs = jobs;
        this.faults = faults;
        this.log = log;
        this.tokens = tokens;
        this.gauges = gauges;
    }

    List<Route> routes() {
        return List.of(
                open("GET", "/_simulator/state", this::state),
                open("GET", "/_simulator/faults", c -> Answer.json(200, faults.list())),
                open("POST", "/_simulator/faults", this::addFault),
                open("DELETE", "/_simulator/faults", this::clearFaults),
                open("DELETE", "/_simulator/faults/{fault_id}", this::removeFault),
                open("GET", "/_simulator/requests", this::requests),
                open("POST", "/_simulator/tokens/outdate", this::outdateTokens),
                open("POST", "/_simulator/projects/{project_id}/lock", this::lockService),
                open("GET", "/_simulator/desktops", this::desktops),
                open("GET", "/_simulator/desktops/{desktop_id}", this::desktop),
                open("POST", "/_simulator/desktops/{desktop_id}", this::edit));
    }

    private static Route open(String method, String path, Route.Handler handler) {
        return Route.of(method, path, handler).guarded(Route.Guard.OPEN);
    }

    private Answer state(Call call) {
        return Answer.json(
                200,
                Json.object()
                        .put("open_exchanges", gauges.openExchanges())
                        .put("connections", gauges.connections())
                        .put("newest_request", gauges.newest())
                        .put("open_jobs", jobs.open())
                        .put("jobs", jobs.all().size())
                        .put("desktops", world.main().fleet().all().size())
                        .put("time", world.now().toString()));
    }

    private Answer addFault(Call call) {
        return Answer.json(201, Json.object().put("id", faults.add(call.body())));
    }

    private Answer clearFaults(Call call) {
        faults.clear();
        return Answer.empty(204);
    }

    private Answer removeFault(Call call) {
        String id = call.variable("fault_id");
        boolean removed = id.matches("\\d{1,18}") && faults.remove(Long.parseLong(id));
        return Answer.empty(removed ? 204 : 404);
    }

    private Answer requests(Call call) {
        long since = call.number("since", 0, 0, Integer.MAX_VALUE);
        ObjectNode body = Json.object().put("newest", gauges.newest());
        body.set("requests", log.list(since));
        return Answer.json(200, body);
    }

    private Answer outdateTokens(Call call) {
        tokens.outdate();
        return Answer.empty(204);
    }

    private Answer lockService(Call call) {
        ServiceApi.lock(world, new Projects(world).of(call), Call.may(call.body(), "reason", 255));
        return Answer.empty(204);
    }

    private Answer desktops(Call call) {
        var domain = call.text("domain").map(ControlApi::membership);
        int limit = call.number("limit", 100, 0, 100_000);
        ObjectNode body = Json.object();
        var list = body.putArray("desktops");
        world.main().fleet().all().stream()
                .filter(d -> domain.isEmpty() || d.domainStatus() == domain.get())
                .limit(limit)
                .forEach(d -> list.add(DesktopTruth.of(d)));
        return Answer.json(200, body);
    }

    private Desktop find(Call call) {
        Desktop desktop = world.main().fleet().find(call.variable("desktop_id"));
        if (desktop == null) {
            throw Refusal.workspace(404, "SIM.0404", "no such desktop");
        }
        return desktop;
    }

    private Answer desktop(Call call) {
        return Answer.json(200, DesktopTruth.of(find(call)));
    }

    private Answer edit(Call call) {
        Desktop desktop = find(call);
        JsonNode wish = call.body();
        DesktopTruth.edit(desktop, wish, world);
        return Answer.json(200, DesktopTruth.of(desktop));
    }

    /** The domain check's number for a word. */
    static int membership(String word) {
        return switch (word) {
            case "in" -> Desktop.IN_DOMAIN;
            case "out" -> Desktop.OUT_OF_DOMAIN;
            case "unknown" -> Desktop.NOT_REPORTED;
            default -> throw Refusal.badRequest("domain is in, out or unknown");
        };
    }
}
