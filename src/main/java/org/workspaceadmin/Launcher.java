package org.workspaceadmin;

/** The main class: reads the options and starts the program, the tour or the simulator. */
public final class Launcher {
    private Launcher() {}

    /**
     * Starts what the options ask for.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.out.println("Workspace Admin");
    }
}
