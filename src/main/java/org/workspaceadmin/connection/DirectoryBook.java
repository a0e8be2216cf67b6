package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The directories of the connections, in one file that holds no secret and that is no part of what
 * is handed to colleagues. Fields that this version does not know stay in it. Writing blocks.
 */
public final class DirectoryBook {
    private static final String DIRECTORIES = "directories";

    private final JsonFile file;
    private final ObjectNode raw;
    private final Map<String, DirectoryData> byConnection = new HashMap<>();

    private DirectoryBook(JsonFile file) {
        this.file = file;
        raw = file.read();
        raw.path(DIRECTORIES)
                .properties()
                .forEach(entry -> byConnection.put(entry.getKey(), read(entry.getValue())));
    }

    /**
     * Reads the file; a missing one means none, a damaged one is set aside.
     *
     * @param path from {@link Home#directories()}
     * @param clock names a damaged file
     */
    public static DirectoryBook open(Path path, InstantSource clock) {
        return new DirectoryBook(new JsonFile(path, clock));
    }

    /**
     * What is known of a connection's directory.
     *
     * @param connectionId which
     * @return {@link DirectoryData#NONE} when nothing is
     */
    public synchronized DirectoryData find(String connectionId) {
        return byConnection.getOrDefault(connectionId, DirectoryData.NONE);
    }

    /**
     * Keeps a connection's directory in place of an earlier one.
     *
     * @param connectionId which
     * @param data {@link DirectoryData#NONE} forgets it
     * @throws UncheckedIOException when the file could not be written; nothing changed then
     */
    public synchronized void keep(String connectionId, DirectoryData data) {
        if (find(connectionId).equals(data)) {
            return;
        }
        ObjectNode content = raw.deepCopy();
        ObjectNode entries =
                content.get(DIRECTORIES) instanceof ObjectNode there
                        ? there
                        : content.putObject(DIRECTORIES);
        if (data.equals(DirectoryData.NONE)) {
            entries.remove(connectionId);
        } else {
            write(
                    data,
                    entries.get(connectionId) instanceof ObjectNode old
                            ? old
                            : entries.putObject(connectionId));
        }
        try {
            file.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        raw.removeAll();
        raw.setAll(content);
        if (data.equals(DirectoryData.NONE)) {
            byConnection.remove(connectionId);
        } else {
            byConnection.put(connectionId, data);
        }
    }

    private static DirectoryData read(JsonNode node) {
        List<DirectoryData.Controller> controllers = new ArrayList<>();
        for (JsonNode each : node.path("controllers")) {
            String address = each.path("address").asText("");
            if (!address.isEmpty()) {
                controllers.add(
                        new DirectoryData.Controller(address, each.path("name").asText("")));
            }
        }
        return new DirectoryData(
                node.path("domain").asText(""),
                controllers,
                texts(node.path("dnsServers")),
                node.path("account").asText(""),
                texts(node.path("authorities")));
    }

    private static void write(DirectoryData data, ObjectNode node) {
        node.put("domain", data.domain());
        var controllers = node.putArray("controllers");
        data.controllers()
                .forEach(each ->
                        controllers
                                .addObject()
                                .put("address", each.address())
                                .put("name", each.name()));
        var servers = node.putArray("dnsServers");
        data.dnsServers().forEach(servers::add);
        node.put("account", data.account());
        var authorities = node.putArray("authorities");
        data.authorities().forEach(authorities::add);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            if (each.isTextual() && !each.asText().isBlank()) {
                texts.add(each.asText());
            }
        }
        return texts;
    }
}
