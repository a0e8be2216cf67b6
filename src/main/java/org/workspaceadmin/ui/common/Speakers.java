package org.workspaceadmin.ui.common;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.SignInFault;

/**
 * Which texts may speak for a problem, the most exact first: keys of the message bundles without
 * their last part.
 *
 * @param problem what happened
 */
record Speakers(Problem problem) {
    private static final String BETWEEN = "problem.between";

    /** Many different failures share this number; their status tells them apart. */
    private static final String MIXED = "0201";

    /** All that may speak; the last one always can. */
    List<String> inOrder() {
        List<String> speakers = new ArrayList<>();
        String kind = kind(problem);
        String refined = refined(problem);
        if (!refined.isEmpty()) {
            speakers.add(kind + refined);
        }
        if (somethingBetween()) {
            speakers.add(BETWEEN + "." + problem.kind().name());
            speakers.add(BETWEEN);
        }
        if (ownWordsBeatTheCode()) {
            speakers.add(kind);
        }
        boolean unavailable =
                problem.kind() == Problem.Kind.SERVER
                        && problem.httpStatus() > 501
                        && problem.outcomeUnknown();
        String service = serviceKey(problem.code());
        speakers.add(service + "." + problem.httpStatus());
        if (unavailable && problem.gatewayNumber().equals(MIXED)) {
            speakers.add(kind + ".unavailable");
        }
        speakers.add(service);
        if (unavailable) {
            speakers.add(kind + ".unavailable");
        }
        if (problem.kind() == Problem.Kind.SERVER && !problem.outcomeUnknown()) {
            speakers.add(kind + ".told");
        }
        speakers.add(kind);
        return speakers;
    }

    /** The key of a kind. */
    static String kind(Problem problem) {
        return "problem." + problem.kind().name();
    }

    /**
     * The end of a key for what a status means at this very call (the vendor's pages Rejoin, SIDs
     * and Apply), or for a cause within the kind; empty for nothing special.
     */
    static String refined(Problem problem) {
        String call = problem.call();
        String word =
                switch (problem.kind()) {
                    case BAD_REQUEST -> call.endsWith("/desktops/sids") ? "sids" : "";
                    case NOT_QUALIFIED ->
                            call.endsWith("/desktops/sids")
                                    ? "sids"
                                    : call.endsWith("rejoin-domain") ? "rejoin" : "";
                    case NOT_FOUND ->
                            call.startsWith("POST") && call.endsWith("/workspaces") ? "apply" : "";
                    case UNAUTHENTICATED -> SignInFault.of(problem).word();
                    case FORBIDDEN ->
                            call.endsWith("/decode-authorization-message")
                                    ? "decode"
                                    : problem.authorizationMessage().isEmpty() ? "" : "explainable";
                    case CLOCK_SKEW -> clockIsRight(problem) ? "close" : "";
                    default -> "";
                };
        return word.isEmpty() ? "" : "." + word;
    }

    /** The key of a service's code, empty for none. */
    static String serviceKey(String code) {
        if (code.isEmpty()) {
            return "";
        }
        // older pages and other sites write APIG for the same numbers (api/errors.md section 4)
        return "service." + (code.startsWith("APIG.") ? "APIGW." + code.substring(5) : code);
    }

    /** Section 5 of api/errors.md: all of these come under the one code 0301. */
    private boolean ownWordsBeatTheCode() {
        return switch (problem.kind()) {
            case CLOCK_SKEW, KEY_LOCKED, SIGN_IN_EXPIRED -> true;
            default -> false;
        };
    }

    /**
     * Whether a proxy or the like wrote the answer: a page, or nothing at all without the request
     * id that every answer of the service carries.
     */
    private boolean somethingBetween() {
        boolean failed = problem.httpStatus() >= 400;
        boolean silent = problem.code().isEmpty() && problem.message().isEmpty();
        if (!failed || !silent) {
            return false;
        }
        String raw = problem.raw().strip();
        return raw.isEmpty()
                ? problem.requestId().isEmpty()
                : !raw.startsWith("{") && !raw.startsWith("[");
    }

    private static boolean clockIsRight(Problem problem) {
        return EvidenceText.clockOffset(problem)
                .map(offset -> offset.abs().toMinutes() < 15)
                .orElse(false);
    }
}
