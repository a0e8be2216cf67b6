package org.workspaceadmin.connection.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The network's settings as JSON: a value that makes no sense counts as missing. */
public final class NetworkJson {
    private NetworkJson() {}

    /**
     * Reads them.
     *
     * @param node an object, or anything else for the defaults
     */
    public static NetworkSettings read(JsonNode node) {
        long port = node.path("port").isIntegralNumber() ? node.path("port").asLong() : 0;
        List<String> noProxy = new ArrayList<>();
        for (JsonNode entry : node.path("noProxy")) {
            if (entry.isTextual() && !entry.asText().isBlank()) {
                noProxy.add(entry.asText().strip());
            }
        }
        return new NetworkSettings(
                mode(text(node, "proxy")),
                text(node, "host"),
                port < 1 || port > 65_535 ? 0 : (int) port,
                text(node, "user"),
                noProxy,
                text(node, "pem"));
    }

    /**
     * Writes them into a node, whose other fields stay.
     *
     * @param settings the settings
     * @param node the object to fill
     */
    public static void write(NetworkSettings settings, ObjectNode node) {
        node.put("proxy", settings.mode().name().toLowerCase(Locale.ROOT));
        node.put("host", settings.host());
        node.put("port", settings.port());
        node.put("user", settings.user());
        ArrayNode noProxy = node.putArray("noProxy");
        settings.noProxy().forEach(noProxy::add);
        node.put("pem", settings.pem());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText().strip() : "";
    }

    private static ProxyMode mode(String word) {
        for (ProxyMode mode : ProxyMode.values()) {
            if (mode.name().equalsIgnoreCase(word)) {
                return mode;
            }
        }
        return NetworkSettings.DEFAULTS.mode();
    }
}
