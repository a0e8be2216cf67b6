package org.workspaceadmin.connection;

import org.workspaceadmin.cloud.SetupCalls;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/**
 * Finds out which API generation an address serves, by reading only.
 *
 * <p>What proves what (api/README.md "Two API generations", api/workspace.md section 3,
 * api/errors.md section 4): the service details exist in v2 only and answer 200 in every project,
 * with {@code CLOSED} where nobody applied, so 200 proves v2. Gateway code 0101 proves that the
 * gateway does not know a call. Where it does not know that one, and Workspace itself answers the
 * job query of v1.0, if only to say that there is no such job, v1.0 is proven. A refusal, a timeout
 * or a broken answer proves nothing.
 */
public final class GenerationCheck {
    /** Well-formed, and nobody's: the question is who answers, not what. */
    static final String NO_JOB = "00000000-0000-0000-0000-000000000000";

    private static final String UNKNOWN_CALL = "0101";

    private GenerationCheck() {}

    /**
     * Asks; blocks.
     *
     * @param service signed in and aimed at a project
     * @return what is proven; problems are part of it, none is thrown
     */
    public static <S extends WorkspaceService & SetupCalls> Detected detect(S service) {
        try {
            return new Detected.V2(service.service().await().status().word());
        } catch (ProblemException e) {
            if (!isUnknownCall(e.problem())) {
                return unclear(e.problem());
            }
        }
        try {
            service.jobV1(NO_JOB).await();
            return new Detected.V1("");
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (isUnknownCall(problem)) {
                return new Detected.Unclear(Detected.Why.NEITHER, problem);
            }
            return isWorkspaceSpeaking(problem)
                    ? new Detected.V1(problem.code())
                    : unclear(problem);
        }
    }

    /** Whether Workspace itself wrote this answer about a job or a value, not about permission. */
    static boolean isWorkspaceSpeaking(Problem problem) {
        boolean aboutTheJob =
                switch (problem.kind()) {
                    case NOT_FOUND, BAD_REQUEST, REFUSED_WITH_SUCCESS_STATUS -> true;
                    default -> false;
                };
        return aboutTheJob && !problem.code().isEmpty() && problem.gatewayNumber().isEmpty();
    }

    private static boolean isUnknownCall(Problem problem) {
        return problem.kind() == Kind.NOT_OFFERED && problem.gatewayNumber().equals(UNKNOWN_CALL);
    }

    private static Detected unclear(Problem problem) {
        return new Detected.Unclear(
                problem.httpStatus() == 403 ? Detected.Why.REFUSED : Detected.Why.NO_PROOF,
                problem);
    }
}
