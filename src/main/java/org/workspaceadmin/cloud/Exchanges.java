package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;

/** Carries calls out: identity, budget, wire, retries, and the first look at the answer. */
final class Exchanges {
    private final CloudSettings settings;
    private final Authenticator authenticator;
    private final HttpTransport transport;
    private final RequestBudget budget;
    private final RetryPolicy retries;
    private final Timer timer;

    /** Joins the parts of one connection. */
    Exchanges(
            CloudSettings settings,
            Authenticator authenticator,
            HttpTransport transport,
            RequestBudget budget,
            RetryPolicy retries,
            Timer timer) {
        this.settings = settings;
        this.authenticator = authenticator;
        this.transport = transport;
        this.budget = budget;
        this.retries = retries;
        this.timer = timer;
    }

    /** The same connection for another project; the identity stays signed in. */
    Exchanges aimedAt(CloudSettings other) {
        return new Exchanges(
                other, authenticator.aimedAt(other), transport, budget, retries, timer);
    }

    Authenticator authenticator() {
        return authenticator;
    }

    CloudSettings settings() {
        return settings;
    }

    Instant now() {
        return timer.instant();
    }

    /** The headers of every call. */
    static Map<String, String> standardHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("X-Language", "en-us");
        headers.put("User-Agent", "workspace-admin");
        return headers;
    }

    /**
     * Asks until there is a good answer or the retries are used up.
     *
     * @return the body; a missing node when there is none
     * @throws ProblemException for everything that is not a good answer
     */
    JsonNode ask(Call call) throws InterruptedException {
        return checked(call, reply(call), timer.instant());
    }

    /** Like {@link #ask}, with a body that is read elsewhere. */
    Reply reply(Call call) throws InterruptedException {
        boolean renewed = false;
        int tried = 0;
        while (true) {
            Authenticator.Seal seal = null;
            Problem problem;
            try {
                tried++;
                seal = authenticator.prepare(call);
                Reply reply = exchange(call, seal);
                if (reply.ok()) {
                    return reply;
                }
                problem = ErrorReader.read(call.name(), reply, timer.instant());
            } catch (ProblemException e) {
                problem = e.problem();
                if (seal == null && problem.kind() == Kind.UNAUTHENTICATED) {
                    throw e;
                }
            }
            if (problem.httpStatus() == 401 && seal != null && seal.refused(problem) && !renewed) {
                renewed = true;
                tried = 0;
                continue;
            }
            Duration wait = call.traits().retried() ? retries.wait(problem, tried) : null;
            if (wait == null) {
                throw new ProblemException(problem);
            }
            retries.pause(wait);
        }
    }

    /** The result of sending once: an answer, or the problem and whether the request left. */
    record Sent(@Nullable Reply reply, @Nullable Problem problem, boolean left) {}

    /** Sends once, whatever happens; for writes. */
    Sent once(Call call) throws InterruptedException {
        Authenticator.Seal seal;
        try {
            seal = authenticator.prepare(call);
        } catch (ProblemException e) {
            return new Sent(null, e.problem(), false);
        }
        try {
            Reply reply = exchange(call, seal);
            if (reply.ok()) {
                return new Sent(reply, null, true);
            }
            Problem problem = ErrorReader.read(call.name(), reply, timer.instant());
            if (problem.httpStatus() == 401) {
                seal.refused(problem);
            }
            return new Sent(null, problem, problem.outcomeUnknown());
        } catch (ProblemException e) {
            return new Sent(null, e.problem(), !e.problem().neverLeft());
        }
    }

    /**
     * Takes a failed answer apart, and a good one that is none.
     *
     * @return the body
     */
    static JsonNode checked(Call call, Reply reply, Instant at) {
        if (!reply.ok()) {
            throw new ProblemException(ErrorReader.read(call.name(), reply, at));
        }
        JsonNode json = Json.tryParse(reply);
        if (json == null) {
            throw new ProblemException(ErrorReader.unreadable(call.name(), reply, at));
        }
        Problem hidden =
                call.traits().jobAnswer()
                        ? null
                        : ErrorReader.inSuccess(call.name(), reply, json, at);
        if (hidden != null) {
            throw new ProblemException(hidden);
        }
        return json;
    }

    private Reply exchange(Call call, Authenticator.Seal seal) throws InterruptedException {
        return budget.within(
                call.traits().write(),
                () -> {
                    Map<String, String> headers = standardHeaders();
                    headers.putAll(seal.headers(call, settings.base(call.host())));
                    return transport.exchange(call, settings.base(call.host()), headers);
                });
    }
}
