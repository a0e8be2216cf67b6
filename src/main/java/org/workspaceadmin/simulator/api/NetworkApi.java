package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.Subnet;
import org.workspaceadmin.simulator.world.Vpc;
import org.workspaceadmin.simulator.world.World;

/**
 * Networks, subnets and address ranges, of the VPC host and of Workspace: {@code
 * api/network-and-images.md} 1 and 2.
 */
final class NetworkApi {
    private final World world;
    private final Projects projects;

    NetworkApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/{project_id}/vpcs", this::firstVpcs),
                Route.of("GET", "/v3/{project_id}/vpc/vpcs", this::thirdVpcs),
                Route.of("GET", "/v2/{project_id}/vpcs", "workspace-vpcs", this::ownVpcs),
                Route.of("GET", "/v1/{project_id}/subnets", this::firstSubnets),
                Route.of("GET", "/v3/{project_id}/vpc/virsubnets", this::thirdSubnets),
                Route.of("GET", "/v2/{project_id}/subnets", "workspace-subnets", this::ownSubnets),
                Route.of(
                        "GET",
                        "/v2/{project_id}/subnets/{subnet_id}/available-ip",
                        "workspace-subnets",
                        this::free),
                Route.of("GET", "/v2.0/network-ip-availabilities/{network_id}", this::availability),
                Route.of("POST", "/v2/{project_id}/check-cidr", "check-cidr", this::checkCidr));
    }

    private Answer firstVpcs(Call call) {
        Optional<String> id = call.text("id");
        List<Vpc> all =
                world.networks().vpcs().stream()
                        .filter(v -> id.isEmpty() || v.id().equals(id.get()))
                        .toList();
        ArrayNode list = Json.array();
        page(call, all, Vpc::id).forEach(v -> describe(list.addObject(), v, "OK"));
        return Answer.json(200, Json.object().set("vpcs", list));
    }

    private Answer thirdVpcs(Call call) {
        Set<String> names = call.values("name", 100, 255);
        List<Vpc> all =
                world.networks().vpcs().stream()
                        .filter(v -> names.isEmpty() || names.contains(v.name()))
                        .toList();
        List<Vpc> rows = page(call, all, Vpc::id);
        ObjectNode body = Json.object().put("request_id", requestId(call));
        ArrayNode list = body.putArray("vpcs");
        rows.forEach(v -> describe(list.addObject(), v, "ACTIVE").putArray("extend_cidrs"));
        body.set("page_info", pageInfo(all, rows, Vpc::id));
        return Answer.json(200, body);
    }

    private Answer ownVpcs(Call call) {
        Project project = projects.of(call);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("vpcs");
        world.networks()
                .vpcs()
                .forEach(v ->
                        list.addObject()
                                .put("id", v.id())
                                .put("name", v.name())
                                .put("cidr", v.cidr())
                                .put("status", "OK")
                                .put("created_at", v.createdAt().toString())
                                .put("tenant_id", project.id()));
        return Answer.json(200, body);
    }

    private static ObjectNode describe(ObjectNode node, Vpc vpc, String status) {
        return node.put("id", vpc.id())
                .put("name", vpc.name())
                .put("cidr", vpc.cidr())
                .put("description", vpc.description())
                .put("status", status)
                .put("enterprise_project_id", "0")
                .put("created_at", vpc.createdAt().toString())
                .put("updated_at", vpc.createdAt().toString());
    }

    private List<Subnet> subnetsOf(Call call) {
        Optional<String> vpc = call.text("vpc_id");
        return world.networks().subnets().stream()
                .filter(s -> vpc.isEmpty() || s.vpcId().equals(vpc.get()))
                .toList();
    }

    private Answer firstSubnets(Call call) {
        ArrayNode list = Json.array();
        page(call, subnetsOf(call), Subnet::id)
                .forEach(s -> {
                    ObjectNode node =
                            describe(list.addObject(), s)
                                    .put("neutron_network_id", s.id())
                                    .put("available_ip_address_count", left(s));
                    node.putArray("dnsList").add(s.primaryDns()).add(s.secondaryDns());
                });
        return Answer.json(200, Json.object().set("subnets", list));
    }

    private Answer thirdSubnets(Call call) {
        List<Subnet> all = subnetsOf(call);
        List<Subnet> rows = page(call, all, Subnet::id);
        ObjectNode body = Json.object().put("request_id", requestId(call));
        ArrayNode list = body.putArray("virsubnets");
        rows.forEach(s -> describe(list.addObject(), s));
        body.set("page_info", pageInfo(all, rows, Subnet::id));
        return Answer.json(200, body);
    }

    private Answer ownSubnets(Call call) {
        Set<String> chosen = Set.copyOf(projects.of(call).service().subnets);
        List<Subnet> rows = subnetsOf(call);
        ObjectNode body = Json.object().put("subnet_size", rows.size());
        ArrayNode list = body.putArray("subnets");
        rows.forEach(s ->
                describe(list.addObject(), s)
                        .put("unused", !chosen.contains(s.id()))
                        .put("checked", chosen.contains(s.id())));
        return Answer.json(200, body);
    }

    private static ObjectNode describe(ObjectNode node, Subnet subnet) {
        return node.put("id", subnet.id())
                .put("name", subnet.name())
                .put("description", "")
                .put("cidr", subnet.cidr())
                .put("gateway_ip", subnet.gateway())
                .put("vpc_id", subnet.vpcId())
                .put("dhcp_enable", subnet.dhcp())
                .put("ipv6_enable", false)
                .put("primary_dns", subnet.primaryDns())
                .put("secondary_dns", subnet.secondaryDns())
                .put("status", "ACTIVE")
                .put("availability_zone", "")
                .put("neutron_subnet_id", subnet.neutronSubnetId());
    }

    private Subnet subnet(String id) {
        return world.networks()
                .subnet(id)
                .orElseThrow(() ->
                        Refusal.workspace(
                                404, "WKS.0220", "The subnet " + id + " does not exist."));
    }

    private int used(Subnet subnet) {
        return (int)
                world.main().fleet().all().stream()
                        .filter(d -> d.birth().subnetId().equals(subnet.id()))
                        .count();
    }

    private int left(Subnet subnet) {
        return Math.max(0, subnet.capacity() - used(subnet));
    }

    private Answer free(Call call) {
        projects.of(call);
        return Answer.json(
                200, Json.object().put("available_ip", left(subnet(call.variable("subnet_id")))));
    }

    private Answer availability(Call call) {
        Subnet subnet = subnet(call.variable("network_id"));
        ObjectNode body = Json.object();
        ObjectNode node = body.putObject("network_ip_availability");
        node.put("network_id", subnet.id())
                .put("network_name", subnet.name())
                .put("total_ips", subnet.capacity())
                .put("used_ips", used(subnet));
        node.putArray("subnet_ip_availability")
                .addObject()
                .put("subnet_id", subnet.neutronSubnetId())
                .put("cidr", subnet.cidr())
                .put("total_ips", subnet.capacity())
                .put("used_ips", used(subnet));
        return Answer.json(200, body);
    }

    private Answer checkCidr(Call call) {
        projects.of(call);
        JsonNode body = call.body();
        ObjectNode answer = Json.object();
        ArrayNode conflicts = Json.array();
        for (String cidr : Call.list(body, "tenant_cidrs", 100)) {
            if (ServiceNetwork.overlapsManagement(cidr)) {
                conflicts.add(cidr);
            }
        }
        answer.putArray("manage_cidrs").add(ServiceNetwork.MANAGEMENT);
        answer.set("conflict_cidrs", conflicts);
        return Answer.json(200, answer);
    }

    private static <T> List<T> page(Call call, List<T> all, Function<T, String> id) {
        int limit = call.number("limit", 2000, 0, 2000);
        Optional<String> marker = call.text("marker");
        int from = 0;
        if (marker.isPresent()) {
            from = all.stream().map(id).toList().indexOf(marker.get()) + 1;
        }
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    private static <T> ObjectNode pageInfo(List<T> all, List<T> rows, Function<T, String> id) {
        ObjectNode info = Json.object().put("current_count", rows.size());
        if (!rows.isEmpty()) {
            info.put("previous_marker", id.apply(rows.getFirst()));
            if (!rows.getLast().equals(all.getLast())) {
                info.put("next_marker", id.apply(rows.getLast()));
            }
        }
        return info;
    }

    private String requestId(Call call) {
        return world.dice().hex("request", call.incoming().number());
    }
}
