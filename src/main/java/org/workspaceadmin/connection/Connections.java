package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connections the operator keeps, in one file that holds no secret. Fields of an entry that
 * this version does not know stay in it; an entry it cannot read is left alone and not listed. The
 * demo is never kept. Reading and writing block.
 */
public final class Connections {
    private final JsonFile file;
    private final ObjectNode raw;
    private final Map<String, Connection> byId = new LinkedHashMap<>();

    private Connections(JsonFile file) {
        this.file = file;
        raw = file.read();
        for (JsonNode node : entries()) {
            ConnectionJson.read(node).ifPresent(c -> byId.put(c.id(), c));
        }
    }

    /**
     * Reads the connections; a missing file means none, a damaged one is set aside.
     *
     * @param path from {@link Home#connections()}
     * @param clock names the damaged file
     */
    public static Connections open(Path path, InstantSource clock) {
        return new Connections(new JsonFile(path, clock));
    }

    /** All of them, in the order they were added. */
    public synchronized List<Connection> list() {
        return List.copyOf(byId.values());
    }

    /** One of them. */
    public synchronized Optional<Connection> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where a damaged file was put, empty when it was sound. */
    public Optional<Path> setAside() {
        return file.setAside();
    }

    /**
     * Keeps a connection, in place of one with the same id.
     *
     * @param connection what to keep; the demo is ignored
     * @throws UncheckedIOException when the file could not be written; nothing changed then
     */
    public synchronized void add(Connection connection) {
        if (connection.demo()) {
            return;
        }
        ArrayNode entries = entries().deepCopy();
        int at = indexOf(entries, connection.id());
        ObjectNode entry =
                at >= 0 && entries.get(at) instanceof ObjectNode old ? old : entries.addObject();
        ConnectionJson.write(connection, entry);
        save(entries);
        byId.put(connection.id(), connection);
    }

    /**
     * Forgets a connection; its secrets are the {@link SignIns}'s to forget.
     *
     * @param id which
     * @throws UncheckedIOException when the file could not be written; nothing changed then
     */
    public synchronized void remove(String id) {
        ArrayNode entries = entries().deepCopy();
        int at = indexOf(entries, id);
        if (at >= 0) {
            entries.remove(at);
            save(entries);
            byId.remove(id);
        }
    }

    private ArrayNode entries() {
        return raw.get("connections") instanceof ArrayNode array
                ? array
                : JsonNodeFactory.instance.arrayNode();
    }

    private static int indexOf(ArrayNode entries, String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void save(ArrayNode entries) {
        ObjectNode content = raw.deepCopy();
        content.set("connections", entries);
        try {
            file.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        raw.set("connections", entries);
    }
}
