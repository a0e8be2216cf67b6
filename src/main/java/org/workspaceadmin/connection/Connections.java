package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connections the operator keeps, in one file that holds no secret. Fields of an entry that
 * this version does not know stay in it; an entry it cannot read is left alone and not listed. The
 * demo is never kept. Reading and writing block.
 */
public final class Connections {
    private static final String HIDDEN = "removedProvided";
    private static final String PROVIDED = "provided";

    private final JsonFile file;
    private final ObjectNode raw;
    private final Map<String, Connection> byId = new LinkedHashMap<>();
    private final Map<String, Predefined> predefined = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();

    private Connections(JsonFile file, List<Predefined> provided) {
        this.file = file;
        raw = file.read();
        provided.forEach(given -> predefined.put(given.connection().id(), given));
        raw.path(HIDDEN).forEach(id -> hidden.add(id.asText()));
        for (JsonNode node : entries()) {
            ConnectionJson.read(node)
                    .filter(c -> isProvided(c.id()) || !node.path(PROVIDED).asBoolean(false))
                    .ifPresent(c -> byId.put(c.id(), c));
        }
    }

    /**
     * Reads the connections; a missing file means none, a damaged one is set aside.
     *
     * @param path from {@link Home#connections()}
     * @param clock names the damaged file
     */
    public static Connections open(Path path, InstantSource clock) {
        return open(path, clock, List.of());
    }

    /**
     * The same with connections that the computer's administrator provides. They come first; the
     * user's own file holds what was added to them, or that one was removed.
     */
    public static Connections open(Path path, InstantSource clock, List<Predefined> provided) {
        return new Connections(new JsonFile(path, clock), provided);
    }

    /** All of them: those provided, then the user's in the order they were added. */
    public synchronized List<Connection> list() {
        List<Connection> all = new ArrayList<>();
        predefined.keySet().forEach(id -> provided(id).ifPresent(all::add));
        byId.values().stream().filter(own -> !isProvided(own.id())).forEach(all::add);
        return List.copyOf(all);
    }

    /** One of them. */
    public synchronized Optional<Connection> find(String id) {
        return isProvided(id) ? provided(id) : Optional.ofNullable(byId.get(id));
    }

    /** Whether the computer's administrator provides it. */
    public boolean isProvided(String id) {
        return predefined.containsKey(id);
    }

    /**
     * Whether it can neither be edited nor removed. Keeping it again only keeps who signs in, and
     * the project where none is given.
     */
    public boolean isLocked(String id) {
        Predefined given = predefined.get(id);
        return given != null && given.locked();
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
        if (isLocked(connection.id())) {
            entry.put(PROVIDED, true); // so that it ends when the administrator takes it back
        } else {
            entry.remove(PROVIDED);
        }
        Set<String> shown = new LinkedHashSet<>(hidden);
        shown.remove(connection.id());
        save(entries, shown);
        byId.put(connection.id(), connection);
    }

    /**
     * Forgets a connection; of a locked one only what the user added. Its secrets are the {@link
     * SignIns}'s to forget.
     *
     * @param id which
     * @throws UncheckedIOException when the file could not be written; nothing changed then
     */
    public synchronized void remove(String id) {
        ArrayNode entries = entries().deepCopy();
        int at = indexOf(entries, id);
        Set<String> gone = new LinkedHashSet<>(hidden);
        boolean hides = isProvided(id) && !isLocked(id) && gone.add(id);
        if (at >= 0) {
            entries.remove(at);
        }
        if (at >= 0 || hides) {
            save(entries, gone);
            byId.remove(id);
        }
    }

    private Optional<Connection> provided(String id) {
        Predefined given = predefined.get(id);
        if (given == null || (hidden.contains(id) && !given.locked())) {
            return Optional.empty();
        }
        Connection own = byId.get(id);
        return Optional.of(own == null ? given.connection() : given.with(own));
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

    private void save(ArrayNode entries, Set<String> gone) {
        ObjectNode content = raw.deepCopy();
        content.set("connections", entries);
        ArrayNode ids = content.putArray(HIDDEN);
        gone.forEach(ids::add);
        if (gone.isEmpty()) {
            content.remove(HIDDEN);
        }
        try {
            file.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        raw.removeAll();
        raw.setAll(content);
        hidden.clear();
        hidden.addAll(gone);
    }
}
