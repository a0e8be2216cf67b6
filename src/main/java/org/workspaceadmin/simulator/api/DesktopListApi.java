package org.workspaceadmin.simulator.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.DesktopJson;
import org.workspaceadmin.simulator.world.Project;

/**
 * Desktop lists and one desktop: {@code api/desktops.md} sections 1 to 3. Where the pages leave
 * room: text filters match any part and ignore case, {@code limit=0} answers no rows, and a detail
 * page never holds more than 500 rows although up to 1000 may be asked for.
 */
final class DesktopListApi {
    private static final Set<String> STATES = Set.of("ACTIVE", "SHUTOFF", "ERROR", "HIBERNATED");
    private static final int DETAIL_PAGE = 500;

    private final Projects projects;

    DesktopListApi(Projects projects) {
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/{project_id}/desktops", this::summaries),
                Route.of("GET", "/v2/{project_id}/desktops/detail", this::details),
                Route.of("GET", "/v2/{project_id}/desktops/{desktop_id}", this::one));
    }

    private Answer summaries(Call call) {
        Project project = projects.open(call);
        List<Predicate<Desktop>> tests = common(call);
        Set<String> users = call.values("user_name", 100, 255);
        if (!users.isEmpty()) {
            tests.add(d -> users.stream().anyMatch(u -> contains(d.userName(), u)));
        }
        call.text("status").ifPresent(s -> tests.add(d -> d.status().equalsIgnoreCase(s)));
        int limit = call.number("limit", 1000, 0, 1000);
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        return page(select(project, tests), offset, limit, Desktop::summary);
    }

    private Answer details(Call call) {
        Project project = projects.open(call);
        List<Predicate<Desktop>> tests = common(call);
        Set<String> names = call.values("user_names", 100, 36);
        if (names.isEmpty()) {
            call.text("user_name").ifPresent(u -> tests.add(d -> contains(d.userName(), u)));
        } else {
            tests.add(d -> d.userName() != null && names.contains(d.userName()));
        }
        Set<String> computers = call.values("computer_names", 100, 255);
        if (!computers.isEmpty()) {
            tests.add(d -> computers.stream().anyMatch(c -> c.equalsIgnoreCase(d.computerName())));
        }
        call.oneOf("status", STATES).ifPresent(s -> tests.add(d -> d.status().equals(s)));
        call.flag("user_attached").ifPresent(f -> tests.add(d -> (d.userName() != null) == f));
        call.flag("in_maintenance_mode").ifPresent(f -> tests.add(d -> d.maintenance() == f));
        call.flag("is_support_internet").ifPresent(f -> tests.add(d -> d.birth().internet() == f));
        call.text("image_id").ifPresent(i -> tests.add(d -> d.image().id().equals(i)));
        call.text("availability_zone").ifPresent(z -> tests.add(d -> d.birth().zone().equals(z)));
        call.oneOf("charge_mode", Set.of("0", "1"))
                .ifPresent(m -> tests.add(d -> (d.orderId() != null) == m.equals("0")));
        int limit = Math.min(call.number("limit", DETAIL_PAGE, 0, 1000), DETAIL_PAGE);
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        return page(sorted(call, select(project, tests)), offset, limit, Desktop::detail);
    }

    private Answer one(Call call) {
        Desktop desktop = projects.desktop(call);
        // One answer in eight follows the vendor's example: arrays in two places.
        boolean odd = desktop.birth().index() % 8 == 7;
        String detail =
                new String(
                        odd ? DesktopJson.detail(desktop, true) : desktop.detail(),
                        StandardCharsets.UTF_8);
        String body = odd ? "{\"desktop\":[" + detail + "]}" : "{\"desktop\":" + detail + "}";
        return Answer.bytes(200, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Predicate<Desktop>> common(Call call) {
        List<Predicate<Desktop>> tests = new ArrayList<>();
        call.text("computer_name").ifPresent(n -> tests.add(d -> contains(d.computerName(), n)));
        call.text("desktop_ip").ifPresent(ip -> tests.add(d -> d.birth().ip().contains(ip)));
        Set<String> ids = call.values("desktop_id", 100, 255);
        if (!ids.isEmpty()) {
            tests.add(d -> ids.contains(d.id()));
        }
        call.oneOf("desktop_type", Set.of("DEDICATED", "POOLED", "SHARED"))
                .ifPresent(t -> tests.add(d -> d.birth().type().equals(t)));
        Set<String> pools = call.values("pool_id", 100, 255);
        if (!pools.isEmpty()) {
            tests.add(d -> d.birth().poolId() != null && pools.contains(d.birth().poolId()));
        }
        call.text("subnet_id").ifPresent(s -> tests.add(d -> d.birth().subnetId().equals(s)));
        call.text("enterprise_project_id")
                .ifPresent(e -> tests.add(d -> d.birth().enterpriseProject().equals(e)));
        call.flag("is_share_desktop")
                .ifPresent(f -> tests.add(d -> d.birth().type().equals("SHARED") == f));
        for (String tag : call.values("tag", 20, 255)) {
            tests.add(d -> tagged(d, tag));
        }
        return tests;
    }

    private static List<Desktop> select(Project project, List<Predicate<Desktop>> tests) {
        if (tests.isEmpty()) {
            return project.fleet().all();
        }
        Predicate<Desktop> all = tests.stream().reduce(d -> true, Predicate::and);
        return project.fleet().all().stream().filter(all).toList();
    }

    private static List<Desktop> sorted(Call call, List<Desktop> desktops) {
        Optional<String> field = call.oneOf("sort_field", Set.of("created", "computer_name"));
        boolean down = call.oneOf("sort_type", Set.of("ASC", "DESC")).orElse("ASC").equals("DESC");
        if (field.isEmpty()) {
            return desktops;
        }
        Comparator<Desktop> order =
                field.get().equals("created")
                        ? Comparator.comparing((Desktop d) -> d.birth().created())
                        : Comparator.comparing(Desktop::computerName);
        order = order.thenComparing(Desktop::id);
        return desktops.stream().sorted(down ? order.reversed() : order).toList();
    }

    private static Answer page(
            List<Desktop> found, int offset, int limit, Function<Desktop, byte[]> writer) {
        int from = Math.min(offset, found.size());
        List<Desktop> rows = found.subList(from, Math.min(found.size(), from + limit));
        ByteArrayOutputStream body = new ByteArrayOutputStream(64 + rows.size() * 2200);
        body.writeBytes(
                ("{\"total_count\":" + found.size() + ",\"desktops\":[")
                        .getBytes(StandardCharsets.US_ASCII));
        boolean first = true;
        for (Desktop row : rows) {
            if (!first) {
                body.write(',');
            }
            first = false;
            body.writeBytes(writer.apply(row));
        }
        body.write(']');
        body.write('}');
        return Answer.bytes(200, body.toByteArray());
    }

    private static boolean tagged(Desktop desktop, String tag) {
        int equals = tag.indexOf('=');
        if (equals < 1) {
            throw Refusal.badRequest("parameter tag is invalid");
        }
        List<String> tags = desktop.birth().tags();
        for (int i = 0; i < tags.size(); i += 2) {
            if (tags.get(i).equals(tag.substring(0, equals))
                    && tags.get(i + 1).equals(tag.substring(equals + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null
                && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
