package org.workspaceadmin.simulator.http;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A planned disturbance.
 *
 * @param id to name it by
 * @param method HTTP method it is for, or null for all
 * @param path found anywhere in the path
 * @param bodyPart found anywhere in the body, or null for any body
 * @param kind what goes wrong
 * @param moment before or after the request took effect
 * @param status for {@link Kind#STATUS}
 * @param body for {@link Kind#STATUS}, or null for a gateway failure
 * @param delay for {@link Kind#DELAY}
 * @param share which part of the matching calls it hits, 0 to 1
 * @param reason for {@link Kind#DENY}: what the message decodes to, or null for what fits the call
 */
public record Fault(
        long id,
        @Nullable String method,
        Pattern path,
        @Nullable String bodyPart,
        Kind kind,
        Moment moment,
        int status,
        @Nullable String body,
        Duration delay,
        double share,
        @Nullable String reason) {

    /** What goes wrong. */
    public enum Kind {
        /** An error answer. */
        STATUS,
        /** The connection is reset. */
        RESET,
        /** No answer until the client gives up. */
        STALL,
        /** The connection ends in the middle of the body. */
        TRUNCATE,
        /** The answer comes later. */
        DELAY,
        /** 429. */
        THROTTLE,
        /** 403 with a message that can be decoded. */
        DENY
    }

    /** When it happens. */
    public enum Moment {
        /** The request has no effect. */
        BEFORE,
        /** The request takes effect, its answer is lost or garbled. */
        AFTER
    }

    /** Whether the request is carried out all the same. */
    boolean takesEffect() {
        return moment == Moment.AFTER || kind == Kind.DELAY;
    }

    boolean matches(Incoming request) {
        return (method == null || method.equals(request.method()))
                && path.matcher(request.path()).find()
                && (bodyPart == null || request.body().text().contains(bodyPart));
    }
}
