package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * Domain check, rejoin and SIDs: {@code api/desktops.md} sections 4 to 6, vendor pages Rejoin and
 * SIDs. A rejoin restarts the desktop and shows it registered before the job has ended; one whose
 * SID differs fails until the SID is updated.
 */
final class DomainApi {
    private final World world;
    private final Projects projects;
    private final JobBook jobs;
    private final Outcomes outcomes;

    DomainApi(World world, Projects projects, JobBook jobs) {
        this.world = world;
        this.projects = projects;
        this.jobs = jobs;
        outcomes = new Outcomes(world);
    }

    List<Route> routes() {
        String base = "/v2/{project_id}/desktops";
        return List.of(
                Route.of("POST", base + "/batch-rejoin-domain/check", "domain-check", this::check),
                Route.of(
                        "POST", base + "/batch-rejoin-domain", "batch-rejoin", this::rejoinSeveral),
                Route.of("POST", base + "/{desktop_id}/rejoin-domain", this::rejoinOne),
                Route.of("PUT", base + "/sids", this::sids));
    }

    private Answer check(Call call) {
        Project project = projects.open(call);
        ObjectNode body = Json.object();
        ArrayNode list = Json.array();
        for (String id : new LinkedHashSet<>(checkedIds(call.body()))) {
            Desktop desktop = projects.desktop(project, id);
            Step.Failure obstacle = obstacle(desktop);
            boolean able =
                    obstacle == null
                            && desktop.activity() == null
                            && desktop.domainStatus() == Desktop.OUT_OF_DOMAIN;
            ObjectNode item = list.addObject();
            item.put("desktop_id", desktop.id())
                    .put("desktop_name", desktop.computerName())
                    .put("image_name", desktop.image().name())
                    .put("domain_status", desktop.domainStatus())
                    .put("rejoin_able", able);
            if (!able) {
                Step.Failure why = obstacle != null ? obstacle : quiet(desktop);
                item.put("error_code", why.code()).put("error_msg", why.reason());
            }
        }
        body.put("total_count", list.size());
        body.set("desktops", list);
        return Answer.json(200, body);
    }

    private static List<String> checkedIds(JsonNode body) {
        List<String> ids = Call.list(body, "desktop_ids", 100);
        if (ids.stream().anyMatch(id -> id.length() > 64)) {
            throw Refusal.badRequest("field desktop_ids has an invalid entry");
        }
        return ids;
    }

    private Answer rejoinOne(Call call) {
        Desktop desktop = projects.desktop(call);
        return Answer.job(202, rejoin(projects.of(call), List.of(desktop)));
    }

    private Answer rejoinSeveral(Call call) {
        Project project = projects.open(call);
        checkedIds(call.body());
        return Answer.job(200, rejoin(project, projects.desktops(project, call.body(), 100)));
    }

    private String rejoin(Project project, List<Desktop> desktops) {
        for (Desktop desktop : desktops) {
            Projects.free(desktop, "rejoin-domain");
            Step.Failure obstacle = obstacle(desktop);
            if (obstacle != null) {
                throw Refusal.workspace(
                        desktops.size() == 1 ? 412 : 409, obstacle.code(), obstacle.reason());
            }
        }
        return jobs.accept(
                        project,
                        "desktopRejoinDomain",
                        steps(desktops),
                        failed ->
                                steps(
                                        failed.stream()
                                                .map(id -> projects.desktop(project, id))
                                                .toList()))
                .id();
    }

    private List<Step> steps(List<Desktop> desktops) {
        List<Step> steps = new ArrayList<>();
        for (Desktop desktop : desktops) {
            Step.Failure failure =
                    desktop.forcedOutcome() != null
                            ? outcomes.next(desktop, "rejoin", Outcomes.REJOIN)
                            : desktop.sidDiffers()
                                    ? Outcomes.SID_CONFLICT
                                    : world.reuseBlocked(desktop)
                                            ? Outcomes.REUSE_BLOCKED
                                            : outcomes.next(desktop, "rejoin", Outcomes.REJOIN);
            steps.add(
                    new Step(
                            desktop,
                            failure,
                            Duration.ZERO,
                            () -> {
                                desktop.task("rebooting", null);
                                desktop.loginStatus("UNREGISTER");
                            },
                            percent -> {
                                if (percent == 60) {
                                    desktop.loginStatus("REGISTERED");
                                }
                            },
                            () -> {
                                desktop.task(null, null);
                                if (failure == null) {
                                    desktop.joined(world.now());
                                }
                            }));
        }
        return steps;
    }

    private Answer sids(Call call) {
        Project project = projects.open(call);
        List<Desktop> desktops = new ArrayList<>();
        for (String id : new LinkedHashSet<>(Call.list(call.body(), "desktop_ids", 100))) {
            Desktop desktop = project.fleet().find(id);
            if (desktop == null) {
                throw Refusal.workspace(400, "WKS.0204", "The desktop ID " + id + " is not found.");
            }
            desktops.add(desktop);
        }
        for (Desktop desktop : desktops) {
            Projects.free(desktop, "update-sid");
            Step.Failure obstacle = obstacle(desktop);
            if (obstacle != null) {
                throw Refusal.workspace(412, obstacle.code(), obstacle.reason());
            }
        }
        List<Desktop> differing = desktops.stream().filter(Desktop::sidDiffers).toList();
        if (differing.isEmpty()) {
            return Answer.empty(204);
        }
        if (desktops.size() == 1) {
            align(desktops.getFirst());
            return Answer.empty(200);
        }
        return Answer.job(
                202, jobs.accept(project, "updateDesktopSids", sidSteps(desktops), null).id());
    }

    private List<Step> sidSteps(List<Desktop> desktops) {
        List<Step> steps = new ArrayList<>();
        for (Desktop desktop : desktops) {
            Step.Failure failure = outcomes.next(desktop, "sid", Outcomes.REJOIN);
            steps.add(
                    new Step(
                            desktop,
                            failure,
                            Duration.ZERO,
                            () -> desktop.task("updating", null),
                            Step.Progress.NONE,
                            () -> {
                                desktop.task(null, null);
                                if (failure == null) {
                                    align(desktop);
                                }
                            }));
        }
        return steps;
    }

    private static void align(Desktop desktop) {
        if (desktop.sidDiffers()) {
            desktop.sidDiffers(false);
            desktop.domainStatus(Desktop.IN_DOMAIN);
        }
    }

    /** What keeps a desktop from rejoining and from getting another SID, besides a running task. */
    private Step.@Nullable Failure obstacle(Desktop desktop) {
        if (!desktop.image().windows()) {
            return new Step.Failure(
                    "WKS.00010112",
                    "The desktop " + desktop.computerName() + " does not run Windows.");
        }
        if (desktop.birth().type().equals("POOLED")) {
            return new Step.Failure(
                    "WKS.00010113",
                    "The desktop " + desktop.computerName() + " belongs to a desktop pool.");
        }
        if (!desktop.status().equals("ACTIVE") && desktop.activity() == null) {
            return new Step.Failure(
                    "WKS.00010114", "The desktop " + desktop.computerName() + " is not running.");
        }
        return null;
    }

    private Step.Failure quiet(Desktop desktop) {
        String busy = desktop.activity();
        if (busy != null) {
            return new Step.Failure(
                    "WKS.00010032",
                    "The desktop is in state " + busy + " and does not allow rejoin-domain.");
        }
        return desktop.domainStatus() == Desktop.NOT_REPORTED
                ? new Step.Failure(
                        "WKS.00010117", "The desktop has not reported its domain status.")
                : new Step.Failure(
                        "WKS.00010116",
                        "The desktop is already in the domain " + world.domainName() + ".");
    }
}
