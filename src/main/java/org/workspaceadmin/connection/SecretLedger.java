package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose secrets lie in the system's key store, so that the store need not be asked to know. The
 * file names owners and holds no secret. An owner whose secrets were to go while the store could
 * not be asked is owed until they went. Writing blocks.
 */
public final class SecretLedger {
    private static final Logger LOG = LoggerFactory.getLogger(SecretLedger.class);
    private static final String REMEMBERED = "remembered";
    private static final String OWED = "owed";

    private final JsonFile file;
    private final ObjectNode raw;
    private final Set<String> remembered;
    private final Set<String> owed;

    private SecretLedger(JsonFile file) {
        this.file = file;
        raw = file.read();
        remembered = owners(raw.path(REMEMBERED));
        owed = owners(raw.path(OWED));
    }

    /**
     * Reads the file; a missing one means none.
     *
     * @param path from {@link Home#remembered()}
     * @param clock names a damaged file
     */
    public static SecretLedger open(Path path, InstantSource clock) {
        return new SecretLedger(new JsonFile(path, clock));
    }

    /** Whose secrets are remembered. */
    synchronized Set<String> remembered() {
        return Set.copyOf(remembered);
    }

    /** Whose secrets still have to go. */
    synchronized Set<String> owed() {
        return Set.copyOf(owed);
    }

    /** The owner's secrets are in the key store. */
    synchronized void kept(String owner) {
        boolean added = remembered.add(owner);
        boolean settled = owed.remove(owner);
        writeWhen(added || settled);
    }

    /** The owner's secrets are gone. */
    synchronized void gone(String owner) {
        boolean removed = remembered.remove(owner);
        boolean settled = owed.remove(owner);
        writeWhen(removed || settled);
    }

    /** The owner's secrets are to go, and could not yet. */
    synchronized void owe(String owner) {
        boolean removed = remembered.remove(owner);
        boolean added = owed.add(owner);
        writeWhen(removed || added);
    }

    private static Set<String> owners(JsonNode node) {
        Set<String> owners = new LinkedHashSet<>();
        node.forEach(owner -> owners.add(owner.asText()));
        return owners;
    }

    private void writeWhen(boolean changed) {
        if (!changed) {
            return;
        }
        ObjectNode content = raw.deepCopy();
        list(content.putArray(REMEMBERED), remembered);
        list(content.putArray(OWED), owed);
        try {
            file.write(content);
        } catch (IOException e) {
            LOG.warn("which secrets are remembered could not be written", e);
        }
    }

    private static void list(ArrayNode array, Set<String> owners) {
        owners.forEach(array::add);
    }
}
