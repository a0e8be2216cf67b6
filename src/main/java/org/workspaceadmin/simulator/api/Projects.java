package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/** Finding what a path or a body names. */
final class Projects {
    private final World world;

    Projects(World world) {
        this.world = world;
    }

    /** The project of the path. */
    Project of(Call call) {
        return world.project(call.variable("project_id"))
                .orElseThrow(
                        () -> Refusal.gateway(403, "APIGW.0310", "The project is unavailable."));
    }

    /** The project of the path, when its service is open. */
    Project open(Call call) {
        Project project = of(call);
        if (!project.service().open()) {
            throw Refusal.workspace(
                    403,
                    "WKS.00010099",
                    "The Workspace service is not enabled for project " + project.id() + ".");
        }
        return project;
    }

    /** The desktop of the path. */
    Desktop desktop(Call call) {
        return desktop(open(call), call.variable("desktop_id"));
    }

    Desktop desktop(Project project, String id) {
        Desktop desktop = project.fleet().find(id);
        if (desktop == null) {
            throw Refusal.workspace(404, "WKS.0204", "The desktop " + id + " does not exist.");
        }
        return desktop;
    }

    /** The desktops a body names, each once; a missing one refuses all. */
    List<Desktop> desktops(Project project, JsonNode body, int max) {
        List<Desktop> found = new ArrayList<>();
        for (String id : new LinkedHashSet<>(Call.list(body, "desktop_ids", max))) {
            found.add(desktop(project, id));
        }
        return found;
    }

    /** Refuses a desktop on which something runs. */
    static void free(Desktop desktop, String operation) {
        String busy = desktop.activity();
        if (busy != null) {
            throw Refusal.workspace(
                    409,
                    "WKS.00010032",
                    "The desktop "
                            + desktop.id()
                            + " is in state "
                            + busy
                            + " and does not allow "
                            + operation
                            + ".");
        }
    }
}
