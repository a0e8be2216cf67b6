package org.workspaceadmin.operation;

import java.time.Instant;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/** Problems that arise on this side. */
final class Problems {
    private Problems() {}

    /**
     * A failure of the program itself, named by its type: texts of exceptions may hold anything.
     */
    static Problem internal(Throwable failure, Instant at) {
        if (failure instanceof JournalException journal) {
            return journal.problem(at);
        }
        return of(Problem.Kind.INTERNAL, failure.getClass().getSimpleName(), at);
    }

    /** What a failed read says of itself. */
    static Problem of(RuntimeException failure, Instant at) {
        return failure instanceof ProblemException problem
                ? problem.problem()
                : internal(failure, at);
    }

    /** Whether a read failed because the service could not be reached at all. */
    static boolean unreachable(RuntimeException failure) {
        return failure instanceof ProblemException problem
                && switch (problem.problem().kind()) {
                    case NAME_RESOLUTION, CONNECTION_REFUSED, PROXY_UNREACHABLE -> true;
                    case CONNECTION_LOST, TIMEOUT -> true;
                    default -> false;
                };
    }

    static Problem of(Problem.Kind kind, String message, Instant at) {
        return new Problem(kind, "", 0, "", message, "", "", "", "", null, at);
    }
}
