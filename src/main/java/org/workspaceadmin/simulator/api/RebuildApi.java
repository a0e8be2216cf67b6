package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.job.Step;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Image;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * Rebuilding system disks: {@code api/desktops.md} section 8, vendor page Rebuild. What is wrong
 * with the image is told with status 200 and an {@code error_code}. A minute of {@code delay_time}
 * lasts a quarter of the job time.
 */
final class RebuildApi {
    private static final Set<String> TYPES = Set.of("gold", "private", "market", "shared");
    private static final double MINUTE = 0.25;

    private final World world;
    private final Projects projects;
    private final JobBook jobs;
    private final Outcomes outcomes;

    RebuildApi(World world, Projects projects, JobBook jobs) {
        this.world = world;
        this.projects = projects;
        this.jobs = jobs;
        outcomes = new Outcomes(world);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/{project_id}/desktops/rebuild", this::rebuild),
                Route.of(
                        "POST",
                        "/v2/{project_id}/desktops/check-images",
                        "check-images",
                        this::checkImages));
    }

    private Answer rebuild(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        Call.list(body, "desktop_ids", 100);
        String type = Call.must(body, "image_type", 255);
        String imageId = Call.must(body, "image_id", 255);
        String osType = Call.may(body, "os_type", 255);
        Call.may(body, "message", 400);
        Call.may(body, "enterprise_project_id", 36);
        String order = Call.may(body, "order_id", 255);
        Duration delay = delay(body.path("delay_time"));
        if (!TYPES.contains(type)) {
            throw Refusal.badRequest("field image_type is invalid");
        }
        List<Desktop> desktops = projects.desktops(project, body, 100);
        Image image = world.images().find(imageId).filter(i -> i.type().equals(type)).orElse(null);
        if (image == null) {
            return refused(
                    "WKS.00010503",
                    "The image " + imageId + " of type " + type + " does not exist.",
                    null);
        }
        if (osType != null && !osType.isEmpty() && !osType.equals(image.osType())) {
            return refused(
                    "WKS.00010504",
                    "The OS type does not match the image.",
                    osType + "/" + image.osType());
        }
        for (Desktop desktop : desktops) {
            Projects.free(desktop, "rebuild");
            if (!Set.of("ACTIVE", "SHUTOFF", "ERROR").contains(desktop.status())) {
                throw Refusal.workspace(
                        409,
                        "WKS.00010032",
                        "The desktop "
                                + desktop.id()
                                + " is in state "
                                + desktop.status()
                                + " and does not allow rebuild.");
            }
            Answer refused = refusal(desktop, image, order);
            if (refused != null) {
                return refused;
            }
        }
        List<Step> steps = steps(desktops, image, delay);
        return Answer.job(
                200,
                jobs.accept(
                                project,
                                "rebuildDesktops",
                                steps,
                                failed ->
                                        steps(
                                                failed.stream()
                                                        .map(id -> projects.desktop(project, id))
                                                        .toList(),
                                                image,
                                                Duration.ZERO))
                        .id());
    }

    private static @Nullable Answer refusal(Desktop desktop, Image image, @Nullable String order) {
        if (desktop.image().windows() != image.windows()) {
            return refused(
                    "WKS.00010505",
                    "The operating system of the image is not compatible with the desktop.",
                    desktop.id());
        }
        if (image.charged() && desktop.orderId() != null && (order == null || order.isBlank())) {
            return refused(
                    "WKS.00010506",
                    "The image is charged for: a yearly/monthly desktop needs an order ID.",
                    desktop.id());
        }
        return null;
    }

    private static Answer refused(String code, String message, @Nullable String detail) {
        ObjectNode body = Json.object().put("error_code", code).put("error_msg", message);
        if (detail != null) {
            body.put("error_detail", detail);
        }
        return Answer.json(200, body);
    }

    private Duration delay(JsonNode minutes) {
        if (minutes.isMissingNode() || minutes.isNull()) {
            return Duration.ZERO;
        }
        if (!minutes.isInt() || minutes.intValue() < 0) {
            throw Refusal.badRequest("field delay_time is invalid");
        }
        return world.part(MINUTE * minutes.intValue());
    }

    private List<Step> steps(List<Desktop> desktops, Image image, Duration delay) {
        List<Step> steps = new ArrayList<>();
        for (Desktop desktop : desktops) {
            Step.Failure failure = outcomes.next(desktop, "rebuild", Outcomes.REBUILD);
            steps.add(
                    new Step(
                            desktop,
                            failure,
                            delay,
                            () -> {
                                desktop.status("SHUTOFF");
                                desktop.loginStatus("UNREGISTER");
                                desktop.task("rebuilding", 0);
                            },
                            percent -> {
                                String task =
                                        percent < 30
                                                ? "rebuilding"
                                                : percent < 60
                                                        ? "rebuild_block_device_mapping"
                                                        : "rebuild_spawning";
                                desktop.task(task, percent);
                            },
                            () -> {
                                desktop.task(null, null);
                                desktop.status(failure == null ? "ACTIVE" : "ERROR");
                                if (failure == null) {
                                    desktop.image(image);
                                    desktop.joined(world.now());
                                    desktop.loginStatus("REGISTERED");
                                }
                            }));
        }
        return steps;
    }

    private Answer checkImages(Call call) {
        Project project = projects.open(call);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("image_infos");
        for (String id : new LinkedHashSet<>(Call.list(call.body(), "desktop_ids", 500))) {
            Desktop desktop = projects.desktop(project, id);
            Image image = desktop.image();
            // Only images that still exist are named.
            if (world.images().find(image.id()).isPresent()) {
                list.addObject()
                        .put("desktop_id", desktop.id())
                        .put("image_id", image.id())
                        .put("image_name", image.name())
                        .put("image_type", image.type())
                        .put("os_type", image.osType());
            }
        }
        return Answer.json(200, body);
    }
}
