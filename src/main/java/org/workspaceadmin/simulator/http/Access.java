package org.workspaceadmin.simulator.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/** Who may come in, by token or by signature, and to which project. */
public final class Access {
    private final World world;
    private final KeyRing keys;
    private final Tokens tokens;

    /**
     * Guards the door.
     *
     * @param world the account and its projects
     * @param keys access keys
     * @param tokens issued tokens
     */
    public Access(World world, KeyRing keys, Tokens tokens) {
        this.world = world;
        this.keys = keys;
        this.tokens = tokens;
    }

    /**
     * Lets a request in or not.
     *
     * @param request as it came in
     * @param route where it goes
     * @param variables of its path
     * @return the caller
     * @throws Refusal 401 or 403
     */
    Caller enter(Incoming request, Route route, Map<String, String> variables) {
        if (route.guard() == Route.Guard.OPEN) {
            return new Caller(Caller.Kind.NOBODY, null);
        }
        String token = request.header("x-auth-token");
        Signature signature = Signature.parse(request.header("authorization"));
        Caller caller;
        if (token != null && route.guard() != Route.Guard.SIGNATURE) {
            Tokens.Token known = tokens.check(token);
            caller =
                    new Caller(
                            known.project() == null
                                    ? Caller.Kind.ACCOUNT_TOKEN
                                    : Caller.Kind.PROJECT_TOKEN,
                            known.project());
        } else if (signature != null && route.guard() != Route.Guard.TOKEN) {
            keys.check(request, signature);
            caller = new Caller(Caller.Kind.SIGNATURE, named(request));
        } else {
            throw Refusal.unauthenticated("auth credential miss");
        }
        String wanted = variables.get("project_id");
        if (wanted != null) {
            checkProject(caller, wanted, request.header("x-project-id"));
        }
        return caller;
    }

    private @Nullable Project named(Incoming request) {
        String id = request.header("x-project-id");
        return id == null ? null : world.project(id).orElse(null);
    }

    private void checkProject(Caller caller, String wanted, @Nullable String header) {
        Optional<Project> project = world.project(wanted);
        if (project.isEmpty()) {
            throw Refusal.gateway(403, "APIGW.0310", "The project is unavailable.");
        }
        if (caller.kind() == Caller.Kind.ACCOUNT_TOKEN) {
            throw Refusal.gateway(
                    403,
                    "APIGW.0302",
                    "The IAM user is not authorized to access the API: the token has account scope.");
        }
        boolean other =
                caller.kind() == Caller.Kind.SIGNATURE
                        ? header != null && !header.equals(wanted)
                        : !project.get().equals(caller.project());
        if (other) {
            throw Refusal.gateway(
                    403,
                    "APIGW.0302",
                    "The IAM user is not authorized to access the API: wrong project.");
        }
    }
}
