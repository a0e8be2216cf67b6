package org.workspaceadmin.connection;

import java.util.List;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.model.Project;

/** What came of connecting. */
public sealed interface Connected {
    /**
     * The service answered.
     *
     * @param connection the connection, with its project
     * @param service the way to it; whoever takes it closes it
     */
    record To(Connection connection, CloudConnection service) implements Connected {}

    /**
     * The project is not clear: none or several have the region's name.
     *
     * @param projects those to choose from, possibly none
     */
    record ProjectOpen(List<Project> projects) implements Connected {
        /** Copies the list. */
        public ProjectOpen {
            projects = List.copyOf(projects);
        }
    }

    /**
     * The sign-in was taken, but nothing proves which API generation the address serves.
     *
     * @param connection the connection, with its project; its generation is a guess
     * @param detected what is known instead
     */
    record GenerationOpen(Connection connection, Detected.Unclear detected) implements Connected {}
}
