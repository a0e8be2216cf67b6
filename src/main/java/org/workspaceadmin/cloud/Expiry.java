package org.workspaceadmin.cloud;

import java.time.Instant;
import java.util.Map;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/** The problem of a sign-in that has run out and cannot be renewed without the operator. */
final class Expiry {
    private Expiry() {}

    /**
     * Found out here, before anything was sent.
     *
     * @param call the call that was not made
     * @param end when it ran out, by the service's clock
     * @param now when that was found
     */
    static Problem problem(String call, Instant end, Instant now) {
        return Problem.without(Kind.SIGN_IN_EXPIRED, call, "", now).withEvidence(evidence(end));
    }

    /**
     * Said by the service: its answer with the right kind.
     *
     * @param answer a 401
     * @param end when it ran out
     */
    static Problem of(Problem answer, Instant end) {
        return new Problem(
                        Kind.SIGN_IN_EXPIRED,
                        answer.call(),
                        answer.httpStatus(),
                        answer.code(),
                        answer.message(),
                        answer.detail(),
                        answer.authorizationMessage(),
                        answer.requestId(),
                        answer.raw(),
                        answer.retryAfter(),
                        answer.at(),
                        answer.evidence())
                .withEvidence(evidence(end));
    }

    private static Map<String, String> evidence(Instant end) {
        return Map.of(Evidence.EXPIRED, end.toString());
    }
}
