package org.workspaceadmin.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub's schema of workflow files, {@code workflow-v1.0.json}: definitions by name, each a
 * mapping, a sequence, a scalar, a list of allowed values or one of several others. A definition
 * also says what an expression at its place may use, such as {@code secrets}; those inside it may
 * use the same.
 */
final class WorkflowSchema {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.-])([A-Za-z_][\\w-]*)(?=\\s*[.(\\[])");
    private static final Set<String> FUNCTIONS =
            Set.of("contains", "startsWith", "endsWith", "format", "join", "toJSON", "fromJSON");
    private static final Set<String> KINDS =
            Set.of("any", "null", "boolean", "number", "string", "sequence", "mapping");

    private final JsonNode definitions;

    private WorkflowSchema(JsonNode definitions) {
        this.definitions = definitions;
    }

    static WorkflowSchema read() throws IOException {
        try (InputStream in = WorkflowSchema.class.getResourceAsStream("workflow-v1.0.json")) {
            return new WorkflowSchema(new JsonMapper().readTree(Objects.requireNonNull(in)));
        }
    }

    /** What is wrong with a workflow; nothing when it holds. */
    List<String> faults(JsonNode workflow) {
        return check("", "workflow-root-strict", workflow, Set.of());
    }

    private List<String> check(String at, String type, JsonNode value, Set<String> outer) {
        JsonNode definition = definitions.path(type);
        if (definition.isMissingNode()) {
            return KINDS.contains(type)
                    ? kind(at, type, value, outer)
                    : List.of(at + ": no " + type);
        }
        Set<String> context = new HashSet<>(outer);
        definition.path("context").forEach(name -> context.add(name.asText().split("\\(")[0]));
        if (type.endsWith("-if") && value.isTextual()) {
            return expression(at, value.asText(), context);
        }
        if (value.isTextual() && value.asText().startsWith("${{") && !context.isEmpty()) {
            return expressions(at, value.asText(), context);
        }
        if (definition.has("one-of")) {
            return oneOf(at, definition.get("one-of"), value, context);
        }
        if (definition.has("allowed-values")) {
            for (JsonNode allowed : definition.get("allowed-values")) {
                if (allowed.asText().equals(value.asText())) {
                    return List.of();
                }
            }
            return List.of(at + ": not allowed: " + value);
        }
        if (definition.has("mapping")) {
            return mapping(at, definition.get("mapping"), value, context);
        }
        if (definition.has("sequence")) {
            return sequence(at, definition.get("sequence"), value, context);
        }
        if (definition.has("string")) {
            return string(at, definition.get("string"), value, context);
        }
        String kind = KINDS.stream().filter(definition::has).findFirst().orElse("any");
        return kind(at, kind, value, context);
    }

    private List<String> oneOf(String at, JsonNode types, JsonNode value, Set<String> context) {
        List<List<String>> each = new ArrayList<>();
        types.forEach(type -> each.add(check(at, type.asText(), value, context)));
        return each.stream().min(Comparator.comparing(List::size)).orElse(List.of());
    }

    private List<String> mapping(String at, JsonNode form, JsonNode value, Set<String> context) {
        if (!value.isObject()) {
            return List.of(at + ": no mapping: " + value);
        }
        List<String> faults = new ArrayList<>();
        JsonNode properties = form.path("properties");
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String inner = at + "/" + entry.getKey();
            JsonNode property = properties.path(entry.getKey());
            if (!property.isMissingNode()) {
                String type = property.path("type").asText(property.asText());
                faults.addAll(check(inner, type, entry.getValue(), context));
            } else if (form.has("loose-value-type")) {
                String type = form.get("loose-value-type").asText();
                faults.addAll(check(inner, type, entry.getValue(), context));
            } else {
                faults.add(inner + ": no such key");
            }
        }
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (property.getValue().path("required").asBoolean() && !value.has(property.getKey())) {
                faults.add(at + ": lacks " + property.getKey());
            }
        }
        return faults;
    }

    private List<String> sequence(String at, JsonNode form, JsonNode value, Set<String> context) {
        if (!value.isArray()) {
            return List.of(at + ": no sequence: " + value);
        }
        List<String> faults = new ArrayList<>();
        String type = form.path("item-type").asText("any");
        for (int i = 0; i < value.size(); i++) {
            faults.addAll(check(at + "/" + i, type, value.get(i), context));
        }
        return faults;
    }

    private List<String> string(String at, JsonNode form, JsonNode value, Set<String> context) {
        String text = value.asText();
        if (!value.isValueNode()
                || (form.path("require-non-empty").asBoolean() && text.isEmpty())
                || (form.has("constant") && !form.get("constant").asText().equals(text))) {
            return List.of(at + ": not the string that is wanted: " + value);
        }
        return expressions(at, text, context);
    }

    private List<String> kind(String at, String kind, JsonNode value, Set<String> context) {
        boolean holds =
                switch (kind) {
                    case "any" -> true;
                    case "null" -> value.isNull();
                    case "boolean" -> value.isBoolean();
                    case "number" -> value.isNumber();
                    case "string" -> value.isValueNode() && !value.isNull();
                    case "sequence" -> value.isArray();
                    default -> value.isObject();
                };
        if (!holds) {
            return List.of(at + ": no " + kind + ": " + value);
        }
        return value.isTextual() ? expressions(at, value.asText(), context) : List.of();
    }

    private static List<String> expressions(String at, String text, Set<String> context) {
        List<String> faults = new ArrayList<>();
        Matcher found = EXPRESSION.matcher(text);
        while (found.find()) {
            faults.addAll(expression(at, found.group(1), context));
        }
        return faults;
    }

    private static List<String> expression(String at, String text, Set<String> context) {
        List<String> faults = new ArrayList<>();
        Matcher name = NAME.matcher(LITERAL.matcher(text).replaceAll("''"));
        while (name.find()) {
            if (!context.contains(name.group(1)) && !FUNCTIONS.contains(name.group(1))) {
                faults.add(at + ": cannot be used here: " + name.group(1));
            }
        }
        return faults;
    }
}
