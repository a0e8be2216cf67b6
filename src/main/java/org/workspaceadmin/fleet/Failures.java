package org.workspaceadmin.fleet;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/** What a failed read means for the next one. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * The failure as a problem; anything else than a problem is a bug and logged as one.
     *
     * @param failure what a read threw
     * @param at when
     */
    static ProblemException of(RuntimeException failure, Instant at) {
        if (failure instanceof ProblemException known) {
            return known;
        }
        LOG.error("reading the fleet failed", failure);
        ProblemException wrapped =
                new ProblemException(
                        Problem.without(
                                Problem.Kind.INTERNAL, "", failure.getClass().getSimpleName(), at));
        wrapped.initCause(failure);
        return wrapped;
    }

    /**
     * Whether reading on unasked would do harm: five refused signatures in a row lock the key for
     * five minutes (api/README.md fact 12), so only the operator tries again.
     */
    static boolean needsOperator(Problem problem) {
        return switch (problem.kind()) {
            case UNAUTHENTICATED, CLOCK_SKEW, KEY_LOCKED -> true;
            default -> false;
        };
    }
}
