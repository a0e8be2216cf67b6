package org.workspaceadmin.connection.secret;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps secrets in memory until the program ends; nothing is ever written. */
public final class SessionSecretStore implements SecretStore {
    private final Map<String, char[]> secrets = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized boolean isAvailable() {
        return !closed;
    }

    @Override
    public synchronized boolean store(String name, char[] secret) {
        if (closed) {
            return false;
        }
        wipe(secrets.put(name, secret.clone()));
        return true;
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
    }

    @Override
    public synchronized void delete(String name) {
        wipe(secrets.remove(name));
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
