package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.workspaceadmin.model.Generation;

/** A connection as JSON. */
final class ConnectionJson {
    private ConnectionJson() {}

    /** Reads an entry, empty when something it needs is missing or no address. */
    static Optional<Connection> read(JsonNode node) {
        String id = node.path("id").asText("");
        Optional<Endpoints> endpoints = endpoints(node.path("endpoints"));
        if (id.isEmpty() || endpoints.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Connection(
                        id,
                        node.path("name").asText(""),
                        endpoints.get(),
                        node.path("region").asText(""),
                        node.path("projectId").asText(""),
                        node.path("projectName").asText(""),
                        constant(Generation.class, node.path("generation"), Generation.V2),
                        new Identity(
                                constant(
                                        SignInKind.class,
                                        node.path("signIn"),
                                        SignInKind.ACCESS_KEY),
                                node.path("accessKey").asText(""),
                                node.path("account").asText(""),
                                node.path("user").asText(""),
                                node.path("userId").asText(""),
                                node.path("oneTimeCode").asBoolean(false)),
                        node.path("enterpriseProjectId").asText(""),
                        new Marking(
                                constant(
                                        Marking.Colour.class,
                                        node.path("colour"),
                                        Marking.Colour.NONE),
                                node.path("label").asText(""),
                                node.path("guarded").asBoolean(false)),
                        false));
    }

    /** Puts the connection into a node, whose other fields stay. */
    static void write(Connection connection, ObjectNode node) {
        node.put("id", connection.id());
        node.put("name", connection.name());
        Endpoints endpoints = connection.endpoints();
        node.putObject("endpoints")
                .put("workspace", endpoints.workspace().toString())
                .put("iam", endpoints.iam().toString())
                .put("vpc", endpoints.vpc().toString())
                .put("ims", endpoints.ims().toString())
                .put("sts", endpoints.sts().toString())
                .put("eps", endpoints.eps().toString());
        node.put("region", connection.region());
        node.put("projectId", connection.projectId());
        node.put("projectName", connection.projectName());
        node.put("generation", connection.generation().name().toLowerCase(Locale.ROOT));
        node.put("signIn", connection.signIn().name().toLowerCase(Locale.ROOT));
        Identity identity = connection.identity();
        node.put("accessKey", identity.accessKey());
        node.put("account", identity.account());
        node.put("user", identity.user());
        node.put("userId", identity.userId());
        node.put("oneTimeCode", identity.oneTimeCode());
        Marking marking = connection.marking();
        node.put("colour", marking.colour().name().toLowerCase(Locale.ROOT));
        node.put("label", marking.label());
        node.put("guarded", marking.guarded());
        node.put("enterpriseProjectId", connection.enterpriseProjectId());
    }

    private static Optional<Endpoints> endpoints(JsonNode node) {
        Optional<URI> workspace = address(node, "workspace");
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        Endpoints usual = Endpoints.around(workspace.get());
        return Optional.of(
                new Endpoints(
                        workspace.get(),
                        address(node, "iam").orElse(usual.iam()),
                        address(node, "vpc").orElse(usual.vpc()),
                        address(node, "ims").orElse(usual.ims()),
                        address(node, "sts").orElse(usual.sts()),
                        address(node, "eps").orElse(usual.eps())));
    }

    private static Optional<URI> address(JsonNode node, String name) {
        return EndpointText.read(node.path(name).asText("")).endpoint();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equalsIgnoreCase(node.asText()))
                .findFirst()
                .orElse(otherwise);
    }
}
