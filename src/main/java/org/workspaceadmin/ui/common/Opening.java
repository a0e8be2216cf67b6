package org.workspaceadmin.ui.common;

import java.util.List;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Detected;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.model.Project;

/** What came of opening a connection; failures are problems. */
public sealed interface Opening {
    /**
     * It is on screen.
     *
     * @param connectionId its id
     * @param kept for how long its sign-in is kept, {@link Kept#NOT} when nobody asked for it
     */
    record Opened(String connectionId, Kept kept) implements Opening {}

    /**
     * Its sign-in is not remembered, or needs a fresh one-time code.
     *
     * @param connection which
     */
    record SignInNeeded(Connection connection) implements Opening {}

    /**
     * The region has no project of its name that this user may use, or several.
     *
     * @param connection which
     * @param projects those to choose from, possibly none
     */
    record WhichProject(Connection connection, List<Project> projects) implements Opening {
        /** Copies the list. */
        public WhichProject {
            projects = List.copyOf(projects);
        }
    }

    /**
     * Nothing proves which API generation the address serves.
     *
     * @param connection which, with its project
     * @param unclear what is known instead
     */
    record WhichGeneration(Connection connection, Detected.Unclear unclear) implements Opening {}
}
