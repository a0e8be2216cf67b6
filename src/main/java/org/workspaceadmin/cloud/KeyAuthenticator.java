package org.workspaceadmin.cloud;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/**
 * Signs every call with one key pair. Stops by itself when going on could only do harm: while the
 * key is locked, when a temporary pair has run out, and after a few refusals in a row, since more
 * than five lock the key (api/errors.md section 5).
 */
final class KeyAuthenticator implements Authenticator {
    /** Refusals in a row after which the pair counts as wrong; the service locks it after five. */
    private static final int REFUSALS = 3;

    private final SignedIdentity identity;
    private final @Nullable Instant expiry;
    private final InstantSource clock;
    private final HealthMeter health;
    private final KeyLock lock;
    private volatile @Nullable Instant saidToBeOver;
    private volatile @Nullable Problem wrong;
    private int refusals;

    /**
     * Signs with a pair.
     *
     * @param identity the pair
     * @param expiry when a temporary one ends by the service's clock, null for a permanent one
     * @param clock this machine's time
     * @param health knows by how much the service's clock differs
     * @param lock keeps calls back while the key is locked
     */
    KeyAuthenticator(
            SignedIdentity identity,
            @Nullable Instant expiry,
            InstantSource clock,
            HealthMeter health,
            KeyLock lock) {
        this.identity = identity;
        this.expiry = expiry;
        this.clock = clock;
        this.health = health;
        this.lock = lock;
    }

    SignedIdentity identity() {
        return identity;
    }

    @Override
    public Seal prepare(Call call) {
        lock.check(call.name());
        Instant end = over();
        if (end != null) {
            throw new ProblemException(Expiry.problem(call.name(), end, clock.instant()));
        }
        Problem refusal = wrong;
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        return new Seal() {
            @Override
            public @Nullable Map<String, String> headers(Call sealed, URI base) {
                return identity.sign(sealed, base);
            }

            @Override
            public void accepted() {
                begin();
            }

            @Override
            public Refusal refused(Problem problem) {
                // Repeating a refused signature brings the lock nearer (api/README.md fact 12).
                return new Refusal(judge(problem), false);
            }
        };
    }

    @Override
    public Standing standing() {
        return new Standing(expiry, over() != null || wrong != null, lock.until());
    }

    @Override
    public void wipe() {
        identity.wipe();
    }

    /** When the pair ended, null while it is good. */
    private @Nullable Instant over() {
        Instant said = saidToBeOver;
        if (said != null) {
            return said;
        }
        Instant end = expiry;
        return end == null || health.serviceTime(clock.instant()).isBefore(end) ? null : end;
    }

    private synchronized void begin() {
        refusals = 0;
    }

    private synchronized Problem judge(Problem problem) {
        switch (problem.kind()) {
            case KEY_LOCKED -> lock.lock();
            case CLOCK_SKEW, UNAUTHENTICATED, SIGN_IN_EXPIRED -> {
                Instant end = expiry;
                if (end != null && saysOver(problem)) {
                    Instant now = health.serviceTime(clock.instant());
                    Instant ended = end.isBefore(now) ? end : now;
                    saidToBeOver = ended;
                    return Expiry.of(problem, ended);
                }
                if (problem.kind() == Kind.UNAUTHENTICATED && ++refusals >= REFUSALS) {
                    wrong = problem;
                }
            }
            default -> {}
        }
        return problem;
    }

    /**
     * Whether a 401 means that the pair ran out. The service uses one text for that and for clocks
     * that differ (api/errors.md section 5), so the clocks decide.
     */
    private boolean saysOver(Problem problem) {
        if (problem.kind() != Kind.UNAUTHENTICATED) {
            Duration difference = health.difference();
            return difference == null
                    ? problem.kind() == Kind.SIGN_IN_EXPIRED
                    : difference.abs().compareTo(ErrorReader.CLOCK_TOLERANCE) < 0;
        }
        String text = (problem.message() + " " + problem.detail()).toLowerCase(Locale.ROOT);
        return problem.gatewayNumber().equals("0307") || text.contains("expired");
    }
}
