package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A routed request: path variables, query and body with the checks every endpoint needs.
 *
 * @param incoming as it came
 * @param variables of the path
 * @param who the caller
 */
public record Call(Incoming incoming, Map<String, String> variables, Caller who) {

    /**
     * A path variable.
     *
     * @param name its name in the route
     * @return its value
     */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("no variable " + name);
        }
        return value;
    }

    /**
     * All values of a query parameter; a comma separates values too.
     *
     * @param name its name
     * @param max most values accepted
     * @param longest most characters of one
     * @return the values that are not empty
     */
    public Set<String> values(String name, int max, int longest) {
        Set<String> values = new LinkedHashSet<>();
        for (Incoming.Pair pair : incoming.pairs()) {
            if (pair.name().equals(name)) {
                for (String value : pair.value().split(",")) {
                    if (value.length() > longest) {
                        throw Refusal.badRequest("parameter " + name + " is too long");
                    }
                    if (!value.isEmpty()) {
                        values.add(value);
                    }
                }
            }
        }
        if (values.size() > max) {
            throw Refusal.badRequest("parameter " + name + " takes at most " + max + " values");
        }
        return values;
    }

    /**
     * A query parameter.
     *
     * @param name its name
     * @return its first value, unless absent or empty
     */
    public Optional<String> text(String name) {
        return incoming.pairs().stream()
                .filter(p -> p.name().equals(name) && !p.value().isEmpty())
                .map(Incoming.Pair::value)
                .peek(v -> {
                    if (v.length() > 255) {
                        throw Refusal.badRequest("parameter " + name + " is too long");
                    }
                })
                .findFirst();
    }

    /**
     * A query parameter out of a fixed set.
     *
     * @param name its name
     * @param allowed what it may be
     * @return its value
     */
    public Optional<String> oneOf(String name, Set<String> allowed) {
        Optional<String> value = text(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw Refusal.badRequest("parameter " + name + " is invalid");
        }
        return value;
    }

    /**
     * A switch in the query.
     *
     * @param name its name
     * @return its value
     */
    public Optional<Boolean> flag(String name) {
        return oneOf(name, Set.of("true", "false")).map(Boolean::valueOf);
    }

    /**
     * A number in the query.
     *
     * @param name its name
     * @param fallback when absent
     * @param min smallest accepted
     * @param max largest accepted
     * @return its value
     */
    public int number(String name, int fallback, int min, int max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw Refusal.badRequest("parameter " + name + " is not a number");
        }
        throw Refusal.badRequest("parameter " + name + " must be between " + min + " and " + max);
    }

    /**
     * The body as a JSON object.
     *
     * @return the object
     */
    public JsonNode body() {
        if (incoming.body().size() == 0) {
            throw Refusal.badRequest("the request message is empty");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(incoming.body().array());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw Refusal.badRequest("the request message is not JSON");
        } catch (java.io.IOException unreadable) {
            throw Refusal.badRequest("the request message cannot be read");
        }
        throw Refusal.badRequest("the request message is not an object");
    }

    /**
     * A text the body must have.
     *
     * @param body where
     * @param name field name
     * @param max most characters
     * @return at least one character
     */
    public static String must(JsonNode body, String name, int max) {
        String value = may(body, name, max);
        if (value == null || value.isBlank()) {
            throw Refusal.badRequest("field " + name + " is mandatory");
        }
        return value;
    }

    /**
     * A text the body may have.
     *
     * @param body where
     * @param name field name
     * @param max most characters
     * @return the text, or null
     */
    public static @Nullable String may(JsonNode body, String name, int max) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw Refusal.badRequest("field " + name + " is not a text");
        }
        if (node.textValue().length() > max) {
            throw Refusal.badRequest("field " + name + " has more than " + max + " characters");
        }
        return node.textValue();
    }

    /**
     * A list of texts the body must have.
     *
     * @param body where
     * @param name field name
     * @param max most entries
     * @return at least one entry, duplicates kept
     */
    public static List<String> list(JsonNode body, String name, int max) {
        JsonNode node = body.path(name);
        if (!node.isArray() || node.isEmpty()) {
            throw Refusal.badRequest("field " + name + " is mandatory and must not be empty");
        }
        if (node.size() > max) {
            throw Refusal.badRequest("field " + name + " takes at most " + max + " entries");
        }
        List<String> values = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            if (!entry.isTextual()
                    || entry.textValue().isEmpty()
                    || entry.textValue().length() > 255) {
                throw Refusal.badRequest("field " + name + " has an invalid entry");
            }
            values.add(entry.textValue());
        }
        return values;
    }
}
