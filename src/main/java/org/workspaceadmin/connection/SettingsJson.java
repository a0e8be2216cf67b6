package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SettingsValues.ColumnPlace;
import org.workspaceadmin.connection.SettingsValues.Notices;
import org.workspaceadmin.connection.SettingsValues.Theme;
import org.workspaceadmin.connection.SettingsValues.WindowPlace;
import org.workspaceadmin.connection.network.NetworkJson;

/** The settings as JSON: a value that makes no sense counts as missing. */
final class SettingsJson {
    private static final int SMALLEST_WINDOW = 100;
    private static final int LARGEST_WINDOW = 20_000;

    private SettingsJson() {}

    static SettingsValues read(JsonNode root) {
        SettingsValues defaults = SettingsValues.DEFAULTS;
        return new SettingsValues(
                theme(root.path("theme").asText()),
                root.path("language").asText(""),
                window(root.path("window")),
                tables(root.path("tables")),
                root.path("refreshSeconds").isIntegralNumber()
                                && root.path("refreshSeconds").asLong() > 0
                        ? Duration.ofSeconds(root.path("refreshSeconds").asLong())
                        : defaults.refresh(),
                root.path("lastConnection").asText(""),
                screens(root.path("screens")),
                NetworkJson.read(root.path("network")),
                notices(root.path("notices")));
    }

    /** Puts the values into a node, whose other fields stay. */
    static void write(SettingsValues values, ObjectNode root) {
        root.put("theme", values.theme().name().toLowerCase(Locale.ROOT));
        root.put("language", values.language());
        WindowPlace window = values.window();
        if (window != null) {
            root.putObject("window")
                    .put("x", window.x())
                    .put("y", window.y())
                    .put("width", window.width())
                    .put("height", window.height())
                    .put("maximized", window.maximized());
        }
        ObjectNode tables = root.putObject("tables");
        values.tables()
                .forEach((id, columns) -> {
                    ArrayNode array = tables.putArray(id);
                    for (ColumnPlace column : columns) {
                        array.addObject()
                                .put("id", column.id())
                                .put("visible", column.visible())
                                .put("width", column.width());
                    }
                });
        root.put("refreshSeconds", values.refresh().toSeconds());
        root.put("lastConnection", values.lastConnection());
        ObjectNode screens = root.putObject("screens");
        values.screens().forEach(screens::put);
        NetworkJson.write(values.network(), root.putObject("network"));
        root.putObject("notices")
                .put("system", values.notices().system())
                .put("sound", values.notices().sound());
    }

    private static Notices notices(JsonNode node) {
        Notices defaults = SettingsValues.DEFAULTS.notices();
        return new Notices(
                node.path("system").asBoolean(defaults.system()),
                node.path("sound").asBoolean(defaults.sound()));
    }

    private static Theme theme(String word) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(word)) {
                return theme;
            }
        }
        return SettingsValues.DEFAULTS.theme();
    }

    private static @Nullable WindowPlace window(JsonNode node) {
        double width = node.path("width").asDouble(0);
        double height = node.path("height").asDouble(0);
        boolean sound =
                node.path("x").isNumber()
                        && node.path("y").isNumber()
                        && width >= SMALLEST_WINDOW
                        && height >= SMALLEST_WINDOW
                        && width <= LARGEST_WINDOW
                        && height <= LARGEST_WINDOW;
        return sound
                ? new WindowPlace(
                        node.path("x").asDouble(),
                        node.path("y").asDouble(),
                        width,
                        height,
                        node.path("maximized").asBoolean(false))
                : null;
    }

    private static Map<String, List<ColumnPlace>> tables(JsonNode node) {
        Map<String, List<ColumnPlace>> tables = new LinkedHashMap<>();
        node.properties()
                .forEach(table -> {
                    List<ColumnPlace> columns = new ArrayList<>();
                    for (JsonNode column : table.getValue()) {
                        String id = column.path("id").asText("");
                        if (!id.isEmpty()) {
                            columns.add(
                                    new ColumnPlace(
                                            id,
                                            column.path("visible").asBoolean(true),
                                            Math.max(0, column.path("width").asDouble(0))));
                        }
                    }
                    tables.put(table.getKey(), columns);
                });
        return tables;
    }

    private static Map<String, String> screens(JsonNode node) {
        Map<String, String> screens = new LinkedHashMap<>();
        node.properties().forEach(e -> screens.put(e.getKey(), e.getValue().asText()));
        return screens;
    }
}
