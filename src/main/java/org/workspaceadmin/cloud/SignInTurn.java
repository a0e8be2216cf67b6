package org.workspaceadmin.cloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/**
 * Whose turn it is to sign in with one password, and whether anybody may: one attempt at a time,
 * none after a refusal, because repeated failures lock the user (api/errors.md section 5), and with
 * a one-time code one in all, because the code is used up by it.
 */
final class SignInTurn {
    private final InstantSource clock;
    private final boolean oneTime;
    private final ReentrantLock turn;
    private volatile @Nullable Problem refused;
    private volatile @Nullable Instant ended;
    private volatile boolean used;

    /** Signs in. */
    @FunctionalInterface
    interface SignIn {
        /** One sign-in over the wire. */
        TokenCache.Token fetch() throws InterruptedException;
    }

    /**
     * Nobody signed in yet.
     *
     * @param clock this machine's time
     * @param oneTime whether the sign-in carries a one-time code
     * @param turn held while somebody signs in on the connection
     */
    SignInTurn(InstantSource clock, boolean oneTime, ReentrantLock turn) {
        this.clock = clock;
        this.oneTime = oneTime;
        this.turn = turn;
    }

    /** Whether signing in can be repeated without the operator. */
    boolean renews() {
        return !oneTime;
    }

    /** Whether no attempt is made any more until somebody signs in again. */
    boolean over() {
        return refused != null || ended != null;
    }

    /** The token ended at this moment and no other can be had. Does nothing for one that renews. */
    void end(Instant at) {
        if (oneTime && ended == null) {
            ended = at;
        }
    }

    /** When the sign-in ended, null when it did not. */
    @Nullable Instant ended() {
        return ended;
    }

    /**
     * Waits for its turn, then signs in unless somebody else did meanwhile.
     *
     * @param call the call that waits, for problems
     * @param ready a token that is good now, null when there is none
     * @param signIn one attempt
     * @throws ProblemException SIGN_IN_EXPIRED, the refusal of an earlier attempt, or why this one
     *     failed
     */
    TokenCache.Token take(String call, Supplier<TokenCache.@Nullable Token> ready, SignIn signIn)
            throws InterruptedException {
        turn.lockInterruptibly();
        try {
            TokenCache.Token meanwhile = ready.get();
            return meanwhile == null ? attempt(call, signIn) : meanwhile;
        } finally {
            turn.unlock();
        }
    }

    private TokenCache.Token attempt(String call, SignIn signIn) throws InterruptedException {
        Problem before = refused;
        if (before != null) {
            throw new ProblemException(before);
        }
        if (oneTime && used) {
            Instant now = clock.instant();
            end(now);
            Instant end = ended;
            throw new ProblemException(Expiry.problem(call, end == null ? now : end, now));
        }
        used = true;
        try {
            return signIn.fetch();
        } catch (ProblemException e) {
            if (e.problem().kind() == Kind.UNAUTHENTICATED) {
                refused = e.problem();
            }
            // A code that never reached IAM is still good.
            used = !e.problem().neverLeft();
            throw e;
        }
    }
}
