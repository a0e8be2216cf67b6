package org.workspaceadmin.connection.secret;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.connection.secret.StoreState.Store;

/** Keeps secrets in memory until the program ends; nothing is ever written. Never blocks. */
public final class SessionSecretStore implements SecretStore {
    private final Map<String, char[]> secrets = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized StoreState state() {
        return closed
                ? new StoreState(Store.MEMORY, Kind.MISSING, "closed")
                : StoreState.ready(Store.MEMORY);
    }

    @Override
    public StoreState tryOut() {
        return state();
    }

    @Override
    public StoreState unlock() {
        return state();
    }

    @Override
    public synchronized Kept store(String name, char[] secret) {
        if (closed) {
            return Kept.NOT;
        }
        wipe(secrets.put(name, secret.clone()));
        return Kept.SESSION;
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
    }

    @Override
    public synchronized boolean delete(String name) {
        wipe(secrets.remove(name));
        return true;
    }

    /** Wipes and forgets everything; later secrets are not kept. */
    @Override
    public synchronized void close() {
        closed = true;
        secrets.values().forEach(SessionSecretStore::wipe);
        secrets.clear();
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
