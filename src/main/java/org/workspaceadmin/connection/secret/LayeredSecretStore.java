package org.workspaceadmin.connection.secret;

import java.util.Optional;

/**
 * A lasting store with this program's memory behind it: what the lasting one does not take is kept
 * until the program ends, and {@link #store} says so. No file ever takes its place.
 */
public final class LayeredSecretStore implements SecretStore {
    private final SecretStore lasting;
    private final SessionSecretStore session;

    /**
     * Puts memory behind a store.
     *
     * @param lasting asked first; becomes this one's to close
     */
    public LayeredSecretStore(SecretStore lasting) {
        this.lasting = lasting;
        session = new SessionSecretStore();
    }

    /** The system's key store with memory behind it. */
    public static SecretStore system() {
        return new LayeredSecretStore(KeyRingStore.system());
    }

    /** The lasting store's state; memory is always there. */
    @Override
    public StoreState state() {
        return lasting.state();
    }

    @Override
    public StoreState tryOut() {
        return lasting.tryOut();
    }

    @Override
    public StoreState unlock() {
        return lasting.unlock();
    }

    @Override
    public Kept store(String name, char[] secret) {
        Kept kept = lasting.store(name, secret);
        if (kept == Kept.LASTING) {
            session.delete(name);
            return kept;
        }
        return session.store(name, secret);
    }

    /** From memory first: what lies there is newer than what the lasting store did not replace. */
    @Override
    public Optional<char[]> read(String name) {
        return session.read(name).or(() -> lasting.read(name));
    }

    @Override
    public boolean delete(String name) {
        session.delete(name);
        return lasting.delete(name);
    }

    @Override
    public void close() {
        session.close();
        lasting.close();
    }
}
