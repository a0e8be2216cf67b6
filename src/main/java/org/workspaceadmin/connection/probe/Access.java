package org.workspaceadmin.connection.probe;

import org.workspaceadmin.model.Problem;

/** What one harmless read says of a permission and of a call. */
enum Access {
    /** It was answered. */
    ALLOWED("allowed"),
    /**
     * The service looked at it and found nothing or disliked a value: so it is no question of
     * permission.
     */
    NOT_REFUSED("notRefused"),
    /** 403: a permission is missing. */
    REFUSED("refused"),
    /** 404 APIGW.0101: the region lacks the call. */
    LACKING("lacking"),
    /** The service is not open in this project, so it says nothing. */
    CLOSED("closed"),
    /** It got no clear answer. */
    UNKNOWN("unknown"),
    /** It was not asked, because that would take more than a read. */
    UNTRIED("untried");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    /** Its word, by the code of {@link Value.Word}. */
    String word() {
        return word;
    }

    /** What a failed read says. */
    static Access of(Problem problem) {
        return switch (problem.kind()) {
            case FORBIDDEN -> REFUSED;
            case NOT_OFFERED -> LACKING;
            case SERVICE_DISABLED -> CLOSED;
            case NOT_FOUND, BAD_REQUEST, NOT_QUALIFIED, CONFLICT -> NOT_REFUSED;
            default -> UNKNOWN;
        };
    }
}
