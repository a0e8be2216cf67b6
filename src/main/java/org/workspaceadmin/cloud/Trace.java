package org.workspaceadmin.cloud;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.redact.Redactor;

/** Writes each exchange to the log at debug level, masked (api/iam-and-signing.md section 8). */
final class Trace {
    private static final Logger LOG = LoggerFactory.getLogger("org.workspaceadmin.cloud.wire");
    private static final int LONGEST_BODY = 4000;

    private final Redactor redactor;

    /** Masks with the given redactor. */
    Trace(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A request is about to leave. */
    void sent(Call call, Map<String, String> headers) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        StringBuilder text = new StringBuilder(200);
        text.append("> ").append(call.method()).append(' ').append(call.target());
        headers.forEach(
                (n, v) -> text.append("\n  ").append(n).append(": ").append(redactor.header(n, v)));
        if (!call.body().isEmpty()) {
            text.append("\n  ").append(shorten(redactor.json(call.body())));
        }
        LOG.debug("{}", redactor.values(text.toString()));
    }

    /** An answer came. */
    void received(Call call, Reply reply, long nanos) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        LOG.debug(
                "< {} {} {} {} ms request-id={}\n  {}",
                reply.status(),
                call.method(),
                call.path(),
                nanos / 1_000_000,
                ErrorReader.requestId(reply),
                shorten(redactor.text(shortenEarly(reply))));
    }

    /** No whole answer came. */
    void failed(Call call, Problem problem, long nanos) {
        LOG.debug(
                "< {} {} {} {} ms {}",
                problem.kind(),
                call.method(),
                call.path(),
                nanos / 1_000_000,
                redactor.text(problem.message()));
    }

    /**
     * Masking a whole page of a fleet costs time, so a long body is cut well after what is kept.
     */
    private static String shortenEarly(Reply reply) {
        String text = reply.text();
        return text.length() > 4 * LONGEST_BODY ? text.substring(0, 4 * LONGEST_BODY) : text;
    }

    private static String shorten(String text) {
        return text.length() > LONGEST_BODY
                ? text.substring(0, LONGEST_BODY) + "… (" + text.length() + " characters)"
                : text;
    }
}
