package org.workspaceadmin.simulator.http;

/** Ends the handling of a request with an error answer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final Origin origin;

    /** Who refuses: that decides the shape of the body. */
    public enum Origin {
        /** The Workspace service. */
        WORKSPACE,
        /** The API gateway. */
        GATEWAY,
        /** Identity management. */
        IAM,
        /** The token service for authorization messages. */
        STS
    }

    private Refusal(Origin origin, int status, String code, String message) {
        super(message, null, false, false);
        this.origin = origin;
        this.status = status;
        this.code = code;
    }

    /**
     * A refusal by Workspace.
     *
     * @param status HTTP status
     * @param code {@code WKS.…}
     * @param message text
     * @return to throw
     */
    public static Refusal workspace(int status, String code, String message) {
        return new Refusal(Origin.WORKSPACE, status, code, message);
    }

    /**
     * A value that is not accepted.
     *
     * @param message names the field
     * @return to throw
     */
    public static Refusal badRequest(String message) {
        return workspace(400, "WKS.0001", message);
    }

    /**
     * A refusal by the gateway.
     *
     * @param status HTTP status
     * @param code {@code APIGW.…}
     * @param message text
     * @return to throw
     */
    public static Refusal gateway(int status, String code, String message) {
        return new Refusal(Origin.GATEWAY, status, code, message);
    }

    /**
     * A failed authentication.
     *
     * @param reason what is wrong
     * @return to throw
     */
    public static Refusal unauthenticated(String reason) {
        return gateway(401, "APIGW.0301", "Incorrect IAM authentication information: " + reason);
    }

    /**
     * A refusal by IAM.
     *
     * @param status HTTP status
     * @param message text
     * @return to throw
     */
    public static Refusal iam(int status, String message) {
        return new Refusal(Origin.IAM, status, "", message);
    }

    /**
     * A refusal by STS.
     *
     * @param status HTTP status
     * @param code {@code STS5.…}
     * @param message text
     * @return to throw
     */
    public static Refusal sts(int status, String code, String message) {
        return new Refusal(Origin.STS, status, code, message);
    }

    /**
     * As it is sent.
     *
     * @param requestId of this request
     * @return the answer
     */
    public Answer answer(String requestId) {
        String message = String.valueOf(getMessage());
        if (origin == Origin.IAM) {
            var body = Json.object();
            body.putObject("error")
                    .put("code", status)
                    .put("message", message)
                    .put("title", title(status));
            return Answer.json(status, body).with("X-IAM-Trace-Id", "token_" + requestId);
        }
        return Answer.failure(status, code, message, origin == Origin.GATEWAY ? requestId : null);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            default -> "Error";
        };
    }
}
