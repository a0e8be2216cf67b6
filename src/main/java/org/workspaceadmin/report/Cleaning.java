package org.workspaceadmin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.redact.Pseudonyms;
import org.workspaceadmin.redact.Redactor;

/**
 * What every word of a report goes through. Secrets first, since a name inside a secret would hide
 * the rest of it; and once more by value at the end.
 */
final class Cleaning {
    private final Redactor redactor;
    private final @Nullable Pseudonyms pseudonyms;
    private final String home;

    /**
     * Cleans.
     *
     * @param redactor knows the secrets
     * @param pseudonyms know the names, null to let names stand
     */
    Cleaning(Redactor redactor, @Nullable Pseudonyms pseudonyms) {
        this.redactor = redactor;
        this.pseudonyms = pseudonyms;
        home = System.getProperty("user.home", "");
    }

    /** A text without secrets and names. */
    String text(String raw) {
        String clean = redactor.text(raw);
        if (pseudonyms != null) {
            if (home.length() > 3) {
                clean = clean.replace(home, "~");
            }
            clean = pseudonyms.text(clean);
        }
        return redactor.values(clean);
    }

    /** The last gate: no remembered value passes, whatever put it together. */
    String gate(String text) {
        return redactor.values(text);
    }

    /** A value without secrets and names; what stands under a secret's name goes altogether. */
    JsonNode node(JsonNode raw) {
        Interruption.check();
        if (raw.isObject()) {
            ObjectNode clean = JsonNodeFactory.instance.objectNode();
            raw.properties()
                    .forEach(field -> {
                        boolean secret = Redactor.named(field.getKey());
                        boolean literal = field.getValue().isBoolean() || field.getValue().isNull();
                        clean.set(
                                field.getKey(),
                                secret && !literal
                                        ? TextNode.valueOf(Redactor.MASK)
                                        : node(field.getValue()));
                    });
            return clean;
        }
        if (raw.isArray()) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            raw.forEach(entry -> clean.add(node(entry)));
            return clean;
        }
        return raw.isTextual() ? TextNode.valueOf(text(raw.asText())) : raw;
    }
}
