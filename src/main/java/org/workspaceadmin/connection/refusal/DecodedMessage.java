package org.workspaceadmin.connection.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.refusal.Explanation.Boundary;
import org.workspaceadmin.connection.refusal.Explanation.Denial;

/**
 * What a decoded message says. Only two of its fields are documented, the reason of the failure and
 * a context, and the context's shape is not: so names are looked for wherever they stand, and a
 * text that is no JSON is searched for what looks like an action.
 *
 * @param actions what is missing
 * @param resources on what
 * @param principal who was refused, empty when not said
 * @param reason the service's words, empty when none
 * @param denial read from the reason
 * @param boundary read from the reason
 */
record DecodedMessage(
        List<String> actions,
        List<String> resources,
        String principal,
        String reason,
        Denial denial,
        Boundary boundary) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code service:type:operation}; the type is empty for some ({@code sts::…}). */
    private static final Pattern ACTION =
            Pattern.compile(
                    "(?<![\\w:-])[a-zA-Z][\\w-]{1,40}:[\\w*-]{0,60}:[a-z*][\\w*-]{0,80}(?![\\w:-])");

    /** {@code service:region:account:type:path}. */
    private static final Pattern URN =
            Pattern.compile("(?<![\\w:-])[a-zA-Z][\\w-]{1,40}:[\\w-]*:[\\w-]*:[\\w-]+:\\S+");

    private static final int MOST = 20;
    private static final int MOST_NODES = 20_000;
    private static final int LONGEST_REASON = 500;

    /**
     * Reads a message.
     *
     * @param text JSON as a rule; anything is taken
     */
    static DecodedMessage read(String text) {
        Collector found = new Collector();
        try {
            found.walk(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            Matcher matcher = ACTION.matcher(text);
            while (matcher.find() && found.actions.size() < MOST) {
                found.actions.add(matcher.group());
            }
            found.reason = text.strip();
        }
        return found.message();
    }

    /** The first action a text names, such as the service's own words for a refusal. */
    static List<String> actionsIn(String text) {
        Set<String> actions = new LinkedHashSet<>();
        Matcher matcher = ACTION.matcher(text);
        while (matcher.find() && actions.size() < MOST) {
            actions.add(matcher.group());
        }
        return List.copyOf(actions);
    }

    /** Whether a text names a resource the way policies do. */
    static boolean isResource(String text) {
        return URN.matcher(text).matches();
    }

    private static final class Collector {
        final Set<String> actions = new LinkedHashSet<>();
        final Set<String> resources = new LinkedHashSet<>();
        String principal = "";
        String reason = "";
        boolean said;
        boolean explicit;
        int unread;

        void walk(JsonNode root) {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(root);
            int seen = 0;
            while (!open.isEmpty() && seen++ < MOST_NODES) {
                JsonNode node = open.poll();
                if (node.isObject()) {
                    for (Map.Entry<String, JsonNode> field : node.properties()) {
                        take(field.getKey(), field.getValue());
                        open.add(field.getValue());
                    }
                } else {
                    node.forEach(open::add);
                }
            }
        }

        private void take(String name, JsonNode value) {
            switch (name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "")) {
                case "action", "actions", "requiredaction", "deniedaction", "deniedactions" ->
                        texts(value, actions, ACTION);
                case "resource", "resources", "resourceurn", "resourceurns" ->
                        texts(value, resources, null);
                case "principal", "principalurn", "user", "userurn", "username", "principalid" ->
                        principal = better(principal, first(value));
                case "failure", "reason", "failurereason", "denyreason", "message" ->
                        reason = reason.isEmpty() ? first(value) : reason;
                case "explicitdeny" -> {
                    said = value.isBoolean() || value.isTextual();
                    explicit = value.asBoolean();
                }
                default -> unread++; // conditions and the like stay in the raw text only
            }
        }

        /** A URN says more than a name, a name more than an id. */
        private static String better(String old, String fresh) {
            boolean urn = fresh.contains(":user:") || fresh.contains("::");
            return old.isEmpty() || (urn && !old.contains(":")) ? fresh : old;
        }

        private static String first(JsonNode value) {
            if (value.isValueNode()) {
                return value.isNull() ? "" : value.asText().strip();
            }
            for (String name : List.of("urn", "name", "id", "value", "type", "reason")) {
                if (value.path(name).isValueNode() && !value.path(name).isMissingNode()) {
                    return value.path(name).asText().strip();
                }
            }
            return value.isArray() && !value.isEmpty() ? first(value.get(0)) : "";
        }

        private static void texts(JsonNode value, Set<String> into, @Nullable Pattern shape) {
            if (into.size() >= MOST) {
                return;
            }
            if (value.isArray()) {
                value.forEach(each -> texts(each, into, shape));
                return;
            }
            String text = first(value);
            if (!text.isEmpty() && (shape == null || shape.matcher(text).matches())) {
                into.add(text);
            }
        }

        DecodedMessage message() {
            String words = reason.toLowerCase(Locale.ROOT);
            boolean deny =
                    words.contains("deny") || words.contains("denied") || words.contains("拒绝");
            boolean implicit =
                    words.contains("implicit")
                            || words.contains("隐式")
                            || words.contains("no identity-based policy")
                            || words.contains("no policy");
            Denial denial = Denial.NOT_SAID;
            if (said) {
                denial = explicit ? Denial.FORBIDDEN : Denial.NOT_ALLOWED;
            } else if (implicit) {
                denial = Denial.NOT_ALLOWED;
            } else if (deny && (words.contains("explicit") || words.contains("显式"))) {
                denial = Denial.FORBIDDEN;
            }
            String head =
                    reason.length() > LONGEST_REASON
                            ? reason.substring(0, LONGEST_REASON) + "…"
                            : reason;
            return new DecodedMessage(
                    List.copyOf(actions),
                    List.copyOf(resources),
                    principal,
                    head,
                    denial,
                    boundary(words));
        }

        private static Boundary boundary(String words) {
            if (words.contains("service control")
                    || words.contains("scp")
                    || words.contains("organization")) {
                return Boundary.ORGANIZATION;
            }
            if (words.contains("session")) {
                return Boundary.SESSION;
            }
            return words.contains("identity") ? Boundary.IDENTITY : Boundary.NOT_SAID;
        }
    }
}
