package org.workspaceadmin.connection.secret;

import java.util.Optional;
import org.workspaceadmin.connection.secret.StoreState.Store;

/**
 * The system's key store as the system gives it: short texts by account, under the program's name.
 * Every call may block for ever and throw anything; {@link KeyRingStore} guards against both.
 */
interface KeyRing {
    /** Which store it is. */
    Store which();

    /**
     * Looks whether it is there and open, without asking the operator for anything.
     *
     * @return ready when nothing speaks against it
     */
    StoreState look();

    /**
     * Opens it; where it is locked, the system may ask the operator.
     *
     * @return open until closed
     * @throws Exception when it cannot be opened
     */
    Ring open() throws Exception;

    /**
     * What a failure of {@link #open()} or of the ring tells.
     *
     * @param failure what was thrown
     * @return not ready
     */
    StoreState because(Throwable failure);

    /** An open key store; for one thread. */
    interface Ring extends AutoCloseable {
        /**
         * Reads.
         *
         * @param account our name of the entry
         * @return its text, empty when there is no such entry
         * @throws Exception when it cannot be read
         */
        Optional<String> get(String account) throws Exception;

        /**
         * Creates or replaces.
         *
         * @param account our name of the entry
         * @param text at most {@link Parts#LONGEST} characters, not empty
         * @throws Exception when it is not kept
         */
        void set(String account, String text) throws Exception;

        /**
         * Deletes; an absent entry is fine.
         *
         * @param account our name of the entry
         * @throws Exception when it may still be there
         */
        void delete(String account) throws Exception;

        /** Lets go of it; a failure of this is of no interest. */
        @Override
        void close();
    }
}
