package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * Changing the associated user name: {@code api/desktops.md} section 7, vendor page Change
 * username. It goes by name, ignoring case, and answers before the desktops have changed: they
 * follow within a fifth of the job time.
 */
final class UserNameApi {
    private final World world;
    private final Projects projects;

    UserNameApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(Route.of("PUT", "/v2/{project_id}/desktops/change-username", this::change));
    }

    private Answer change(Call call) {
        Project project = projects.open(call);
        JsonNode body = call.body();
        String old = plain(body, "old_username");
        String wanted = plain(body, "new_username");
        String oldDomain = Call.may(body, "old_user_domain", 255);
        String newDomain = Call.may(body, "new_user_domain", 255);
        JsonNode reboot = body.path("is_reboot");
        if (!reboot.isMissingNode() && !reboot.isNull() && !reboot.isBoolean()) {
            throw Refusal.badRequest("field is_reboot is not a boolean");
        }
        List<Desktop> theirs =
                project.fleet().all().stream()
                        .filter(d -> d.userName() != null && d.userName().equalsIgnoreCase(old))
                        .filter(d -> fits(d.userDomain(), oldDomain))
                        .toList();
        if (theirs.isEmpty()) {
            throw Refusal.workspace(400, "WKS.00170312", "The user " + old + " does not exist.");
        }
        for (Desktop desktop : theirs) {
            world.timeline()
                    .after(
                            world.part(0.2),
                            () -> {
                                desktop.user(
                                        wanted,
                                        newDomain == null || newDomain.isEmpty()
                                                ? desktop.userDomain()
                                                : newDomain);
                                boolean runs =
                                        desktop.status().equals("ACTIVE")
                                                && desktop.activity() == null;
                                if (runs && reboot.asBoolean(false)) {
                                    PowerApi.restart(world, desktop, false);
                                }
                            });
        }
        return Answer.empty(204);
    }

    /** A desktop without a known domain belongs to the company's one. */
    private boolean fits(@Nullable String actual, @Nullable String wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return true;
        }
        return wanted.equalsIgnoreCase(actual == null ? world.domainName() : actual);
    }

    private static String plain(JsonNode body, String field) {
        String name = Call.must(body, field, 64);
        if (name.indexOf('\\') >= 0 || name.indexOf('@') >= 0) {
            throw Refusal.badRequest("field " + field + " must not carry the domain");
        }
        return name;
    }
}
