package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.job.Step;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * Starting, stopping, restarting, hibernating: {@code api/desktops.md} section 9. What fails is
 * listed inside a 200; the rest changes over half the job time, without a job.
 */
final class PowerApi {
    private static final Set<String> OPERATIONS =
            Set.of("os-start", "os-stop", "reboot", "os-hibernate");

    private final World world;
    private final Projects projects;
    private final Outcomes outcomes;

    PowerApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
        outcomes = new Outcomes(world);
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/v2/{project_id}/desktops/action", this::act));
    }

    private Answer act(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        List<String> ids = Call.list(body, "desktop_ids", 100);
        String operation = Call.must(body, "op_type", 255);
        String how = Call.may(body, "type", 32);
        if (!OPERATIONS.contains(operation)) {
            throw Refusal.badRequest("field op_type is invalid");
        }
        if (how != null && !how.equals("SOFT") && !how.equals("HARD")) {
            throw Refusal.badRequest("field type is invalid");
        }
        if (ids.stream().allMatch(id -> project.fleet().find(id) == null)) {
            throw Refusal.workspace(
                    404, "WKS.0204", "The desktop " + ids.getFirst() + " does not exist.");
        }
        ObjectNode answer = Json.object();
        ArrayNode failed = answer.putArray("failed_operation_list");
        for (String id : new LinkedHashSet<>(ids)) {
            Desktop desktop = project.fleet().find(id);
            Step.Failure failure =
                    desktop == null
                            ? new Step.Failure("WKS.0204", "The desktop " + id + " does not exist.")
                            : obstacle(desktop, operation);
            if (failure != null) {
                ObjectNode entry = failed.addObject().put("desktop_id", id);
                if (desktop != null) {
                    entry.put("desktop_name", desktop.computerName());
                }
                entry.put("error_code", failure.code()).put("error_msg", failure.reason());
            } else if (desktop != null) {
                start(desktop, operation, "HARD".equals(how));
            }
        }
        return Answer.json(200, answer);
    }

    private Step.@Nullable Failure obstacle(Desktop desktop, String operation) {
        String busy = desktop.activity();
        String state = busy != null ? busy : desktop.status();
        boolean fits =
                busy == null
                        && switch (operation) {
                            case "os-start" ->
                                    Set.of("SHUTOFF", "HIBERNATED", "ERROR").contains(state);
                            case "os-stop", "reboot" -> Set.of("ACTIVE", "ERROR").contains(state);
                            default -> state.equals("ACTIVE");
                        };
        if (!fits) {
            return new Step.Failure(
                    "WKS.00010032",
                    "The desktop "
                            + desktop.id()
                            + " is in state "
                            + state
                            + " and does not allow "
                            + operation
                            + ".");
        }
        if (operation.equals("os-hibernate")
                && (!desktop.image().windows() || desktop.birth().product().gpu())) {
            return new Step.Failure(
                    "WKS.00010103",
                    "The desktop " + desktop.id() + " does not support hibernation.");
        }
        return operation.equals("os-start")
                ? outcomes.next(desktop, "start", List.of(Outcomes.START))
                : null;
    }

    private void start(Desktop desktop, String operation, boolean hard) {
        desktop.attempted();
        switch (operation) {
            case "os-start" -> over(desktop, "powering-on", "ACTIVE", "REGISTERED");
            case "os-stop" -> over(desktop, "powering-off", "SHUTOFF", "UNREGISTER");
            case "reboot" -> restart(world, desktop, hard);
            default -> over(desktop, "powering-off", "HIBERNATED", "UNREGISTER");
        }
    }

    private void over(Desktop desktop, String task, String status, String login) {
        desktop.task(task, null);
        desktop.loginStatus("UNREGISTER");
        world.timeline()
                .after(
                        world.part(0.5),
                        () -> {
                            desktop.status(status);
                            desktop.task(null, null);
                        });
        // The agent reports a while after the power state.
        world.timeline()
                .after(
                        world.part(0.6),
                        () -> {
                            if (desktop.activity() == null && desktop.status().equals(status)) {
                                desktop.loginStatus(login);
                            }
                        });
    }

    /** Restarts a desktop in its three phases. */
    static void restart(World world, Desktop desktop, boolean hard) {
        String suffix = hard ? "_hard" : "";
        desktop.task("reboot_pending" + suffix, null);
        desktop.loginStatus("UNREGISTER");
        world.timeline()
                .after(world.part(0.1), () -> desktop.task("reboot_started" + suffix, null));
        world.timeline().after(world.part(0.2), () -> desktop.task("rebooting" + suffix, null));
        world.timeline()
                .after(
                        world.part(0.5),
                        () -> {
                            desktop.status("ACTIVE");
                            desktop.task(null, null);
                        });
        world.timeline()
                .after(
                        world.part(0.6),
                        () -> {
                            if (desktop.activity() == null && desktop.status().equals("ACTIVE")) {
                                desktop.loginStatus("REGISTERED");
                            }
                        });
    }
}
