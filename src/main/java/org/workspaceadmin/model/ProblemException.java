package org.workspaceadmin.model;

import java.util.Objects;

/** Carries a {@link Problem} through code that fails by throwing. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Wraps a problem.
     *
     * @param problem what happened
     */
    public ProblemException(Problem problem) {
        super(problem.kind() + " " + problem.httpStatus() + " " + problem.code());
        this.problem = Objects.requireNonNull(problem);
    }

    /** What happened. */
    public Problem problem() {
        return problem;
    }
}
