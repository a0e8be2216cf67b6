package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Image;
import org.workspaceadmin.simulator.world.World;

/** What is really so with a desktop, and changes to it from outside the API. */
final class DesktopTruth {
    private DesktopTruth() {}

    static ObjectNode of(Desktop desktop) {
        Image image = desktop.image();
        Boolean outcome = desktop.forcedOutcome();
        ObjectNode node = Json.object();
        node.put("desktop_id", desktop.id())
                .put("index", desktop.birth().index())
                .put("computer_name", desktop.computerName())
                .put("status", desktop.status())
                .put("task_status", desktop.taskStatus())
                .put("process", desktop.process())
                .put("busy_with", desktop.activity())
                .put("login_status", desktop.loginStatus())
                .put("domain", word(desktop.domainStatus()))
                .put("sid_differs", desktop.sidDiffers())
                .put("user_name", desktop.userName())
                .put("user_domain", desktop.userDomain())
                .put("os_type", image.osType())
                .put("image_id", image.id())
                .put("image_name", image.name())
                .put("image_exists", image.exists())
                .put("desktop_type", desktop.birth().type())
                .put("in_maintenance_mode", desktop.maintenance())
                .put("order_id", desktop.orderId())
                .put("operations", desktop.attempts())
                .put("outcome", outcome == null ? null : outcome ? "succeed" : "fail");
        return node;
    }

    static void edit(Desktop desktop, JsonNode wish, World world) {
        if (wish.has("domain")) {
            desktop.domainStatus(ControlApi.membership(wish.path("domain").asText()));
        }
        if (wish.has("sid_differs")) {
            desktop.sidDiffers(wish.path("sid_differs").asBoolean());
        }
        if (wish.has("status")) {
            desktop.status(wish.path("status").asText());
        }
        if (wish.has("task_status")) {
            JsonNode task = wish.path("task_status");
            desktop.task(task.isNull() ? null : task.asText(), null);
        }
        if (wish.has("login_status")) {
            desktop.loginStatus(wish.path("login_status").asText());
        }
        if (wish.has("in_maintenance_mode")) {
            desktop.maintenance(wish.path("in_maintenance_mode").asBoolean());
        }
        if (wish.has("user_name")) {
            JsonNode user = wish.path("user_name");
            desktop.user(user.isNull() ? null : user.asText(), desktop.userDomain());
        }
        if (wish.has("order_id")) {
            JsonNode order = wish.path("order_id");
            desktop.orderId(order.isNull() ? null : order.asText());
        }
        if (wish.has("image_id")) {
            desktop.image(
                    world.images()
                            .find(wish.path("image_id").asText())
                            .orElseThrow(() -> Refusal.badRequest("image_id is unknown")));
        }
        if (wish.has("outcome")) {
            desktop.forcedOutcome(
                    switch (wish.path("outcome").asText()) {
                        case "succeed" -> Boolean.TRUE;
                        case "fail" -> Boolean.FALSE;
                        default -> null;
                    });
        }
    }

    private static String word(int membership) {
        return switch (membership) {
            case Desktop.IN_DOMAIN -> "in";
            case Desktop.OUT_OF_DOMAIN -> "out";
            default -> "unknown";
        };
    }
}
