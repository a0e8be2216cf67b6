package org.workspaceadmin.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One failure with everything needed to explain it: codes are kept, text is rendered later
 * (api/errors.md). Holds no secret.
 *
 * @param kind what went wrong, in our terms
 * @param call the call in words of the API, such as {@code POST /v2/{project_id}/desktops/rebuild};
 *     empty when none was made
 * @param httpStatus HTTP status, 0 when there was no answer
 * @param code the service's error code, empty when none
 * @param message the service's or the system's text, shown as sent
 * @param detail {@code error_detail}, empty when none
 * @param authorizationMessage {@code encoded_authorization_message}, empty when none
 * @param requestId the service's request id, empty when none
 * @param raw the first 500 characters of a body that could not be read, else empty
 * @param retryAfter how long the service asked to wait, null when it did not
 * @param at when it happened
 * @param evidence what was measured or seen, by one of the names in {@link Evidence}; no secrets
 */
public record Problem(
        Kind kind,
        String call,
        int httpStatus,
        String code,
        String message,
        String detail,
        String authorizationMessage,
        String requestId,
        String raw,
        @Nullable Duration retryAfter,
        Instant at,
        Map<String, String> evidence) {

    /** Copies the evidence. */
    public Problem {
        evidence = Map.copyOf(evidence);
    }

    /** Without evidence. */
    public Problem(
            Kind kind,
            String call,
            int httpStatus,
            String code,
            String message,
            String detail,
            String authorizationMessage,
            String requestId,
            String raw,
            @Nullable Duration retryAfter,
            Instant at) {
        this(
                kind,
                call,
                httpStatus,
                code,
                message,
                detail,
                authorizationMessage,
                requestId,
                raw,
                retryAfter,
                at,
                Map.of());
    }

    /** Names of evidence. */
    public static final class Evidence {
        /** The host that was asked, as typed. */
        public static final String HOST = "host";

        /** Distinguished name of a certificate's issuer: the authority that is not trusted. */
        public static final String ISSUER = "issuer";

        /** Distinguished name a certificate was issued to. */
        public static final String SUBJECT = "subject";

        /** The names a certificate is good for, comma-separated. */
        public static final String NAMES = "names";

        /** First moment of validity, ISO 8601. */
        public static final String VALID_FROM = "validFrom";

        /** Last moment of validity, ISO 8601. */
        public static final String VALID_UNTIL = "validUntil";

        /** Host and port of the proxy. */
        public static final String PROXY = "proxy";

        /** Status the proxy answered with. */
        public static final String PROXY_STATUS = "proxyStatus";

        /** Names of the sign-ins the proxy takes, such as {@code Negotiate, NTLM}. */
        public static final String PROXY_SCHEMES = "proxySchemes";

        /** The service's clock minus this machine's, ISO 8601 duration. */
        public static final String CLOCK_OFFSET = "clockOffset";

        /** When something ran out, ISO 8601. */
        public static final String EXPIRED = "expired";

        /** Path of a file on this machine. */
        public static final String FILE = "file";

        /** Path of the newest sound copy of a file. */
        public static final String COPY = "copy";

        private Evidence() {}
    }

    /**
     * Kinds of failure, each with its own explanation and advice in the message bundles ({@code
     * problem.<kind>.*}).
     */
    public enum Kind {
        /** Name resolution failed; nothing was sent. */
        NAME_RESOLUTION,
        /** Connection refused or unreachable; nothing was sent. */
        CONNECTION_REFUSED,
        /** TLS failed for a reason not told apart below; nothing was sent. */
        TLS,
        /** The certificate's authority is not trusted here; nothing was sent. */
        CERTIFICATE_UNTRUSTED,
        /** The certificate was signed by itself and is not trusted here; nothing was sent. */
        CERTIFICATE_SELF_SIGNED,
        /** The certificate is another host's; nothing was sent. */
        CERTIFICATE_WRONG_NAME,
        /** The certificate is out of date, or not valid yet; nothing was sent. */
        CERTIFICATE_EXPIRED,
        /** The two sides share no TLS version or cipher; nothing was sent. */
        TLS_PROTOCOL,
        /** The proxy could not be reached; nothing was sent. */
        PROXY_UNREACHABLE,
        /** The proxy did not open the way to the service; nothing was sent. */
        PROXY_REFUSED,
        /** The proxy wants a sign-in, or did not accept it; nothing was sent. */
        PROXY_AUTHENTICATION,
        /**
         * The temporary keys have run out, or a token can only be renewed with a new one-time code;
         * nothing was sent, or what was sent was turned away at the door (401).
         */
        SIGN_IN_EXPIRED,
        /** The connection is guarded and was not unlocked; nothing was sent. */
        CONNECTION_GUARDED,
        /** The computer's administrator does not allow the address or region; nothing was sent. */
        CONNECTION_NOT_ALLOWED,
        /** The connection broke or the answer was cut short; for a write the outcome is unknown. */
        CONNECTION_LOST,
        /** No answer in time; for a write the outcome is unknown. */
        TIMEOUT,
        /** 400: a value the service does not accept. */
        BAD_REQUEST,
        /** 401: wrong or outdated credentials. */
        UNAUTHENTICATED,
        /** 401 because this clock and the service's differ by more than 15 minutes. */
        CLOCK_SKEW,
        /** 401 because the key is locked for five minutes after repeated failures. */
        KEY_LOCKED,
        /** 403: a permission is missing. */
        FORBIDDEN,
        /** 403 with WKS.00010099: the service is disabled for the project. */
        SERVICE_DISABLED,
        /** 403 with gateway code 0310: the project cannot be used, choose another. */
        PROJECT_UNAVAILABLE,
        /** 403 with gateway codes 0401-0405: this network address is not let in. */
        NETWORK_POLICY,
        /**
         * 405 or 403 with gateway codes 0501, 0502, 0802: quota used up, arrears, user disabled.
         */
        ACCOUNT_BLOCKED,
        /** 404: the object does not exist. */
        NOT_FOUND,
        /** 404 with APIGW.0101: the region lacks this call, or the endpoint is wrong. */
        NOT_OFFERED,
        /** 405. */
        METHOD_NOT_ALLOWED,
        /** 409: another operation runs, or the state forbids it. */
        CONFLICT,
        /** 412: the desktop does not qualify. */
        NOT_QUALIFIED,
        /** 429: throttled. */
        THROTTLED,
        /** 500 to 504. */
        SERVER,
        /** A 2xx answer that carries an error code. */
        REFUSED_WITH_SUCCESS_STATUS,
        /** An answer we cannot read. */
        UNREADABLE,
        /** A job or a part of it ended as failed. */
        JOB_FAILED,
        /** The journal cannot be written, since the disk is full; nothing more is sent. */
        JOURNAL_DISK_FULL,
        /** The journal cannot be read or written; nothing more is sent. */
        JOURNAL_FAILED,
        /** The journal was damaged and set aside, and a new one begun. */
        JOURNAL_SET_ASIDE,
        /** The program itself failed; a bug. */
        INTERNAL
    }

    /**
     * Whether the request certainly did not reach the service, so that sending it again cannot
     * double anything.
     */
    public boolean neverLeft() {
        return switch (kind) {
            case NAME_RESOLUTION,
                    CONNECTION_REFUSED,
                    TLS,
                    CERTIFICATE_UNTRUSTED,
                    CERTIFICATE_SELF_SIGNED,
                    CERTIFICATE_WRONG_NAME,
                    CERTIFICATE_EXPIRED,
                    TLS_PROTOCOL,
                    PROXY_UNREACHABLE,
                    PROXY_REFUSED,
                    PROXY_AUTHENTICATION,
                    SIGN_IN_EXPIRED,
                    CONNECTION_GUARDED,
                    CONNECTION_NOT_ALLOWED ->
                    true;
            default -> false;
        };
    }

    /**
     * Whether a write that ended with this may or may not have been carried out. A 5xx settles it
     * only when the service itself wrote the error (code {@code WKS.…}) or the gateway said that it
     * never reached a backend; a backend that is down or late may have done the work before
     * (api/errors.md sections 4 and 7).
     */
    public boolean outcomeUnknown() {
        return switch (kind) {
            case CONNECTION_LOST, TIMEOUT, UNREADABLE, INTERNAL -> true;
            case SERVER -> !code.startsWith("WKS.") && !NEVER_REACHED.contains(gatewayNumber());
            default -> false;
        };
    }

    /**
     * The number of a gateway code; {@code APIGW.} and {@code APIG.} share their numbers
     * (api/errors.md section 4).
     *
     * @return four digits such as {@code 0101}, empty when the gateway did not write the answer
     */
    public String gatewayNumber() {
        if (code.startsWith("APIGW.")) {
            return code.substring(6);
        }
        return code.startsWith("APIG.") ? code.substring(5) : "";
    }

    /**
     * A failure that has no answer of the service behind it.
     *
     * @param kind what went wrong
     * @param call the call, empty when none was made
     * @param message the system's text
     * @param at when
     */
    public static Problem without(Kind kind, String call, String message, Instant at) {
        return new Problem(kind, call, 0, "", message, "", "", "", "", null, at);
    }

    /** The same with a time to wait. */
    public Problem withRetryAfter(Duration wait) {
        return new Problem(
                kind,
                call,
                httpStatus,
                code,
                message,
                detail,
                authorizationMessage,
                requestId,
                raw,
                wait,
                at,
                evidence);
    }

    /** The same with more evidence; what is there already is replaced by name. */
    public Problem withEvidence(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(evidence);
        all.putAll(more);
        return new Problem(
                kind,
                call,
                httpStatus,
                code,
                message,
                detail,
                authorizationMessage,
                requestId,
                raw,
                retryAfter,
                at,
                all);
    }

    /** Gateway codes of a 5xx that mean the request went no further than the gateway. */
    private static final Set<String> NEVER_REACHED =
            Set.of("0103", "0104", "0105", "0605", "0606", "0608", "0609", "0610", "0611", "0613");
}
