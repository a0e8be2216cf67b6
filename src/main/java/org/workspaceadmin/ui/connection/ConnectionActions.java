package org.workspaceadmin.ui.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.connection.transfer.Findings;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;

/**
 * What the screens of connections ask of the program around them. Whatever blocks is work in the
 * background whose cancelling ends its exchange; failures carry a problem.
 */
public interface ConnectionActions {
    /** The kept connections, those used last first; answers at once. */
    List<ConnectionEntry> entries();

    /**
     * The regions that may be connected to, by id, name in both languages and site; the likeliest
     * first.
     *
     * @param typed words in any order; empty means all
     */
    List<Region> regions(String typed);

    /**
     * Opens a kept connection: at once when it is attached, by its remembered sign-in when there is
     * one.
     *
     * @param connectionId which
     */
    Work<Opening> open(String connectionId);

    /**
     * Signs in once, and keeps and opens the connection when the service answered.
     *
     * @param order what and how
     */
    Work<Opening> connect(Order order);

    /**
     * Keeps a connection without trying it.
     *
     * @param order what; its sign-in is remembered when that is asked for
     * @return for how long the sign-in is kept
     */
    Work<Kept> save(Order order);

    /**
     * Removes a connection and its secrets, unless its operations are still followed.
     *
     * @param connectionId which
     */
    Work<Removal> remove(String connectionId);

    /** Tries the key store for real; asked before "remember" is offered. */
    Work<StoreState> tryStore();

    /** Has the system ask the operator to unlock the key store. */
    Work<StoreState> unlockStore();

    /**
     * The account's enterprise projects.
     *
     * @param order what is typed so far
     * @return none where the account lacks the feature
     */
    Work<List<EnterpriseProject>> enterpriseProjects(Order order);

    /**
     * Tests a connection step by step.
     *
     * @param order what is typed so far
     * @param clockOffset what is added to this machine's time when signing
     * @param listener hears each change, on any thread
     */
    Work<ProbeReport> probe(Order order, Duration clockOffset, ProbeListener listener);

    /** Looks for connections in the environment and in files of other tools. */
    Work<Findings> find();

    /** Reads one file of another tool. */
    Work<Findings> find(Path file);

    /** Reads a file that hands connections to colleagues. */
    Work<ConnectionsFile.Content> read(Path file);

    /**
     * Writes such a file, without secrets.
     *
     * @param file where
     * @param connections which
     * @param withIdentities whether key ids and user names go along
     * @return how many were written
     */
    Work<Integer> export(Path file, Collection<Connection> connections, boolean withIdentities);

    /** Leaves the screens of connections, back to where the operator came from. */
    void leave();

    /**
     * A connection and how to sign in to it.
     *
     * @param connection which; an id that is kept already means this one is changed
     * @param generation v1.0, v2, or to be detected
     * @param signIn how, empty for the remembered sign-in; copied before a call returns
     * @param remember whether the sign-in is kept in the system's key store
     */
    record Order(
            Connection connection,
            GenerationChoice generation,
            Optional<SignIn> signIn,
            boolean remember)
            implements AutoCloseable {
        /** Wipes the sign-in. */
        @Override
        public void close() {
            signIn.ifPresent(SignIn::close);
        }
    }

    /** What came of removing a connection. */
    sealed interface Removal {
        /**
         * It is gone.
         *
         * @param secretsGone whether nothing of its sign-in is left; otherwise it is deleted as
         *     soon as the key store can be asked
         */
        record Removed(boolean secretsGone) implements Removal {}

        /**
         * Nothing changed.
         *
         * @param openOperations how many operations are followed through it
         */
        record StillFollowed(int openOperations) implements Removal {}
    }
}
