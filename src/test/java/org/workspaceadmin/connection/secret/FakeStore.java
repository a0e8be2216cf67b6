package org.workspaceadmin.connection.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.connection.secret.StoreState.Store;

/** A lasting store whose state a test sets; it keeps secrets as texts, for assertions. */
public final class FakeStore implements SecretStore {
    private final Map<String, String> secrets = new TreeMap<>();
    private Kind kind = Kind.READY;
    private String refused = "\0";

    /** Is in this state from now on. */
    public synchronized void kind(Kind now) {
        kind = now;
    }

    /** Does not take secrets whose name ends like this. */
    public synchronized void refuse(String ending) {
        refused = ending;
    }

    /** The names kept. */
    public synchronized Set<String> names() {
        return new TreeSet<>(secrets.keySet());
    }

    /** The secrets kept. */
    public synchronized List<String> values() {
        return List.copyOf(secrets.values());
    }

    @Override
    public synchronized StoreState state() {
        return new StoreState(
                Store.SECRET_SERVICE, kind, kind == Kind.READY ? "" : "as the test wants");
    }

    @Override
    public StoreState tryOut() {
        return state();
    }

    @Override
    public synchronized StoreState unlock() {
        if (kind == Kind.LOCKED) {
            kind = Kind.READY;
        }
        return state();
    }

    @Override
    public synchronized Kept store(String name, char[] secret) {
        if (kind != Kind.READY || name.endsWith(refused)) {
            return Kept.NOT;
        }
        secrets.put(name, new String(secret));
        return Kept.LASTING;
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        return kind == Kind.READY
                ? Optional.ofNullable(secrets.get(name)).map(String::toCharArray)
                : Optional.empty();
    }

    @Override
    public synchronized boolean delete(String name) {
        if (kind != Kind.READY) {
            return false;
        }
        secrets.remove(name);
        return true;
    }

    @Override
    public void close() {}
}
