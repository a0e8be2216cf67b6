package org.workspaceadmin.connection.secret;

import java.util.Optional;

/**
 * Keeps secrets by name. Calls may block, so they belong on background threads; none throws because
 * a secret or the store itself is not there.
 */
public interface SecretStore extends AutoCloseable {
    /** Whether secrets can be kept now; answers fast and never throws. */
    boolean isAvailable();

    /**
     * Keeps a secret, in place of an earlier one of that name.
     *
     * @param name its name, such as {@code connection/ID/sk}
     * @param secret copied; the caller wipes its own array
     * @return whether it is kept
     */
    boolean store(String name, char[] secret);

    /**
     * Gives a secret back.
     *
     * @param name its name
     * @return a copy that the caller wipes, empty when there is none
     */
    Optional<char[]> read(String name);

    /**
     * Forgets a secret; does nothing when there is none.
     *
     * @param name its name
     */
    void delete(String name);

    /** Lets go of what is in memory. */
    @Override
    void close();
}
