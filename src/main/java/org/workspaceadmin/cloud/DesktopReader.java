package org.workspaceadmin.cloud;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/** Reads desktops out of lists and single answers (api/desktops.md section 3). */
final class DesktopReader {
    private final StringPool pool = new StringPool();

    /**
     * Reads a page of the short or the detail list, desktop by desktop, so that no tree of the
     * whole page is ever built.
     *
     * @param call the call's name
     * @param reply a good answer
     * @param offset where the page begins
     * @param at when it came
     * @throws ProblemException when it is no such list, or carries an error code
     */
    DesktopPage page(String call, Reply reply, int offset, Instant at) {
        int total = -1;
        List<Desktop> desktops = new ArrayList<>();
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        try (JsonParser parser = Json.MAPPER.createParser(reply.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProblemException(ErrorReader.unreadable(call, reply, at));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("desktops")) {
                    readAll(parser, desktops);
                } else {
                    rest.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
        } catch (IOException e) {
            throw new ProblemException(ErrorReader.unreadable(call, reply, at));
        }
        Problem hidden = ErrorReader.inSuccess(call, reply, rest, at);
        if (hidden != null) {
            throw new ProblemException(hidden);
        }
        total = Json.integer(rest, "total_count", offset + desktops.size());
        return new DesktopPage(total, offset, desktops);
    }

    private void readAll(JsonParser parser, List<Desktop> desktops) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            desktops.add(desktop(parser.readValueAsTree()));
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                desktops.add(desktop(parser.readValueAsTree()));
            }
        }
    }

    /** Reads {@code {desktop: …}}, where an array of one stands in the vendor's example. */
    DesktopDetails details(JsonNode json) {
        JsonNode node = json.path("desktop");
        JsonNode desktop = node.isArray() ? node.path(0) : node;
        return new DesktopDetails(desktop(desktop), Fields.of(desktop));
    }

    /** Whether an answer holds a desktop at all. */
    static boolean hasDesktop(JsonNode json) {
        JsonNode node = json.path("desktop");
        return (node.isArray() ? node.path(0) : node).isObject();
    }

    /** Reads one desktop of any list. */
    Desktop desktop(JsonNode json) {
        JsonNode metadata = json.path("metadata");
        String id = Json.text(json, "desktop_id");
        String name = Json.text(json, "computer_name");
        String hostName = Json.text(json, "os_host_name");
        String userName = Json.text(json, "user_name");
        String orderId = Json.text(json, "order_id");
        String osVersion = Json.text(json, "os_version");
        return new Desktop(
                id,
                name,
                hostName.equals(name) ? name : hostName,
                status(Json.text(json, "status")),
                pool.share(Json.text(json, "task_status")),
                Json.integer(json, "process"),
                Term.of(LoginState.class, loginWord(json)),
                shared(json, "ou_name"),
                shared(json, "domain"),
                userName,
                users(json, userName),
                shared(json, "user_group"),
                shared(json, "attach_state"),
                Term.of(DesktopType.class, Json.text(json, "desktop_type")),
                pool.share(Json.firstText(json, "pool_id", "desktop_pool_id")),
                pool.share(Json.firstText(json, "pool_name", "desktop_pool_name")),
                addresses(json),
                Term.of(OsFamily.class, pool.share(osWord(json))),
                pool.share(
                        osVersion.isEmpty()
                                ? Json.text(metadata, "desktop_os_version")
                                : osVersion),
                shared(metadata, "metering.image_id"),
                shared(metadata, "image_name"),
                pool.share(product(json)),
                pool.share(productId(json)),
                Json.text(json, "sid"),
                shared(json, "subnet_id"),
                shared(json, "availability_zone"),
                Json.bool(json, "in_maintenance_mode"),
                Json.bool(json, "is_freeze"),
                !orderId.isEmpty(),
                orderId,
                shared(json, "enterprise_project_id"),
                Json.list(json, "tags", t -> new Tag(shared(t, "key"), shared(t, "value"))),
                Json.instant(json, "created"));
    }

    /** Reads one line of the domain check (api/desktops.md section 4). */
    static DomainCheck domainCheck(JsonNode json, Instant at) {
        DomainMembership membership =
                switch (Json.integer(json, "domain_status", 0)) {
                    case 1 -> DomainMembership.IN;
                    case 2 -> DomainMembership.OUT;
                    case 3 -> DomainMembership.NOT_REPORTED;
                    default -> DomainMembership.UNKNOWN;
                };
        String code = Json.text(json, "error_code");
        String message = Json.text(json, "error_msg");
        return new DomainCheck(
                Json.text(json, "desktop_id"),
                membership,
                Json.bool(json, "rejoin_able"),
                code.isEmpty() ? null : code,
                message.isEmpty() ? null : message,
                at);
    }

    private String shared(JsonNode json, String field) {
        return pool.share(Json.text(json, field));
    }

    /** The service sends no status while it deletes a desktop (api/desktops.md section 3). */
    private static Term<DesktopStatus> status(String word) {
        return word.isEmpty()
                ? new Term<>(DesktopStatus.DELETING, "")
                : Term.of(DesktopStatus.class, word.toUpperCase(Locale.ROOT));
    }

    private static String loginWord(JsonNode json) {
        return Json.firstText(json, "login_status", "connect_status");
    }

    private static String osWord(JsonNode json) {
        String word = Json.text(json.path("metadata"), "os_type");
        return word.isEmpty() ? Json.text(json, "os_type") : word;
    }

    private static String product(JsonNode json) {
        JsonNode product = json.path("product");
        String words = Json.firstText(product, "descriptions", "product_desc", "flavor_id");
        if (!words.isEmpty() || !product.isObject()) {
            return words;
        }
        String cpu = Json.text(product, "cpu");
        String memory = Json.text(product, "memory");
        return cpu.isEmpty() ? "" : cpu + " vCPU / " + memory + " MB";
    }

    private static String productId(JsonNode json) {
        String id = Json.text(json, "product_id");
        return id.isEmpty() ? Json.text(json.path("product"), "product_id") : id;
    }

    private List<AttachedUser> users(JsonNode json, String mainUser) {
        return Json.list(
                json,
                "attach_user_infos",
                u -> {
                    String name = Json.text(u, "user_name");
                    return new AttachedUser(
                            name.equals(mainUser) ? mainUser : name,
                            shared(u, "user_group"),
                            shared(u, "type"),
                            shared(u, "domain"));
                });
    }

    private static List<String> addresses(JsonNode json) {
        Set<String> found = new LinkedHashSet<>();
        found.addAll(Json.texts(json, "ip_addresses"));
        add(found, Json.text(json, "ip_address"));
        add(found, Json.text(json, "ipv4"));
        if (found.isEmpty()) {
            addFrom(found, json.path("addresses"));
        }
        add(found, Json.text(json, "ipv6"));
        return List.copyOf(found);
    }

    /** A map of networks by the model, a bare list by the example. */
    private static void addFrom(Set<String> found, JsonNode addresses) {
        for (JsonNode entry : addresses) {
            if (entry.isArray()) {
                addFrom(found, entry);
            } else {
                add(found, Json.text(entry, "addr"));
            }
        }
    }

    private static void add(Set<String> found, String address) {
        if (!address.isEmpty()) {
            found.add(address);
        }
    }

    /** Flattens an answer into paths and values. */
    static final class Fields {
        private Fields() {}

        /** Every value below a node, in the service's order; empty and null ones are left out. */
        static List<Field> of(JsonNode node) {
            List<Field> fields = new ArrayList<>();
            flatten("", node, fields);
            return fields;
        }

        private static void flatten(String path, JsonNode node, List<Field> fields) {
            if (node.isObject()) {
                node.properties()
                        .forEach(e ->
                                flatten(
                                        path.isEmpty() ? e.getKey() : path + "." + e.getKey(),
                                        e.getValue(),
                                        fields));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    flatten(path + "[" + i + "]", node.get(i), fields);
                }
            } else if (!Json.text(node).isEmpty()) {
                fields.add(new Field(path, Json.text(node)));
            }
        }
    }
}
