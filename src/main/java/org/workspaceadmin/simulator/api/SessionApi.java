package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.job.Step;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * Signing users off, messages, maintenance, names and connection states: {@code api/desktops.md}
 * sections 9 to 11. A message is a job without sub-jobs: its list stays empty for good.
 */
final class SessionApi {
    private final World world;
    private final Projects projects;
    private final JobBook jobs;

    SessionApi(World world, Projects projects, JobBook jobs) {
        this.world = world;
        this.projects = projects;
        this.jobs = jobs;
    }

    List<Route> routes() {
        String base = "/v2/{project_id}/desktops";
        return List.of(
                Route.of("POST", base + "/logoff", this::logOff),
                Route.of("POST", base + "/notifications", this::message),
                Route.of("PUT", base + "/maintenance-mode", this::maintenance),
                Route.of("PUT", base + "/{desktop_id}", this::rename),
                Route.of("GET", "/v2/{project_id}/connect-desktops", this::connections));
    }

    private Answer logOff(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        Call.may(body, "message", 255);
        for (Desktop desktop : projects.desktops(project, body, 100)) {
            if (Set.of("CONNECTED", "DISCONNECTED").contains(desktop.loginStatus())
                    && !agentIsMute(desktop)) {
                world.timeline()
                        .after(
                                world.part(0.1),
                                () -> {
                                    if (desktop.status().equals("ACTIVE")) {
                                        desktop.loginStatus("REGISTERED");
                                    }
                                });
            }
        }
        return Answer.empty(200);
    }

    private Answer message(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        Call.must(body, "notifications", 4000);
        // As a whole: the job ends badly when the agent of one desktop cannot be reached.
        boolean unheard =
                projects.desktops(project, body, 100).stream().anyMatch(SessionApi::agentIsMute);
        Step.Failure failure =
                unheard
                        ? new Step.Failure(
                                "WKS.00010118",
                                "The agent on the desktop did not answer within the time limit.")
                        : null;
        return Answer.job(
                200,
                jobs.acceptWhole(project, "executeDesktopsAction", world.part(0.3), failure).id());
    }

    private static boolean agentIsMute(Desktop desktop) {
        return Boolean.FALSE.equals(desktop.forcedOutcome());
    }

    private Answer maintenance(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        JsonNode mode = body.path("in_maintenance_mode");
        if (!mode.isBoolean()) {
            throw Refusal.badRequest("field in_maintenance_mode is mandatory");
        }
        projects.desktops(project, body, 100).forEach(d -> d.maintenance(mode.booleanValue()));
        return Answer.empty(204);
    }

    private Answer rename(Call call) {
        Desktop desktop = projects.desktop(call);
        String name = Call.must(call.body().path("desktop"), "computer_name", 255);
        int positions = name.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
        if (positions > 15
                || !name.matches("[A-Za-z0-9][A-Za-z0-9\\u4e00-\\u9fa5-]*")
                || name.endsWith("-")) {
            throw Refusal.badRequest("field computer_name is invalid");
        }
        Projects.free(desktop, "update");
        boolean taken =
                projects.of(call).fleet().all().stream()
                        .anyMatch(
                                d -> !d.equals(desktop) && d.computerName().equalsIgnoreCase(name));
        if (taken) {
            throw Refusal.workspace(
                    409, "WKS.00010033", "The desktop name " + name + " is in use.");
        }
        desktop.computerName(name);
        if (desktop.status().equals("ACTIVE")) {
            PowerApi.restart(world, desktop, false);
        }
        return Answer.json(200, Json.object());
    }

    private Answer connections(Call call) {
        Project project = projects.open(call);
        Set<String> users = call.values("user_names", 100, 255);
        Optional<String> state =
                call.oneOf(
                        "connect_status",
                        Set.of("UNREGISTER", "REGISTERED", "CONNECTED", "DISCONNECTED"));
        int limit = call.number("limit", 100, 0, 1000);
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        List<Desktop> found =
                project.fleet().all().stream()
                        .filter(d -> state.isEmpty() || d.loginStatus().equals(state.get()))
                        .filter(d ->
                                users.isEmpty()
                                        || (d.userName() != null && users.contains(d.userName())))
                        .toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("desktops");
        found.stream()
                .skip(offset)
                .limit(limit)
                .forEach(d -> {
                    ObjectNode node =
                            list.addObject()
                                    .put("desktop_id", d.id())
                                    .put("desktop_name", d.computerName())
                                    .put("connect_status", d.loginStatus());
                    ArrayNode attached = node.putArray("attach_users");
                    if (d.userName() != null) {
                        attached.addObject()
                                .put("name", d.userName())
                                .put("type", "USER")
                                .put("user_group", "users");
                    }
                });
        return Answer.json(200, body);
    }
}
