package org.workspaceadmin.ui.shell;

import java.util.List;

/** What the frame asks of the program around it. Called on the UI thread. */
public interface ShellActions {
    /** Connections that can be opened without asking for anything again. */
    List<Choice> connections();

    /** Opens one of {@link #connections()}; its screens replace the present ones. */
    void open(String connectionId);

    /** Shows the page where a connection is made. */
    void connectElsewhere();

    /** Opens the dialog that saves a report for support. */
    void saveReport();

    /**
     * A connection to choose.
     *
     * @param id its id
     * @param name its name
     * @param demo whether it is the demo
     */
    record Choice(String id, String name, boolean demo) {}
}
