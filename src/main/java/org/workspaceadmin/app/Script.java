package org.workspaceadmin.app;

import java.nio.file.Path;

/** Drives the running program from outside, as the tour does. */
public interface Script {
    /**
     * Runs on a thread of its own once the window is on screen; the program ends after it.
     *
     * @param program the running program
     * @param folder where results go; exists
     * @return the program's exit code
     * @throws Exception anything, which ends the program with 1
     */
    int run(Program program, Path folder) throws Exception;
}
