package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Person;
import org.workspaceadmin.simulator.world.World;

/**
 * Users, groups, organisational units and the check of a controller: {@code api/workspace.md}
 * sections 5, 8 and 9.
 */
final class DirectoryApi {
    private static final List<String> UNITS =
            List.of(
                    "Engineering",
                    "Sales",
                    "Customer Service",
                    "Finance",
                    "Operations",
                    "Quality",
                    "Marketing",
                    "Human Resources",
                    "Research",
                    "Legal");

    private final World world;
    private final Projects projects;

    DirectoryApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/{project_id}/users", this::users),
                Route.of("GET", "/v2/{project_id}/groups", this::groups),
                Route.of("GET", "/v2/{project_id}/ous", this::units),
                Route.of("GET", "/v2/{project_id}/ad-ous", this::directoryUnits),
                Route.of("GET", "/v2/{project_id}/ou-users", this::unitUsers),
                Route.of(
                        "POST",
                        "/v2/{project_id}/domain-controllers/validation",
                        "dc-validation",
                        this::validate));
    }

    private Answer users(Call call) {
        projects.open(call);
        Optional<String> name = call.text("user_name");
        Set<String> names = call.values("user_names", 100, 255);
        Optional<String> description = call.text("description");
        Optional<String> group = call.text("group_name");
        Optional<String> type =
                call.oneOf("active_type", Set.of("USER_ACTIVATE", "ADMIN_ACTIVATE"));
        boolean totals = call.flag("is_query_total_desktops").orElse(true);
        Map<String, Integer> desktops = totals ? desktopsPerUser() : Map.of();
        List<Person> found =
                world.people().stream()
                        .filter(p -> name.isEmpty() || contains(p.name(), name.get()))
                        .filter(p -> names.isEmpty() || names.contains(p.name()))
                        .filter(p ->
                                description.isEmpty()
                                        || contains(p.description(), description.get()))
                        .filter(p -> group.isEmpty() || group.get().equals("GRP-" + p.department()))
                        .filter(p -> type.orElse("ADMIN_ACTIVATE").equals("ADMIN_ACTIVATE"))
                        .toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("users");
        // Without a limit every user is answered.
        found.stream()
                .skip(call.number("offset", 0, 0, Integer.MAX_VALUE))
                .limit(call.number("limit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE))
                .forEach(p -> user(list.addObject(), p, desktops));
        return Answer.json(200, body);
    }

    private Map<String, Integer> desktopsPerUser() {
        Map<String, Integer> counts = new HashMap<>();
        for (Desktop desktop : world.main().fleet().all()) {
            String user = desktop.userName();
            if (user != null) {
                counts.merge(user, 1, Integer::sum);
            }
        }
        return counts;
    }

    private void user(ObjectNode node, Person person, Map<String, Integer> desktops) {
        node.put("id", person.id())
                .put("sid", person.sid())
                .put("user_name", person.name())
                .put("user_email", person.name() + "@example.com")
                .put("user_phone", "")
                .put("total_desktops", desktops.getOrDefault(person.name(), 0))
                .put("active_type", "ADMIN_ACTIVATE")
                .put("is_pre_user", false)
                .put("account_expires", "0")
                .put("account_expired", false)
                .put("password_never_expired", false)
                .put("enable_change_password", true)
                .put("next_login_change_password", false)
                .put("description", person.description())
                .put("locked", person.locked())
                .put("disabled", false)
                .put("domain", world.domainName());
        node.putArray("group_names").add("GRP-" + person.department());
    }

    private Answer groups(Call call) {
        projects.open(call);
        Optional<String> keyword = call.text("keyword");
        int limit = call.number("limit", 100, 1, 100);
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        Map<String, Integer> sizes = new HashMap<>();
        world.people().forEach(p -> sizes.merge(p.department(), 1, Integer::sum));
        List<String> found =
                sizes.keySet().stream()
                        .sorted()
                        .filter(d -> keyword.isEmpty() || contains("GRP-" + d, keyword.get()))
                        .toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("user_groups");
        found.stream()
                .skip(offset)
                .limit(limit)
                .forEach(d ->
                        list.addObject()
                                .put("id", world.dice().hex("group/" + d, 0))
                                .put("name", "GRP-" + d)
                                .put("description", "")
                                .put("create_time", "2023-03-01 02:00:00")
                                .put("platform_type", "AD")
                                .put("domain", world.domainName())
                                .put("user_quantity", sizes.getOrDefault(d, 0)));
        return Answer.json(200, body);
    }

    private String dn(String unit) {
        return "OU=" + unit + ",OU=Desktops,DC=" + world.domainName().replace(".", ",DC=");
    }

    private Answer units(Call call) {
        projects.open(call);
        Optional<String> name = call.text("ou_name");
        int limit = call.number("limit", 1000, 0, 1000);
        int offset = call.number("offset", 0, 0, 10_000);
        List<String> found =
                UNITS.stream()
                        .filter(u -> name.isEmpty() || contains("Desktops/" + u, name.get()))
                        .toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("ous");
        found.stream()
                .skip(offset)
                .limit(limit)
                .forEach(u ->
                        list.addObject()
                                .put("id", world.dice().hex("ou/" + u, 0))
                                .put("domain_id", world.dice().hex("domain", 0))
                                .put("domain", world.domainName())
                                .put("ou_name", "Desktops/" + u)
                                .put("ou_dn", dn(u))
                                .put("description", u + " desktops"));
        return Answer.json(200, body);
    }

    private Answer directoryUnits(Call call) {
        projects.open(call);
        int limit = call.number("limit", 1000, 0, 1000);
        int offset = call.number("offset", 0, 0, 10_000);
        ObjectNode body = Json.object().put("total_count", UNITS.size());
        ArrayNode list = body.putArray("ou_infos");
        UNITS.stream()
                .skip(offset)
                .limit(limit)
                .forEach(u -> list.addObject().put("ou_name", u).put("ou_dn", dn(u)));
        return Answer.json(200, body);
    }

    private Answer unitUsers(Call call) {
        projects.open(call);
        String unit =
                call.text("ou_dn")
                        .orElseThrow(() -> Refusal.badRequest("parameter ou_dn is mandatory"));
        int index = UNITS.stream().map(this::dn).toList().indexOf(unit);
        if (index < 0) {
            throw Refusal.workspace(500, "WKS.0915", "The OU " + unit + " is not found.");
        }
        Optional<String> name = call.text("user_name");
        int limit = call.number("limit", 200, 0, 200);
        int offset = call.number("offset", 0, 0, 10_000);
        String ou = "Desktops/" + UNITS.get(index);
        Set<String> owners = new TreeSet<>();
        world.main().fleet().all().stream()
                .filter(d -> d.birth().ou().equals(ou) && d.userName() != null)
                .forEach(d -> owners.add(String.valueOf(d.userName())));
        List<String> found =
                owners.stream().filter(u -> name.isEmpty() || contains(u, name.get())).toList();
        ObjectNode body =
                Json.object().put("total_count", found.size()).put("enable_create_count", 0);
        ArrayNode list = body.putArray("user_infos");
        found.stream()
                .skip(offset)
                .limit(limit)
                .forEach(u ->
                        list.addObject()
                                .put("user_name", u)
                                .put("expired_time", "-1")
                                .put("has_existed", true));
        return Answer.json(200, body);
    }

    private Answer validate(Call call) {
        projects.of(call);
        JsonNode body = call.body();
        Call.must(body, "domain", 255);
        Call.must(body, "dc_name", 255);
        Call.must(body, "domain_admin_account", 255);
        String address = Call.must(body, "dc_ip", 64);
        if (ApplyCheck.unreachable(address)) {
            throw Refusal.workspace(
                    400,
                    "WKS.00010013",
                    "The domain controller " + address + " cannot be reached.");
        }
        if (ApplyCheck.wrong(Call.must(body, "domain_password", 255))) {
            throw Refusal.workspace(
                    400,
                    "WKS.00010121",
                    "The domain controller refused the administrator account.");
        }
        return Answer.empty(200);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
