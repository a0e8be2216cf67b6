package org.workspaceadmin.directory;

import java.io.Serial;

/** The directory could not be read. */
public final class DirectoryException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient DirectoryProblem problem;

    /**
     * A failure.
     *
     * @param problem why
     */
    public DirectoryException(DirectoryProblem problem) {
        super(problem.kind() + " " + problem.text());
        this.problem = problem;
    }

    /** Why. */
    public DirectoryProblem problem() {
        return problem;
    }
}
