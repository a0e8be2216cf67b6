package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
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
 * 3, 4).
 */
final class PasswordAuthenticator implements Authenticator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int KEY_SECONDS = 3600;
    private static final Duration KEY_MARGIN = Duration.ofMinutes(5);

    private final Credentials.Password credentials;
    private final CloudSettings settings;
    private final Timer timer;
    private final Redactor redactor;
    private final HealthMeter health;
    private final KeyLock lock;
    private final HttpTransport transport;
    private final TokenCache projectToken;
    private final TokenCache accountToken;
    private volatile @Nullable TemporaryKey key;

    /** Signs in when first needed. */
    PasswordAuthenticator(
            Credentials.Password credentials,
            CloudSettings settings,
            Timer timer,
            Redactor redactor,
            HealthMeter health,
            KeyLock lock,
            HttpTransport transport) {
        this.credentials = credentials;
        this.settings = settings;
        this.timer = timer;
        this.redactor = redactor;
        this.health = health;
        this.lock = lock;
        this.transport = transport;
        projectToken = new TokenCache(timer, () -> signIn(false));
        accountToken = new TokenCache(timer, () -> signIn(true));
    }

    /** The project's token, by signing in when there is none. */
    TokenCache.Token token() throws InterruptedException {
        return projectToken.get();
    }

    @Override
    public Seal prepare(Call call) throws InterruptedException {
        return switch (call.traits().identity()) {
            case PROJECT -> tokenSeal(projectToken);
            case ACCOUNT -> tokenSeal(accountToken);
            case SIGNATURE -> temporaryIdentity().seal(call);
            case NONE -> NO_IDENTITY;
        };
    }

    private static final Seal NO_IDENTITY =
            new Seal() {
                @Override
                public Map<String, String> headers(Call call, URI base) {
                    return Map.of();
                }

                @Override
                public boolean refused(Problem problem) {
                    return false;
                }
            };

    private static Seal tokenSeal(TokenCache cache) throws InterruptedException {
        TokenCache.Token token = cache.get();
        return new Seal() {
            @Override
            public Map<String, String> headers(Call call, URI base) {
                return Map.of("X-Auth-Token", token.text().text());
            }

            @Override
            public boolean refused(Problem problem) {
                if (problem.kind() != Kind.UNAUTHENTICATED) {
                    return false;
                }
                cache.drop(token);
                return true;
            }
        };
    }

    private SignedIdentity temporaryIdentity() throws InterruptedException {
        TemporaryKey now = key;
        if (now == null || !timer.instant().isBefore(now.expires().minus(KEY_MARGIN))) {
            Call call = IdentityReader.temporaryKeyCall(KEY_SECONDS, settings);
            now = IdentityReader.temporaryKey(send(call, tokenSeal(projectToken)));
            redactor.remember(now.secret().reveal());
            redactor.remember(now.token().reveal());
            key = now;
        }
        return new SignedIdentity(
                now.access(), now.secret(), now.token(), settings, timer, health, lock);
    }

    private TokenCache.Token signIn(boolean account) throws InterruptedException {
        Call call =
                Call.ask(CloudHost.IAM, "/v3/auth/tokens", body(account).toString())
                        .query("nocatalog", "1")
                        .as(Call.Identity.NONE)
                        .once()
                        .of(settings);
        Reply reply = transport.exchange(call, settings.iam(), Exchanges.standardHeaders());
        JsonNode json = Exchanges.checked(call, reply, timer.instant());
        String token = reply.header("X-Subject-Token");
        if (token.isEmpty()) {
            throw new ProblemException(ErrorReader.unreadable(call.name(), reply, timer.instant()));
        }
        redactor.remember(token.toCharArray());
        return IdentityReader.token(token, json);
    }

    private JsonNode send(Call call, Seal seal) throws InterruptedException {
        Map<String, String> headers = Exchanges.standardHeaders();
        headers.putAll(seal.headers(call, settings.iam()));
        Reply reply = transport.exchange(call, settings.iam(), headers);
        return Exchanges.checked(call, reply, timer.instant());
    }

    private ObjectNode body(boolean account) {
        ObjectNode identity = JSON.objectNode();
        identity.putArray("methods").add("password");
        ObjectNode user = identity.putObject("password").putObject("user");
        user.putObject("domain").put("name", credentials.account());
        user.put("name", credentials.user());
        user.put("password", credentials.password().text());
        if (!credentials.passcode().isEmpty()) {
            identity.withArray("methods").add("totp");
            ObjectNode otp = identity.putObject("totp").putObject("user");
            otp.put("id", credentials.userId());
            otp.put("passcode", credentials.passcode().text());
        }
        ObjectNode body = JSON.objectNode();
        ObjectNode auth = body.putObject("auth");
        auth.set("identity", identity);
        ObjectNode scope = auth.putObject("scope");
        if (account) {
            scope.putObject("domain").put("name", credentials.account());
        } else if (settings.projectId().isEmpty()) {
            scope.putObject("project").put("name", settings.region());
        } else {
            scope.putObject("project").put("id", settings.projectId());
        }
        return body;
    }
}
