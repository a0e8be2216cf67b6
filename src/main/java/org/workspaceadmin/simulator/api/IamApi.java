package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.KeyRing;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.http.Tokens;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/** Tokens, projects and temporary keys: {@code api/iam-and-signing.md} sections 1 to 3. */
final class IamApi {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final World world;
    private final Tokens tokens;
    private final KeyRing keys;
    private int temporary;

    IamApi(World world, Tokens tokens, KeyRing keys) {
        this.world = world;
        this.tokens = tokens;
        this.keys = keys;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v3/auth/tokens", this::signIn).guarded(Route.Guard.OPEN),
                Route.of("GET", "/v3/auth/tokens", this::validate).guarded(Route.Guard.TOKEN),
                Route.of("GET", "/v3/projects", this::projects),
                Route.of("GET", "/v3/auth/projects", this::projects),
                Route.of("GET", "/v3/auth/domains", this::accounts),
                Route.of("GET", "/v3/regions", this::regions),
                Route.of("POST", "/v3.0/OS-CREDENTIAL/securitytokens", this::temporaryKey)
                        .guarded(Route.Guard.TOKEN));
    }

    private Answer signIn(Call call) {
        JsonNode auth = body(call).path("auth");
        JsonNode identity = auth.path("identity");
        List<String> methods = new ArrayList<>();
        identity.path("methods").forEach(m -> methods.add(m.asText()));
        JsonNode user = identity.path("password").path("user");
        String account = user.path("domain").path("name").asText("");
        String name = user.path("name").asText("");
        String password = user.path("password").asText("");
        if (!methods.contains("password")
                || account.isEmpty()
                || name.isEmpty()
                || password.isEmpty()) {
            throw Refusal.iam(400, "The request body is invalid: identity.password is incomplete.");
        }
        if (!account.equals(world.account())
                || !name.equals(world.user())
                || !password.equals(world.password())) {
            throw Refusal.iam(401, "The username or password is wrong.");
        }
        if (methods.contains("totp")
                && !identity.path("totp")
                        .path("user")
                        .path("id")
                        .asText("")
                        .equals(world.userId())) {
            throw Refusal.iam(401, "The verification code is wrong.");
        }
        Tokens.Token token = tokens.issue(scope(auth.path("scope")));
        return Answer.json(201, describe(token, methods)).with("X-Subject-Token", token.text());
    }

    private @Nullable Project scope(JsonNode scope) {
        JsonNode project = scope.path("project");
        if (!project.isObject()) {
            return null;
        }
        String id = project.path("id").asText("");
        String name = project.path("name").asText("");
        return world.projects().stream()
                .filter(p -> p.id().equals(id) || (id.isEmpty() && p.name().equals(name)))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.iam(
                                401, "The project does not exist or you have no access to it."));
    }

    private ObjectNode describe(Tokens.Token token, List<String> methods) {
        ObjectNode body = Json.object();
        ObjectNode node = body.putObject("token");
        node.put("expires_at", MICROS.format(token.expires()))
                .put("issued_at", MICROS.format(token.issued()));
        ArrayNode used = node.putArray("methods");
        methods.forEach(used::add);
        node.putArray("catalog");
        node.putArray("roles").addObject().put("id", "0").put("name", "te_admin");
        Project project = token.project();
        ObjectNode scope = node.putObject(project == null ? "domain" : "project");
        if (project == null) {
            scope.put("id", world.accountId()).put("name", world.account());
        } else {
            scope.put("id", project.id()).put("name", project.name());
            scope.putObject("domain").put("id", world.accountId()).put("name", world.account());
        }
        ObjectNode user = node.putObject("user");
        user.put("id", world.userId()).put("name", world.user()).put("password_expires_at", "");
        user.putObject("domain").put("id", world.accountId()).put("name", world.account());
        return body;
    }

    private Answer validate(Call call) {
        String subject = call.incoming().header("x-subject-token");
        Tokens.Token token = subject == null ? null : tokens.find(subject);
        if (token == null) {
            throw Refusal.iam(404, "The token was not found.");
        }
        return Answer.json(200, describe(token, List.of("password")))
                .with("X-Subject-Token", token.text());
    }

    private Answer projects(Call call) {
        Optional<String> name = call.text("name");
        Optional<String> account = call.text("domain_id");
        Optional<Boolean> enabled = call.flag("enabled");
        int size = call.number("per_page", 5000, 1, 5000);
        int page = call.number("page", 1, 1, Integer.MAX_VALUE);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("projects");
        world.projects().stream()
                .filter(p -> name.isEmpty() || p.name().equals(name.get()))
                .filter(p -> account.isEmpty() || account.get().equals(world.accountId()))
                .filter(p -> enabled.orElse(true))
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(p ->
                        list.addObject()
                                .put("id", p.id())
                                .put("name", p.name())
                                .put("enabled", true)
                                .put("is_domain", false)
                                .put("domain_id", world.accountId())
                                .put("parent_id", world.accountId())
                                .put("description", p.description()));
        ObjectNode links = body.putObject("links");
        links.put("self", "https://iam." + World.REGION + ".myhuaweicloud.com/v3/projects");
        links.putNull("next").putNull("previous");
        return Answer.json(200, body);
    }

    private Answer accounts(Call call) {
        ObjectNode body = Json.object();
        body.putArray("domains")
                .addObject()
                .put("id", world.accountId())
                .put("name", world.account())
                .put("enabled", true)
                .put("description", "");
        return Answer.json(200, body);
    }

    private Answer regions(Call call) {
        ObjectNode body = Json.object();
        ObjectNode region = body.putArray("regions").addObject();
        region.put("id", World.REGION).put("type", "public").put("description", "");
        region.putNull("parent_region_id");
        region.putObject("locales").put("en-us", "AP-Singapore").put("zh-cn", "亚太-新加坡");
        return Answer.json(200, body);
    }

    private Answer temporaryKey(Call call) {
        JsonNode identity = body(call).path("auth").path("identity");
        if (!identity.path("methods").path(0).asText("").equals("token")) {
            throw Refusal.iam(400, "The request body is invalid: methods must be token.");
        }
        int seconds = identity.path("token").path("duration_seconds").asInt(900);
        if (seconds < 900 || seconds > 86_400) {
            throw Refusal.iam(
                    400,
                    "The request body is invalid: duration_seconds must be between 900 and 86400.");
        }
        int number = temporary++;
        String access = "HST" + world.dice().word("temporary-access" + number, 17, LETTERS);
        String secret = world.dice().word("temporary-secret" + number, 40, LETTERS);
        String token = "gQpjbi1zaW0" + world.dice().word("temporary-token" + number, 600, LETTERS);
        Instant expires = world.now().plusSeconds(seconds);
        keys.add(access, secret, token, expires);
        ObjectNode body = Json.object();
        body.putObject("credential")
                .put("access", access)
                .put("secret", secret)
                .put("securitytoken", token)
                .put("expires_at", MICROS.format(expires));
        return Answer.json(201, body);
    }

    /** IAM says what is wrong with a body in its own shape. */
    private static JsonNode body(Call call) {
        try {
            return call.body();
        } catch (Refusal unreadable) {
            throw Refusal.iam(400, "The request body is invalid: " + unreadable.getMessage());
        }
    }
}
