package org.workspaceadmin.model;

import java.util.List;

/**
 * What is known after a write was sent. Exactly one of three: the service took it, the service (or
 * the network before it) refused it, or nobody knows.
 */
public sealed interface WriteAnswer {
    /**
     * The service took the request.
     *
     * @param httpStatus 200, 201, 202 or 204; tells SID outcomes apart
     * @param jobId the job that follows, empty when none does
     * @param failures desktops the service refused inside a success (power actions)
     * @param requestId the service's request id, empty when none
     */
    record Accepted(int httpStatus, String jobId, List<TargetFailure> failures, String requestId)
            implements WriteAnswer {
        /** Copies the list. */
        public Accepted {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Certainly not done.
     *
     * @param problem why
     * @param left whether the request left this machine; one that did not, for whatever reason, can
     *     be sent later just the same
     */
    record Refused(Problem problem, boolean left) implements WriteAnswer {
        /** One that left unless its problem says otherwise. */
        public Refused(Problem problem) {
            this(problem, !problem.neverLeft());
        }
    }

    /**
     * The request left and no readable answer came: it may or may not have been carried out, and is
     * never repeated on its own.
     *
     * @param problem what broke
     */
    record Unanswered(Problem problem) implements WriteAnswer {}

    /**
     * One desktop refused inside a success.
     *
     * @param desktopId the desktop
     * @param desktopName its name, empty when not sent
     * @param code error code
     * @param message the service's text
     */
    record TargetFailure(String desktopId, String desktopName, String code, String message) {}
}
