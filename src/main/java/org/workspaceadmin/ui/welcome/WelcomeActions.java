package org.workspaceadmin.ui.welcome;

import java.util.List;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.task.Work;

/** What the page asks of the program around it. */
public interface WelcomeActions {
    /** Starts the demo and opens it. */
    Work<Boolean> openDemo();

    /**
     * Tries a connection and opens it when the service answered.
     *
     * @param draft where to, already checked
     * @param signIn how; copied before this returns
     * @return what came of it; fails with a problem
     */
    Work<Answer> connect(ConnectionDraft draft, SignIn signIn);

    /** What came of connecting. */
    sealed interface Answer {
        /** It is open. */
        record Opened() implements Answer {}

        /**
         * The region has no project of its name, or several.
         *
         * @param projects those to choose from, possibly none
         */
        record WhichProject(List<Project> projects) implements Answer {
            /** Copies the list. */
            public WhichProject {
                projects = List.copyOf(projects);
            }
        }
    }
}
