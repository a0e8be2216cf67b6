package org.workspaceadmin.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.Problem;

/** The JSON columns. Reads tolerantly, so that a later version's additions do no harm. */
final class JournalJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalJson() {}

    static String fields(List<Field> fields) {
        ArrayNode array = JSON.createArrayNode();
        for (Field field : fields) {
            array.addObject().put("path", field.path()).put("value", field.value());
        }
        return array.toString();
    }

    static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode node : read(text)) {
            fields.add(new Field(node.path("path").asText(), node.path("value").asText()));
        }
        return fields;
    }

    /** Empty for an operation that is sent at once. */
    static String pacing(Pacing pacing) {
        if (pacing.equals(Pacing.AT_ONCE)) {
            return "";
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("trial", pacing.trial());
        node.put("step", pacing.step());
        node.put("budgetUnit", pacing.budget().unit().name());
        node.put("budget", pacing.budget().value());
        node.put("ready", pacing.ready());
        node.put("ask", pacing.ask());
        Instant start = pacing.start();
        if (start != null) {
            node.put("start", start.toEpochMilli());
        }
        return node.toString();
    }

    static Pacing pacing(String text) {
        if (text.isEmpty()) {
            return Pacing.AT_ONCE;
        }
        JsonNode node = read(text);
        return new Pacing(
                node.path("trial").asInt(),
                node.path("step").asInt(),
                new Budget(
                        Budget.Unit.valueOf(
                                node.path("budgetUnit").asText(Budget.Unit.UNLIMITED.name())),
                        node.path("budget").asInt()),
                node.path("ready").asBoolean(),
                node.path("ask").asBoolean(),
                node.has("start") ? Instant.ofEpochMilli(node.path("start").asLong()) : null);
    }

    static @Nullable String problem(@Nullable Problem problem) {
        if (problem == null) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", problem.kind().name());
        node.put("call", problem.call());
        node.put("httpStatus", problem.httpStatus());
        node.put("code", problem.code());
        node.put("message", problem.message());
        node.put("detail", problem.detail());
        node.put("authorizationMessage", problem.authorizationMessage());
        node.put("requestId", problem.requestId());
        node.put("raw", problem.raw());
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            node.put("retryAfterMillis", retryAfter.toMillis());
        }
        node.put("at", problem.at().toEpochMilli());
        if (!problem.evidence().isEmpty()) {
            ObjectNode evidence = node.putObject("evidence");
            new TreeMap<>(problem.evidence()).forEach(evidence::put);
        }
        return node.toString();
    }

    static @Nullable Problem problem(@Nullable String text) {
        if (text == null) {
            return null;
        }
        JsonNode node = read(text);
        return new Problem(
                kind(node.path("kind").asText()),
                node.path("call").asText(),
                node.path("httpStatus").asInt(),
                node.path("code").asText(),
                node.path("message").asText(),
                node.path("detail").asText(),
                node.path("authorizationMessage").asText(),
                node.path("requestId").asText(),
                node.path("raw").asText(),
                node.has("retryAfterMillis")
                        ? Duration.ofMillis(node.path("retryAfterMillis").asLong())
                        : null,
                Instant.ofEpochMilli(node.path("at").asLong()),
                evidence(node.path("evidence")));
    }

    private static Map<String, String> evidence(JsonNode node) {
        Map<String, String> evidence = new HashMap<>();
        node.properties().forEach(e -> evidence.put(e.getKey(), e.getValue().asText()));
        return evidence;
    }

    private static Problem.Kind kind(String name) {
        for (Problem.Kind kind : Problem.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return Problem.Kind.INTERNAL;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journal column is not JSON", e);
        }
    }
}
