package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.TokenInfo;

/**
 * A token that is fetched when first needed. One that can be renewed is renewed an hour before its
 * end and after a 401; one that cannot is used up to its end. Calls that need one at the same time
 * share one sign-in.
 */
final class TokenCache {
    private static final Duration USUAL_LIFE = Duration.ofHours(24);
    private static final Duration MARGIN = Duration.ofHours(1);

    /**
     * A token out of an answer.
     *
     * @param text the token
     * @param info what the answer says of it
     */
    record Token(Secret text, TokenInfo info) {}

    /** A token and until when it is used, by this machine's clock. */
    private record Kept(Token token, Instant useUntil) {}

    private final InstantSource clock;
    private final SignInTurn turn;
    private final SignInTurn.SignIn signIn;
    private volatile @Nullable Kept kept;

    /**
     * Holds nothing yet.
     *
     * @param clock this machine's time
     * @param turn lets one sign-in happen at a time, and says when there is to be none
     * @param signIn one sign-in over the wire
     */
    TokenCache(InstantSource clock, SignInTurn turn, SignInTurn.SignIn signIn) {
        this.clock = clock;
        this.turn = turn;
        this.signIn = signIn;
    }

    /**
     * A token that is good now, from the cache or by signing in.
     *
     * @param call the call that needs it, for problems
     */
    Token get(String call) throws InterruptedException {
        Token ready = ready();
        return ready != null ? ready : turn.take(call, this::ready, this::fetch);
    }

    /** Uses a token that was signed in for elsewhere. */
    void keep(Token token) {
        Duration life = turn.renews() ? usefulLife(token.info) : life(token.info);
        kept = new Kept(token, clock.instant().plus(life));
    }

    /** Forgets a token that was refused, unless a newer one took its place already. */
    void drop(Token stale) {
        Kept now = kept;
        if (now != null && now.token.equals(stale)) {
            kept = null;
        }
    }

    /** The token it holds, good or not. */
    @Nullable Token held() {
        Kept now = kept;
        return now == null ? null : now.token;
    }

    /** Whether it holds a token past its time. */
    boolean lapsed() {
        return kept != null && ready() == null;
    }

    /** When the token it holds ends, by the service's clock where it said so; null without one. */
    @Nullable Instant ends() {
        Kept now = kept;
        if (now == null) {
            return null;
        }
        Instant expires = now.token.info.expires();
        return expires == null ? now.useUntil : expires;
    }

    /** Overwrites the token. */
    void wipe() {
        Kept now = kept;
        kept = null;
        if (now != null) {
            now.token.text.close();
        }
    }

    private Token fetch() throws InterruptedException {
        Token token = signIn.fetch();
        keep(token);
        return token;
    }

    private @Nullable Token ready() {
        Kept now = kept;
        if (now == null) {
            return null;
        }
        if (clock.instant().isBefore(now.useUntil)) {
            return now.token;
        }
        Instant expires = now.token.info.expires();
        turn.end(expires == null ? now.useUntil : expires);
        return null;
    }

    private static Duration usefulLife(TokenInfo info) {
        Duration life = life(info);
        return life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
    }

    /** Counted by the service's clock alone, so that a wrong clock here does no harm. */
    private static Duration life(TokenInfo info) {
        Instant issued = info.issued();
        Instant expires = info.expires();
        return issued == null || expires == null ? USUAL_LIFE : Duration.between(issued, expires);
    }
}
