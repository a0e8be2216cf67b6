package org.workspaceadmin.connection.transfer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.transfer.FileText.Refused;
import org.workspaceadmin.connection.transfer.Incoming.Match;

/** The file that hands connections to colleagues: JSON, versioned, without any secret. */
public final class ConnectionsFile {
    /** How such files end. */
    public static final String SUFFIX = ".workspace-admin.json";

    private static final String FORMAT = "workspace-admin-connections";
    private static final int VERSION = 1;
    private static final int MOST = 1000;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private ConnectionsFile() {}

    /** What came of reading a file. */
    public sealed interface Content {
        /**
         * It was understood.
         *
         * @param incoming what it holds, in its order
         * @param faulty entries that are no connections
         */
        record Offer(List<Incoming> incoming, List<Faulty> faulty) implements Content {
            /** Copies the lists. */
            public Offer {
                incoming = List.copyOf(incoming);
                faulty = List.copyOf(faulty);
            }
        }

        /**
         * It was not read.
         *
         * @param reason why
         * @param detail the version or the field it is about, empty when there is none
         */
        record NotRead(Reason reason, String detail) implements Content {}
    }

    /**
     * An entry that is no connection.
     *
     * @param name what it calls itself, empty when nothing
     * @param fault the first thing wrong with it
     */
    public record Faulty(String name, InputFault fault) {}

    /**
     * Why a file was not read; the message bundles hold {@code connection.import.file.<reason>}.
     */
    public enum Reason {
        /** It is not there, or may not be read. */
        NO_ACCESS,
        /** It is far larger than such a file can be. */
        TOO_LARGE,
        /** It is not JSON, or JSON of something else. */
        NOT_OURS,
        /** A newer version of the program wrote it. */
        NEWER,
        /** A field in it looks like a secret; nobody should hand these around. */
        SECRET_INSIDE
    }

    /**
     * Writes a file; blocks.
     *
     * @param file its place, usually ending in {@link #SUFFIX}
     * @param connections what to hand on; the demo is left out
     * @param withIdentities whether key ids and user names go along
     * @throws IOException when it could not be written
     */
    public static void write(Path file, Collection<Connection> connections, boolean withIdentities)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        ArrayNode list = root.putArray("connections");
        for (Connection connection : connections) {
            if (!connection.demo()) {
                SharedConnection.of(connection, withIdentities).write(list.addObject());
            }
        }
        Files.write(file, JSON.writeValueAsBytes(root));
    }

    /**
     * Reads a file and holds it against what is kept; blocks and changes nothing.
     *
     * @param file its place
     * @param kept the connections there are
     */
    public static Content read(Path file, Collection<Connection> kept) {
        try (FileText text = FileText.read(file);
                Reader reader = new CharArrayReader(text.characters())) {
            JsonNode root = JSON.readTree(reader);
            return root == null ? notRead(Reason.NOT_OURS, "") : content(root, kept);
        } catch (Refused e) {
            return notRead(
                    e.reason() == Unreadable.Reason.TOO_LARGE ? Reason.TOO_LARGE : Reason.NO_ACCESS,
                    "");
        } catch (JacksonException e) {
            return notRead(Reason.NOT_OURS, ""); // its text would quote the file
        } catch (IOException e) {
            return notRead(Reason.NO_ACCESS, "");
        }
    }

    private static Content content(JsonNode root, Collection<Connection> kept) {
        if (!root.path("format").asText().equals(FORMAT)
                || !root.path("version").isIntegralNumber()
                || !root.path("connections").isArray()) {
            return notRead(Reason.NOT_OURS, "");
        }
        int version = root.path("version").asInt();
        if (version > VERSION) {
            return notRead(Reason.NEWER, Integer.toString(version));
        }
        Optional<String> secret = SecretFields.first(root);
        if (secret.isPresent()) {
            return notRead(Reason.SECRET_INSIDE, secret.get());
        }
        List<Incoming> incoming = new ArrayList<>();
        List<Faulty> faulty = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : root.path("connections")) {
            SharedConnection shared = SharedConnection.read(node);
            List<InputFault> faults = shared.check();
            String name = shared.draft().name();
            if (!faults.isEmpty()) {
                faulty.add(new Faulty(name, faults.getFirst()));
            } else if (!names.add(ConnectionDraft.folded(name))) {
                faulty.add(new Faulty(name, nameTaken(name)));
            } else if (incoming.size() < MOST) {
                incoming.add(compared(shared, kept));
            }
        }
        return new Content.Offer(incoming, faulty);
    }

    private static InputFault nameTaken(String name) {
        return new InputFault(InputFault.Field.NAME, "nameTaken", List.of(name));
    }

    private static Incoming compared(SharedConnection shared, Collection<Connection> kept) {
        String name = ConnectionDraft.folded(shared.draft().name());
        for (Connection connection : kept) {
            if (ConnectionDraft.folded(connection.name()).equals(name)) {
                Match match = isSame(shared, connection) ? Match.SAME : Match.CONFLICT;
                return new Incoming(shared, match, connection);
            }
        }
        return new Incoming(shared, Match.NEW, null);
    }

    /** Whether taking it would change nothing; what the file leaves open does not count. */
    private static boolean isSame(SharedConnection shared, Connection kept) {
        ConnectionDraft draft = shared.draft();
        boolean project = draft.projectId().isEmpty() || draft.projectId().equals(kept.projectId());
        boolean somebody =
                shared.identity().accessKey().isEmpty() && shared.identity().user().isEmpty();
        return draft.addresses().filter(kept.endpoints()::equals).isPresent()
                && draft.region().equals(kept.region())
                && project
                && draft.generation().generation() == kept.generation()
                && draft.enterpriseProjectId().equals(kept.enterpriseProjectId())
                && draft.marking().equals(kept.marking())
                && shared.identity().kind() == kept.signIn()
                && (somebody || shared.identity().equals(kept.identity()));
    }

    private static Content notRead(Reason reason, String detail) {
        return new Content.NotRead(reason, detail);
    }
}
