package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;

/**
 * Signs in with a password: one token for the project, one for the account when a global service
 * needs it, and a temporary key where only a signature is taken (api/iam-and-signing.md sections 1,
 * 3, 4). Tokens renew by themselves, except with a one-time code: then the one token there is also
 * stands behind what is asked of global services, by way of a temporary key.
 */
final class PasswordAuthenticator implements Authenticator {
    private static final int KEY_SECONDS = 3600;
    private static final Duration KEY_MARGIN = Duration.ofMinutes(5);

    private final Credentials.Password credentials;
    private final Aim aim;
    private final Wire wire;
    private final KeyLock lock;
    private final SignInTurn turn;
    private final ReentrantLock keyTurn = new ReentrantLock();
    private final TokenCache projectToken;
    private final TokenCache accountToken;
    private volatile boolean wiped;
    private @Nullable KeyAuthenticator key;
    private Instant keyUntil = Instant.MIN;

    /**
     * What it needs of the connection.
     *
     * @param transport sends sign-ins
     * @param timer this machine's time
     * @param redactor hears every secret
     * @param health the clocks
     * @param once whether a refused token is the end of it, as when a sign-in is tested
     */
    record Wire(
            HttpTransport transport,
            Timer timer,
            Redactor redactor,
            HealthMeter health,
            boolean once) {}

    /**
     * Signs in when first needed.
     *
     * @param credentials its own copy
     * @param aim where, and for which project
     * @param lock of the temporary keys it gets itself
     * @param turn held while somebody signs in on the connection
     */
    PasswordAuthenticator(
            Credentials.Password credentials,
            Aim aim,
            Wire wire,
            KeyLock lock,
            ReentrantLock turn) {
        this.credentials = credentials;
        this.aim = aim;
        this.wire = wire;
        this.lock = lock;
        this.turn = new SignInTurn(wire.timer(), !credentials.passcode().isEmpty(), turn);
        projectToken = new TokenCache(wire.timer(), this.turn, () -> signIn(false));
        accountToken = new TokenCache(wire.timer(), this.turn, () -> signIn(true));
    }

    /** The project's token, by signing in when there is none. */
    TokenCache.Token token() throws InterruptedException {
        return projectToken.get("POST /v3/auth/tokens");
    }

    @Override
    public Seal prepare(Call call) throws InterruptedException {
        return switch (call.traits().identity()) {
            case PROJECT -> tokenSeal(call, projectToken);
            case ACCOUNT ->
                    turn.renews() ? tokenSeal(call, accountToken) : temporaryKey().prepare(call);
            case SIGNATURE -> temporaryKey().prepare(call);
            case NONE -> NO_IDENTITY;
        };
    }

    @Override
    public void aimed() {
        TokenCache.Token held = projectToken.held();
        if (held != null && !held.info().projectId().equals(aim.settings().projectId())) {
            projectToken.drop(held);
        }
    }

    @Override
    public Standing standing() {
        Instant ended = turn.ended();
        boolean lapsed = !turn.renews() && projectToken.lapsed();
        return new Standing(
                turn.renews() ? null : ended != null ? ended : projectToken.ends(),
                turn.over() || lapsed,
                lock.until());
    }

    @Override
    public void wipe() {
        wiped = true;
        credentials.password().close();
        credentials.passcode().close();
        projectToken.wipe();
        accountToken.wipe();
        keyTurn.lock();
        try {
            if (key != null) {
                key.wipe();
                key = null;
            }
        } finally {
            keyTurn.unlock();
        }
    }

    private static final Seal NO_IDENTITY =
            new Seal() {
                @Override
                public Map<String, String> headers(Call call, URI base) {
                    return Map.of();
                }

                @Override
                public Refusal refused(Problem problem) {
                    return new Refusal(problem, false);
                }
            };

    private Seal tokenSeal(Call call, TokenCache cache) throws InterruptedException {
        TokenCache.Token token = cache.get(call.name());
        return new Seal() {
            @Override
            public @Nullable Map<String, String> headers(Call sealed, URI base) {
                String text = token.text().text();
                return wiped ? null : Map.of("X-Auth-Token", text);
            }

            @Override
            public Refusal refused(Problem problem) {
                if (problem.kind() != Kind.UNAUTHENTICATED || wire.once()) {
                    return new Refusal(problem, false);
                }
                if (turn.renews()) {
                    cache.drop(token);
                    return new Refusal(problem, true);
                }
                Instant end = wire.health().serviceTime(wire.timer().instant());
                cache.drop(token);
                turn.end(end);
                return new Refusal(Expiry.of(problem, end), false);
            }
        };
    }

    /** A pair for calls that take nothing but a signature; fetched anew a while before its end. */
    private KeyAuthenticator temporaryKey() throws InterruptedException {
        keyTurn.lockInterruptibly();
        try {
            KeyAuthenticator now = key;
            boolean good = now != null && !now.standing().needed();
            if (now != null && good && wire.timer().instant().isBefore(keyUntil)) {
                return now;
            }
            TemporaryKey fetched = fetchKey();
            wire.redactor().remember(fetched.secret().reveal());
            wire.redactor().remember(fetched.token().reveal());
            SignedIdentity identity =
                    new SignedIdentity(
                            fetched.access(),
                            fetched.secret(),
                            fetched.token(),
                            aim,
                            wire.timer(),
                            wire.health());
            TokenCache.Token token = projectToken.held();
            identity.account(token == null ? "" : token.info().accountId());
            // Its end is not the sign-in's: a refused pair only has this one fetched again.
            KeyAuthenticator fresh =
                    new KeyAuthenticator(identity, null, wire.timer(), wire.health(), lock);
            if (now != null) {
                now.wipe();
            }
            key = fresh;
            keyUntil = fetched.expires().minus(KEY_MARGIN);
            return fresh;
        } finally {
            keyTurn.unlock();
        }
    }

    private TemporaryKey fetchKey() throws InterruptedException {
        CloudSettings settings = aim.settings();
        Call call = IdentityReader.temporaryKeyCall(KEY_SECONDS, settings);
        for (boolean first = true; ; first = false) {
            Seal seal = tokenSeal(call, projectToken);
            Map<String, String> identity = seal.headers(call, settings.iam());
            if (identity == null) {
                throw new ProblemException(closed(call));
            }
            Map<String, String> headers = Exchanges.standardHeaders();
            headers.putAll(identity);
            Reply reply = wire.transport().exchange(call, settings.iam(), headers);
            if (reply.status() != 401) {
                return IdentityReader.temporaryKey(
                        Exchanges.checked(call, reply, wire.timer().instant()));
            }
            Refusal refusal =
                    seal.refused(ErrorReader.read(call.name(), reply, wire.timer().instant()));
            if (!first || !refusal.again()) {
                throw new ProblemException(refusal.problem());
            }
        }
    }

    private TokenCache.Token signIn(boolean account) throws InterruptedException {
        CloudSettings settings = aim.settings();
        Call call = SignInCall.of(credentials, settings, account);
        if (wiped) {
            throw new ProblemException(closed(call));
        }
        Reply reply = wire.transport().exchange(call, settings.iam(), Exchanges.standardHeaders());
        Instant now = wire.timer().instant();
        JsonNode json = Exchanges.checked(call, reply, now);
        String token = reply.header("X-Subject-Token");
        if (token.isEmpty()) {
            throw new ProblemException(ErrorReader.unreadable(call.name(), reply, now));
        }
        wire.redactor().remember(token.toCharArray());
        return IdentityReader.token(token, json);
    }

    /** The sign-in was replaced or the connection ended while a call was being prepared. */
    private Problem closed(Call call) {
        return Problem.without(
                Kind.CONNECTION_LOST,
                call.name(),
                "the sign-in was replaced meanwhile",
                wire.timer().instant());
    }
}
