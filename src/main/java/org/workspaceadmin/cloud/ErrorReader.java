package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/** Reads an answer that is a failure, in every shape of api/errors.md section 1. */
final class ErrorReader {
    /** How long the service keeps a key locked after repeated failures (section 5). */
    static final Duration KEY_LOCK = Duration.ofMinutes(5);

    /** How far a signature's time may be from the service's (section 5). */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    private static final int LONGEST_RAW = 500;
    private static final Set<String> OU_NOT_FOUND = Set.of("WKS.0202", "WKS.0915");
    private static final Set<String> ADDRESS = Set.of("0401", "0402", "0404", "0405");
    private static final Set<String> ACCOUNT = Set.of("0501", "0502", "0802");

    private ErrorReader() {}

    /** What an error body says. */
    private record Body(
            String code, String message, String detail, String authorization, String requestId) {
        static final Body NONE = new Body("", "", "", "", "");

        boolean isEmpty() {
            return code.isEmpty() && message.isEmpty();
        }
    }

    /**
     * The problem in a failed answer.
     *
     * @param call the call's name
     * @param reply any answer outside 200-299
     * @param at when it came
     */
    static Problem read(String call, Reply reply, Instant at) {
        JsonNode json = Json.tryParse(reply);
        Body body = json == null ? Body.NONE : body(json, 0);
        Problem untyped = problem(Kind.INTERNAL, call, reply, body, at);
        Duration offset = HealthMeter.offset(reply.header("Date"), at);
        Kind kind = json == null ? foreign(reply.status()) : kind(reply.status(), untyped, offset);
        Problem problem = problem(kind, call, reply, body, at);
        return switch (kind) {
            case KEY_LOCKED -> problem.withRetryAfter(KEY_LOCK);
            case CLOCK_SKEW ->
                    offset == null
                            ? problem
                            : problem.withEvidence(
                                    Map.of(Evidence.CLOCK_OFFSET, offset.toString()));
            default -> problem;
        };
    }

    /**
     * The problem in a good answer that carries an error code.
     *
     * @param call the call's name
     * @param reply an answer of 200-299
     * @param json its body
     * @param at when it came
     * @return null when it carries none
     */
    static @Nullable Problem inSuccess(String call, Reply reply, JsonNode json, Instant at) {
        if (!json.isObject() || Json.text(json, "error_code").isEmpty()) {
            return null;
        }
        return problem(Kind.REFUSED_WITH_SUCCESS_STATUS, call, reply, body(json, 1), at);
    }

    /** A good status with a body nobody can read. */
    static Problem unreadable(String call, Reply reply, Instant at) {
        return problem(Kind.UNREADABLE, call, reply, Body.NONE, at);
    }

    /** The request id of an answer's headers, empty when none. */
    static String requestId(Reply reply) {
        String id = reply.header("X-Request-Id");
        return id.isEmpty() ? reply.header("X-IAM-Trace-Id") : id;
    }

    private static Problem problem(Kind kind, String call, Reply reply, Body body, Instant at) {
        String requestId = body.requestId.isEmpty() ? requestId(reply) : body.requestId;
        return new Problem(
                kind,
                call,
                reply.status(),
                body.code,
                body.message,
                body.detail,
                body.authorization,
                requestId,
                body.isEmpty() ? head(reply.text()) : "",
                retryAfter(reply, at),
                at,
                reply.host().isEmpty() ? Map.of() : Map.of(Evidence.HOST, reply.host()));
    }

    private static Body body(JsonNode json, int depth) {
        if (!json.isObject()) {
            return Body.NONE;
        }
        String authorization = Json.text(json, "encoded_authorization_message");
        String requestId = Json.text(json, "request_id");
        String code = Json.text(json, "error_code");
        String message = Json.text(json, "error_msg");
        if (code.isEmpty() && message.isEmpty()) {
            code = Json.text(json, "code");
            message = Json.text(json, "message");
        }
        if (code.isEmpty() && message.isEmpty() && depth == 0) {
            for (JsonNode inner : json) {
                Body deeper = body(inner, 1);
                if (!deeper.isEmpty()) {
                    return new Body(
                            deeper.code,
                            deeper.message,
                            deeper.detail,
                            firstOf(authorization, deeper.authorization),
                            firstOf(requestId, deeper.requestId));
                }
            }
        }
        String detail = Json.text(json, "error_detail");
        if (detail.isEmpty() && json.path("details").size() > 0) {
            detail = json.path("details").toString();
        }
        return new Body(code, message, detail, authorization, requestId);
    }

    /**
     * For an answer that is no JSON: a page of a proxy. It knows calls no better than the gateway
     * does, so its 404 must not make a desktop or a job look deleted.
     */
    private static Kind foreign(int status) {
        Problem nothing = Problem.without(Kind.INTERNAL, "", "", Instant.EPOCH);
        return status == 404 ? Kind.NOT_OFFERED : kind(status, nothing, null);
    }

    private static Kind kind(int status, Problem problem, @Nullable Duration offset) {
        String gateway = problem.gatewayNumber();
        return switch (status) {
            case 401 -> unauthenticated(problem, offset);
            case 403 -> {
                if (problem.code().equals("WKS.00010099")) {
                    yield Kind.SERVICE_DISABLED;
                }
                if (gateway.equals("0310")) {
                    yield Kind.PROJECT_UNAVAILABLE;
                }
                if (ADDRESS.contains(gateway)) {
                    yield Kind.NETWORK_POLICY;
                }
                yield ACCOUNT.contains(gateway) ? Kind.ACCOUNT_BLOCKED : Kind.FORBIDDEN;
            }
            // The gateway knows calls, not objects: its 404 never says that a desktop is gone.
            case 404 -> gateway.isEmpty() ? Kind.NOT_FOUND : Kind.NOT_OFFERED;
            case 405 -> ACCOUNT.contains(gateway) ? Kind.ACCOUNT_BLOCKED : Kind.METHOD_NOT_ALLOWED;
            case 408 -> Kind.TIMEOUT;
            case 409 -> Kind.CONFLICT;
            case 412 -> Kind.NOT_QUALIFIED;
            case 429 -> Kind.THROTTLED;
            default -> {
                if (OU_NOT_FOUND.contains(problem.code())) {
                    yield Kind.NOT_FOUND;
                }
                if (status >= 500) {
                    yield Kind.SERVER;
                }
                yield status >= 400 ? Kind.BAD_REQUEST : Kind.UNREADABLE;
            }
        };
    }

    /**
     * "Signature expired" is said of wrong clocks and of temporary keys alike (section 5); the
     * measured offset tells them apart.
     */
    private static Kind unauthenticated(Problem problem, @Nullable Duration offset) {
        String text = (problem.message() + " " + problem.detail()).toLowerCase(Locale.ROOT);
        if (text.contains("x-sdk-date expired")) {
            return Kind.CLOCK_SKEW;
        }
        if (text.contains("signature expired")) {
            boolean clockIsRight = offset != null && offset.abs().compareTo(CLOCK_TOLERANCE) < 0;
            return clockIsRight ? Kind.SIGN_IN_EXPIRED : Kind.CLOCK_SKEW;
        }
        return text.contains("ak access failed to reach the limit")
                ? Kind.KEY_LOCKED
                : Kind.UNAUTHENTICATED;
    }

    private static @Nullable Duration retryAfter(Reply reply, Instant at) {
        String value = reply.header("Retry-After").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            Instant until =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(at, until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static String firstOf(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String head(String text) {
        return text.length() > LONGEST_RAW ? text.substring(0, LONGEST_RAW) : text;
    }
}
