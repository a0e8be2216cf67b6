package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Timer;

/** A key pair, permanent or temporary, that signs calls until it is wiped. */
final class SignedIdentity {
    private final RequestSigner signer;
    private final Secret secretKey;
    private final @Nullable Secret securityToken;
    private final Aim aim;
    private final Timer timer;
    private final HealthMeter health;
    private volatile String accountId = "";
    private boolean wiped;

    /** Signs with the given pair, which becomes its own. */
    SignedIdentity(
            String accessKey,
            Secret secretKey,
            @Nullable Secret securityToken,
            Aim aim,
            Timer timer,
            HealthMeter health) {
        this.signer = new RequestSigner(accessKey, secretKey);
        this.secretKey = secretKey;
        this.securityToken = securityToken;
        this.aim = aim;
        this.timer = timer;
        this.health = health;
    }

    /** Global services are asked in the name of this account from now on. */
    void account(String id) {
        accountId = id;
    }

    /** Overwrites the secrets; waits for a signature that is being made. */
    synchronized void wipe() {
        wiped = true;
        secretKey.close();
        if (securityToken != null) {
            securityToken.close();
        }
    }

    /**
     * The headers of one signed request.
     *
     * @return null when it was wiped
     */
    synchronized @Nullable Map<String, String> sign(Call call, URI base) {
        if (wiped) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host(base));
        headers.put("X-Sdk-Date", RequestSigner.date(timer.instant().plus(health.applied())));
        String projectId = aim.settings().projectId();
        if (call.host().ofProject() && !projectId.isEmpty()) {
            headers.put("X-Project-Id", projectId);
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
