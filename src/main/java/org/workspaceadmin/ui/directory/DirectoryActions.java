package org.workspaceadmin.ui.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;

/**
 * What the dialog Directory access asks of the program, for one connection. Whatever blocks is work
 * in the background. Nothing here changes anything in the directory.
 */
public interface DirectoryActions {
    /** What was entered for the connection so far. */
    DirectoryData data();

    /** Whether the account's password lies in the key store. */
    boolean remembered();

    /** Whether the account's password is at hand: remembered, or typed since the start. */
    boolean passwordKnown();

    /** What the service's own settings say of the directory; fails with a problem. */
    Work<Proposal> proposal();

    /** Tries the key store for real; asked before "remember" is offered. */
    Work<StoreState> tryStore();

    /** Has the system ask the operator to unlock the key store. */
    Work<StoreState> unlockStore();

    /**
     * Signs in once and reads nothing.
     *
     * @param order how
     */
    Work<SignInTrial.Result> test(Order order);

    /**
     * Keeps what was entered, and begins to read the directory.
     *
     * @param order how; its password is remembered where that is asked for
     * @return for how long the password is kept
     */
    Work<Kept> open(Order order);

    /**
     * Ends the reading and keeps nothing of the password.
     *
     * @return whether nothing of it is left
     */
    Work<Boolean> shut();

    /**
     * The certificates of a file.
     *
     * @param file PEM, DER or PKCS#7
     * @return none when there is none in it
     */
    Work<List<X509Certificate>> certificates(Path file);

    /** Which kind of directory the service is set up with. */
    enum Kind {
        /** The company's own Active Directory. */
        COMPANY,
        /**
         * A directory of the service in the cloud: no controller of it can be reached from here.
         */
        CLOUD,
        /** The service does not tell. */
        NOT_TOLD
    }

    /**
     * What the service says.
     *
     * @param kind which kind of directory
     * @param data as far as it is known
     */
    record Proposal(Kind kind, DirectoryData data) {}

    /**
     * How to reach the directory.
     *
     * @param data where and who
     * @param password the account's, empty for the one at hand; copied before a call returns
     * @param remember whether the password is kept in the system's key store
     */
    record Order(DirectoryData data, Optional<Secret> password, boolean remember)
            implements AutoCloseable {
        /** Wipes the password. */
        @Override
        public void close() {
            password.ifPresent(Secret::close);
        }
    }
}
