package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.Authenticator.Seal;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Timer;

/** A key pair, permanent or temporary, that signs calls. */
final class SignedIdentity {
    private final RequestSigner signer;
    private final @Nullable Secret securityToken;
    private final CloudSettings settings;
    private final Timer timer;
    private final HealthMeter health;
    private final KeyLock lock;
    private volatile String accountId = "";

    /** Signs with the given pair. */
    SignedIdentity(
            String accessKey,
            Secret secretKey,
            @Nullable Secret securityToken,
            CloudSettings settings,
            Timer timer,
            HealthMeter health,
            KeyLock lock) {
        this(new RequestSigner(accessKey, secretKey), securityToken, settings, timer, health, lock);
    }

    private SignedIdentity(
            RequestSigner signer,
            @Nullable Secret securityToken,
            CloudSettings settings,
            Timer timer,
            HealthMeter health,
            KeyLock lock) {
        this.signer = signer;
        this.securityToken = securityToken;
        this.settings = settings;
        this.timer = timer;
        this.health = health;
        this.lock = lock;
    }

    /** The same key pair for another project. */
    SignedIdentity aimedAt(CloudSettings other) {
        return new SignedIdentity(signer, securityToken, other, timer, health, lock);
    }

    /** Global services are asked in the name of this account from now on. */
    void account(String id) {
        accountId = id;
    }

    /** The identity for one attempt. */
    Seal seal(Call call) {
        lock.check(call.name());
        return new Seal() {
            @Override
            public Map<String, String> headers(Call sealed, URI base) {
                return sign(sealed, base);
            }

            @Override
            public boolean refused(Problem problem) {
                if (problem.kind() == Kind.KEY_LOCKED) {
                    lock.lock();
                }
                // Repeating a refused signature brings the lock nearer (api/README.md fact 12).
                return false;
            }
        };
    }

    private Map<String, String> sign(Call call, URI base) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host(base));
        headers.put("X-Sdk-Date", RequestSigner.date(timer.instant().plus(health.applied())));
        if (call.host().ofProject() && !settings.projectId().isEmpty()) {
            headers.put("X-Project-Id", settings.projectId());
        }
        if (call.traits().identity() == Call.Identity.ACCOUNT && !accountId.isEmpty()) {
            headers.put("X-Domain-Id", accountId);
        }
        if (securityToken != null) {
            headers.put("X-Security-Token", securityToken.text());
        }
        headers.put(
                "Authorization",
                signer.authorization(
                        call.method(), call.path(), call.query(), headers, call.bytes()));
        headers.remove("Host");
        return headers;
    }

    /** As the HTTP client sends it: the port only when it is not the scheme's own. */
    static String host(URI base) {
        String host = base.getHost();
        int port = base.getPort();
        int own = "https".equals(base.getScheme().toLowerCase(Locale.ROOT)) ? 443 : 80;
        return port < 0 || port == own ? host : host + ":" + port;
    }
}
