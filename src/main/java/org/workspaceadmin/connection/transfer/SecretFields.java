package org.workspaceadmin.connection.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds fields that look as if they held a secret, in files that must not. Only names are looked at
 * and told, never values.
 */
public final class SecretFields {
    private static final List<String> TELLING =
            List.of(
                    "secret",
                    "password",
                    "passwd",
                    "pwd",
                    "token",
                    "credential",
                    "privatekey",
                    "passphrase",
                    "passcode",
                    "apikey",
                    "signature");

    private static final Set<String> WHOLE = Set.of("sk", "pass", "pin", "key");

    private static final int DEEPEST = 100;

    private SecretFields() {}

    /**
     * The first such field with a value.
     *
     * @param root any JSON
     * @return its path, such as {@code /connections/0/secretKey}; empty when there is none
     */
    public static Optional<String> first(JsonNode root) {
        return first(root, "", 0);
    }

    private static Optional<String> first(JsonNode node, String path, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(path);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> inside = first(node.get(i), path + "/" + i, depth + 1);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = path + "/" + field.getKey();
            if (isTelling(field.getKey()) && hasValue(field.getValue())) {
                return Optional.of(at);
            }
            Optional<String> inside = first(field.getValue(), at, depth + 1);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static boolean isTelling(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return WHOLE.contains(plain) || TELLING.stream().anyMatch(plain::contains);
    }

    private static boolean hasValue(JsonNode value) {
        return !(value.isNull()
                || value.isBoolean()
                || (value.isTextual() && value.asText().isBlank())
                || (value.isContainerNode() && value.isEmpty()));
    }
}
