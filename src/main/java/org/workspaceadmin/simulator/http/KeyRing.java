package org.workspaceadmin.simulator.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access keys, permanent and temporary, and how the gateway judges what was signed with them. */
public final class KeyRing {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final int LIMIT = 5;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final InstantSource clock;
    private final Map<String, Key> keys = new HashMap<>();

    private static final class Key {
        final String secret;
        final @Nullable String token;
        final @Nullable Instant expires;
        int failures;
        @Nullable Instant lockedUntil;

        Key(String secret, @Nullable String token, @Nullable Instant expires) {
            this.secret = secret;
            this.token = token;
            this.expires = expires;
        }
    }

    /**
     * Makes an empty ring.
     *
     * @param clock the gateway's clock
     */
    public KeyRing(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Adds a key.
     *
     * @param access access key
     * @param secret secret key
     * @param token security token of a temporary key, else null
     * @param expires end of a temporary key, else null
     */
    public synchronized void add(
            String access, String secret, @Nullable String token, @Nullable Instant expires) {
        keys.put(access, new Key(secret, token, expires));
    }

    /**
     * Checks a signed request.
     *
     * @param request as it came in
     * @param signature taken from its header
     * @throws Refusal 401 with the documented texts
     */
    public synchronized void check(Incoming request, Signature signature) {
        Instant now = clock.instant();
        Key key = keys.get(signature.access());
        if (key == null) {
            throw Refusal.unauthenticated(
                    "get secretkey failed,access:" + signature.access() + ",err:ak not exist");
        }
        Instant locked = key.lockedUntil;
        if (locked != null) {
            if (now.isBefore(locked)) {
                throw Refusal.unauthenticated(
                        "ak access failed to reach the limit,forbidden: " + signature.access());
            }
            key.lockedUntil = null;
            key.failures = 0;
        }
        checkTime(request, now);
        boolean tokenFits =
                key.token == null || key.token.equals(request.header("x-security-token"));
        if (!signature.verifies(request, key.secret) || !tokenFits) {
            key.failures++;
            if (key.failures >= LIMIT) {
                key.lockedUntil = now.plus(LOCK);
            }
            throw Refusal.unauthenticated("verify aksk signature fail");
        }
        if (key.expires != null && now.isAfter(key.expires)) {
            throw Refusal.unauthenticated("signature expired, the security token has run out");
        }
        key.failures = 0;
    }

    private static void checkTime(Incoming request, Instant now) {
        String date = request.header("x-sdk-date");
        if (date == null) {
            throw Refusal.unauthenticated("x-sdk-date not exist");
        }
        try {
            Instant signed = LocalDateTime.parse(date, STAMP).toInstant(ZoneOffset.UTC);
            if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
                throw Refusal.unauthenticated("x-sdk-date expired");
            }
        } catch (DateTimeException malformed) {
            throw Refusal.unauthenticated("x-sdk-date format error");
        }
    }
}
