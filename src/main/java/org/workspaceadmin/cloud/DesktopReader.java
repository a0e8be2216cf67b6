package org.workspaceadmin.cloud;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/** Reads desktops out of lists and single answers (api/desktops.md sections 1, 2 and 4). */
final class DesktopReader {
    private final StringPool pool = new StringPool();

    /**
     * Reads a page of the short or the detail list while it passes by; no tree of it is built.
     *
     * @param call the call's name
     * @param reply a good answer
     * @param offset where the page begins
     * @param at when it came
     * @throws ProblemException when it is no such list, or carries an error code
     */
    DesktopPage page(String call, Reply reply, int offset, Instant at) {
        List<Desktop> desktops = new ArrayList<>();
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        try (JsonParser parser = Json.MAPPER.createParser(reply.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProblemException(ErrorReader.unreadable(call, reply, at));
            }
            Tokens.fields(
                    parser,
                    (field, p) -> {
                        if (field.equals("desktops")) {
                            Tokens.each(p, d -> desktops.add(DesktopDraft.read(d, pool)));
                        } else {
                            rest.set(field, p.<JsonNode>readValueAsTree());
                        }
                    });
        } catch (IOException e) {
            throw new ProblemException(ErrorReader.unreadable(call, reply, at));
        }
        Problem hidden = ErrorReader.inSuccess(call, reply, rest, at);
        if (hidden != null) {
            throw new ProblemException(hidden);
        }
        int total = Json.integer(rest, "total_count", offset + desktops.size());
        return new DesktopPage(total, offset, desktops);
    }

    /** Reads {@code {desktop: …}}, where an array of one stands in the vendor's example. */
    DesktopDetails details(JsonNode json) {
        JsonNode desktop = single(json);
        return new DesktopDetails(desktop(desktop), fields(desktop));
    }

    /** Whether an answer holds a desktop at all. */
    static boolean hasDesktop(JsonNode json) {
        return single(json).isObject();
    }

    private static JsonNode single(JsonNode json) {
        JsonNode node = json.path("desktop");
        return node.isArray() ? node.path(0) : node;
    }

    /** Reads one desktop. */
    Desktop desktop(JsonNode json) {
        try (JsonParser parser = Json.MAPPER.treeAsTokens(json)) {
            parser.nextToken();
            return DesktopDraft.read(parser, pool);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory has no broken end", e);
        }
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

    /** Every value below a node, in the service's order; empty and null ones are left out. */
    static List<Field> fields(JsonNode node) {
        List<Field> fields = new ArrayList<>();
        flatten("", node, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, List<Field> fields) {
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), fields);
            }
        } else if (!Json.text(node).isEmpty()) {
            fields.add(new Field(path, Json.text(node)));
        }
    }
}
