package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.TokenInfo;

/**
 * A token that is fetched when first needed, renewed an hour before its end and after a 401. Calls
 * that need one at the same time share one sign-in. A wrong password is never tried a second time,
 * because repeated failures lock the user (api/errors.md section 5).
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

    /** Signs in. */
    @FunctionalInterface
    interface SignIn {
        /** One sign-in over the wire. */
        Token fetch() throws InterruptedException;
    }

    private record Kept(Token token, Instant renewAt) {}

    private final InstantSource clock;
    private final SignIn signIn;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Kept kept;
    private volatile @Nullable ProblemException wrong;

    /** Holds nothing yet. */
    TokenCache(InstantSource clock, SignIn signIn) {
        this.clock = clock;
        this.signIn = signIn;
    }

    /** A token that is good now, from the cache or by signing in. */
    Token get() throws InterruptedException {
        Token ready = ready();
        if (ready != null) {
            return ready;
        }
        turn.lockInterruptibly();
        try {
            Token meanwhile = ready();
            return meanwhile == null ? renew() : meanwhile;
        } finally {
            turn.unlock();
        }
    }

    /** Forgets a token that was refused, unless a newer one took its place already. */
    void drop(Token stale) {
        Kept now = kept;
        if (now != null && now.token.equals(stale)) {
            kept = null;
        }
    }

    private @Nullable Token ready() {
        ProblemException failure = wrong;
        if (failure != null) {
            throw new ProblemException(failure.problem());
        }
        Kept now = kept;
        return now == null || !clock.instant().isBefore(now.renewAt) ? null : now.token;
    }

    private Token renew() throws InterruptedException {
        try {
            Token token = signIn.fetch();
            kept = new Kept(token, clock.instant().plus(usefulLife(token.info)));
            return token;
        } catch (ProblemException e) {
            if (e.problem().kind() == Kind.UNAUTHENTICATED) {
                wrong = e;
            }
            throw e;
        }
    }

    /** Counted by the service's clock alone, so that a wrong clock here does no harm. */
    private static Duration usefulLife(TokenInfo info) {
        Instant issued = info.issued();
        Instant expires = info.expires();
        Duration life =
                issued == null || expires == null ? USUAL_LIFE : Duration.between(issued, expires);
        return life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
    }
}
