package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
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
        return new Exchanges(other, authenticator, transport, budget, retries, timer);
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
        return ask(call, authenticator);
    }

    /** The same with another identity than the connection's. */
    JsonNode ask(Call call, Authenticator other) throws InterruptedException {
        return checked(call, reply(call, other), timer.instant());
    }

    /** Like {@link #ask}, with a body that is read elsewhere. */
    Reply reply(Call call) throws InterruptedException {
        return reply(call, authenticator);
    }

    private Reply reply(Call call, Authenticator identity) throws InterruptedException {
        boolean renewed = false;
        int tried = 0;
        while (true) {
            Attempt attempt = new Attempt(call, identity);
            Problem problem;
            try {
                tried++;
                Reply reply = budget.within(call.traits().write(), attempt);
                if (reply.ok()) {
                    return reply;
                }
                problem = ErrorReader.read(call.name(), reply, timer.instant());
            } catch (ProblemException e) {
                problem = e.problem();
                if (!attempt.prepared() && problem.kind() == Kind.UNAUTHENTICATED) {
                    throw e;
                }
            }
            Authenticator.Refusal refusal = attempt.heard(problem);
            problem = refusal.problem();
            if (refusal.again() && !renewed) {
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

    /**
     * The result of sending once.
     *
     * @param reply a good answer, null when there is none
     * @param problem why there is none
     * @param left whether the request may have left this machine
     * @param unknown whether it may have been carried out all the same
     */
    record Sent(@Nullable Reply reply, @Nullable Problem problem, boolean left, boolean unknown) {}

    /** Sends once, whatever happens; for writes. */
    Sent once(Call call) throws InterruptedException {
        Attempt attempt = new Attempt(call, authenticator);
        try {
            Reply reply = budget.within(call.traits().write(), attempt);
            if (reply.ok()) {
                return new Sent(reply, null, true, false);
            }
            Problem problem = ErrorReader.read(call.name(), reply, timer.instant());
            Problem heard = attempt.heard(problem).problem();
            return new Sent(null, heard, !heard.neverLeft(), heard.outcomeUnknown());
        } catch (ProblemException e) {
            boolean left = attempt.prepared() && !e.problem().neverLeft();
            return new Sent(null, e.problem(), left, left);
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

    /** One try: gets the identity ready and sends, both within the budget. */
    private final class Attempt implements RequestBudget.Body<Reply> {
        private final Call call;
        private final Authenticator identity;
        private Authenticator.@Nullable Seal seal;

        Attempt(Call call, Authenticator identity) {
            this.call = call;
            this.identity = identity;
        }

        /** Whether the call itself was about to leave; before that, nothing of it was sent. */
        boolean prepared() {
            return seal != null;
        }

        @Override
        public Reply call() throws InterruptedException {
            URI base = settings.base(call.host());
            while (true) {
                Authenticator.Seal ready = identity.prepare(call);
                Map<String, String> own = ready.headers(call, base);
                if (own == null) {
                    continue; // signed in anew in between
                }
                seal = ready;
                Map<String, String> headers = standardHeaders();
                headers.putAll(own);
                Reply reply = transport.exchange(call, base, headers);
                if (reply.status() != 401) {
                    ready.accepted();
                }
                return reply;
            }
        }

        /** What a failure means, the identity having heard of a 401. */
        Authenticator.Refusal heard(Problem problem) {
            Authenticator.Seal used = seal;
            return problem.httpStatus() == 401 && used != null
                    ? used.refused(problem)
                    : new Authenticator.Refusal(problem, false);
        }
    }
}
