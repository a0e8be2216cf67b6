package org.workspaceadmin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** JSON as text that people read: one value a line, indented, entries of a list apart. */
final class Outline {
    private static final String STEP = "  ";

    private Outline() {}

    /** The text of a section; empty for an empty one. */
    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, "", out);
        return out.toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder out) {
        if (node.isArray()) {
            boolean first = true;
            for (JsonNode entry : node) {
                if (entry.isValueNode()) {
                    line(out, indent + "- ", entry.asText(), indent + STEP);
                } else {
                    if (!first && indent.isEmpty()) {
                        out.append('\n');
                    }
                    StringBuilder inner = new StringBuilder();
                    write(entry, indent + STEP, inner);
                    int lead = Math.min(inner.length(), indent.length() + STEP.length());
                    out.append(indent).append("- ").append(inner, lead, inner.length());
                }
                first = false;
            }
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isTextual() && value.asText().isEmpty()) {
                continue; // nothing to say
            }
            if (value.isValueNode()) {
                line(out, indent + field.getKey() + ": ", value.asText(), indent + STEP);
            } else if (!value.isEmpty()) {
                out.append(indent).append(field.getKey()).append(":\n");
                write(value, indent + STEP, out);
            }
        }
    }

    /** A value of several lines begins on a line of its own. */
    private static void line(StringBuilder out, String head, String value, String indent) {
        if (value.indexOf('\n') < 0) {
            out.append((head + value).stripTrailing()).append('\n');
            return;
        }
        out.append(head.stripTrailing()).append('\n');
        value.lines()
                .forEach(
                        l -> out.append((indent + l.stripTrailing()).stripTrailing()).append('\n'));
    }
}
