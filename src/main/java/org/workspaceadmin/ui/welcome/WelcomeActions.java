package org.workspaceadmin.ui.welcome;

import java.util.List;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;

/** What the page asks of the program around it. Called on the UI thread. */
public interface WelcomeActions {
    /** Starts the demo and opens it. */
    Work<Boolean> openDemo();

    /** The kept connections, those used last first; answers at once. */
    List<ConnectionEntry> connections();

    /**
     * Opens a kept connection, by its remembered sign-in when there is one.
     *
     * @param connectionId which
     */
    Work<Opening> open(String connectionId);

    /** Asks for the sign-in of a connection, and opens it. */
    void askSignIn(Connection connection);

    /** Goes where what is open about a connection can be chosen. */
    void complete(Opening opening);

    /** Goes where a connection is made. */
    void newConnection();

    /** Goes to the kept connections. */
    void manageConnections();

    /** Shows what could be taken over from this computer or from a colleague. */
    void importConnections();
}
