package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.World;

/**
 * Availability zones, quotas and enterprise projects: {@code api/network-and-images.md} sections 5
 * and 6.
 */
final class RegionApi {
    private static final List<String> ZONES = List.of("a", "b", "c");

    private final World world;
    private final Projects projects;

    RegionApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/{project_id}/availability-zones", this::zones),
                Route.of("GET", "/v2/{project_id}/availability-zones/summary", this::summary),
                Route.of("GET", "/v2/{project_id}/quotas", this::quotas),
                Route.of("GET", "/v1.0/enterprise-projects", this::enterpriseProjects));
    }

    private Answer zones(Call call) {
        boolean main = projects.of(call).equals(world.main());
        ObjectNode body = Json.object().put("total_count", ZONES.size());
        ArrayNode list = body.putArray("availability_zones");
        for (String zone : ZONES) {
            ObjectNode node =
                    zone(list.addObject(), zone)
                            .put("display_name", "AZ" + (ZONES.indexOf(zone) + 1));
            node.putObject("sold_out").putArray("products");
            node.putArray("product_ids");
            // The vendor's example says it as text, which its own SDK cannot read: so only outside
            // the main project.
            if (main) {
                node.put("visible", true);
            } else {
                node.put("visible", "true");
            }
        }
        return Answer.json(200, body);
    }

    private static ObjectNode zone(ObjectNode node, String zone) {
        int number = ZONES.indexOf(zone) + 1;
        node.put("availability_zone", World.REGION + zone)
                .put("default_availability_zone", number == 1);
        node.putObject("i18n").put("en_us", "AZ" + number).put("zh_cn", "可用区" + number);
        return node;
    }

    private Answer summary(Call call) {
        projects.of(call);
        ObjectNode body = Json.object().put("default_type", "dedicated");
        body.putArray("support_type").add("dedicated");
        ArrayNode list = body.putObject("azs").putArray("dedicated");
        ZONES.forEach(z -> zone(list.addObject(), z));
        return Answer.json(200, body);
    }

    private Answer quotas(Call call) {
        int used = projects.of(call).fleet().all().size();
        ObjectNode body = Json.object();
        ArrayNode resources = body.putObject("quotas").putArray("resources");
        quota(resources, "general_instances", Math.max(2000, used + 500), used)
                .put("unit", "count");
        quota(resources, "gpu_instances", 100, used / 25);
        quota(resources, "cores", Math.max(16_000, used * 8), used * 5);
        quota(resources, "users", Math.max(5000, used * 2), world.people().size());
        ObjectNode site = body.putArray("site_quotas").addObject().put("site_id", 1);
        quota(site.putArray("resources"), "general_instances", 0, 0);
        return Answer.json(200, body);
    }

    private static ObjectNode quota(ArrayNode list, String type, int quota, int used) {
        return list.addObject().put("type", type).put("quota", quota).put("used", used);
    }

    private Answer enterpriseProjects(Call call) {
        Optional<String> name = call.text("name");
        Optional<String> id = call.text("id");
        ArrayNode list = Json.array();
        add(list, "0", "default", name, id);
        add(list, world.dice().uuid("enterprise-project", 1), "branch-offices", name, id);
        ObjectNode body = Json.object().put("total_count", list.size());
        body.set("enterprise_projects", list);
        return Answer.json(200, body);
    }

    private static void add(
            ArrayNode list,
            String id,
            String name,
            Optional<String> wantedName,
            Optional<String> wantedId) {
        if (name.contains(wantedName.orElse("")) && wantedId.orElse(id).equals(id)) {
            list.addObject()
                    .put("id", id)
                    .put("name", name)
                    .put("description", "")
                    .put("status", 1)
                    .put("type", "prod")
                    .put("created_at", "2023-02-01T01:30:00Z")
                    .put("updated_at", "2023-02-01T01:30:00Z")
                    .put("delete_flag", false);
        }
    }
}
