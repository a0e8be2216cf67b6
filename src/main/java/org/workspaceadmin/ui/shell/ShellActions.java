package org.workspaceadmin.ui.shell;

import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.SignInForm;

/** What the frame asks of the program around it. Called on the UI thread. */
public interface ShellActions {
    /** The connections to switch to: those that are open and those that are kept. */
    List<Choice> connections();

    /**
     * Opens one of {@link #connections()}; its screens replace the present ones. One that is not
     * open is signed in to first, which may ask for something.
     */
    void open(String connectionId);

    /** Shows the page where a connection is made. */
    void connectElsewhere();

    /** Opens the dialog that saves a report for support. */
    void saveReport();

    /** Shows the page where connections are kept, changed and removed. */
    default void manageConnections() {
        connectElsewhere();
    }

    /**
     * Inputs for what is missing to sign in again on the connection on screen.
     *
     * @return empty when it cannot be signed in to again
     */
    default Optional<SignInForm> signInForm() {
        return Optional.empty();
    }

    /**
     * Replaces how the connection on screen signs in; screens, lists and plans stay. Tried once.
     *
     * @param signIn how from now on; the caller wipes it when the work ended
     */
    default Work<Boolean> signInAgain(SignIn signIn) {
        return Work.of(false);
    }

    /** Shows which program this is, over whatever is shown. */
    default void showAbout() {}

    /** Opens the settings over whatever is shown. */
    default void showSettings() {}

    /**
     * A connection to choose.
     *
     * @param id its id
     * @param name its name
     * @param demo whether it is the demo
     * @param marking its colour and label
     * @param open whether it is open, so that choosing it asks for nothing
     */
    record Choice(String id, String name, boolean demo, Marking marking, boolean open) {
        /** One that is open and not marked. */
        public Choice(String id, String name, boolean demo) {
            this(id, name, demo, Marking.NONE, true);
        }
    }
}
