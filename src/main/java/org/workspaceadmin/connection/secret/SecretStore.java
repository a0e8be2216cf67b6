package org.workspaceadmin.connection.secret;

import java.util.Optional;

/**
 * Keeps secrets by name. Except for {@link #state()}, calls may block for as long as the store's
 * patience lasts, so they belong on background threads; none throws because a secret or the store
 * itself is not there. Safe for use by many threads.
 */
public interface SecretStore extends AutoCloseable {
    /** What is known of the store since it was asked last; answers at once. */
    StoreState state();

    /**
     * Tries the store for real: writes a random value, reads it back, compares and deletes it. Does
     * not ask the operator for anything where that can be helped.
     *
     * @return what is known then
     */
    StoreState tryOut();

    /**
     * Has the system ask the operator to unlock the store, when it is locked, and tries it.
     *
     * @return what is known then
     */
    StoreState unlock();

    /**
     * Keeps a secret, in place of an earlier one of that name.
     *
     * @param name its name, such as {@code connection/ID/sk}: printable ASCII, at most 200
     *     characters
     * @param secret copied; the caller wipes its own array
     * @return for how long it is kept
     */
    Kept store(String name, char[] secret);

    /**
     * Gives a secret back.
     *
     * @param name its name
     * @return a copy that the caller wipes; empty when there is none, or when the store cannot say:
     *     {@link #state()} tells these apart
     */
    Optional<char[]> read(String name);

    /**
     * Forgets a secret.
     *
     * @param name its name
     * @return whether nothing of it is left, which is also so when there was none; false when the
     *     store could not be asked
     */
    boolean delete(String name);

    /** Lets go of what is in memory. */
    @Override
    void close();
}
