package org.workspaceadmin.connection.secret;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.secret.StoreState.Kind;

/**
 * Keeps secrets in a {@link KeyRing}, one call at a time, each in a {@link TimeBox}. Whatever the
 * ring does, callers get an answer in time, and the state tells why when it is no. A value counts
 * as kept only after it was read back.
 */
final class KeyRingStore implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRingStore.class);

    /**
     * Longer than one entry, and with letters that break where texts are not handled as Unicode.
     */
    private static final int TRIAL_LENGTH = Parts.LONGEST + 300;

    private static final String TRIAL_ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789+/=é密钥";

    private final KeyRing ring;
    private final Duration patience;
    private final Duration unlocking;
    private final TimeBox box = new TimeBox("key-store");
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile StoreState state;

    /**
     * Keeps secrets in a ring.
     *
     * @param ring the key store
     * @param patience how long one call of ours may take
     * @param unlocking how long the operator may take to unlock it
     */
    KeyRingStore(KeyRing ring, Duration patience, Duration unlocking) {
        this.ring = ring;
        this.patience = patience;
        this.unlocking = unlocking;
        state = StoreState.untried(ring.which());
    }

    /** The key store of this system. */
    static KeyRingStore system() {
        KeyRing ring = SystemKeyRing.of(System.getProperty("os.name", ""));
        Duration patience =
                switch (ring.which()) {
                    // Asks the operator by itself when it is locked or the program is new to it.
                    case KEYCHAIN -> Duration.ofSeconds(45);
                    default -> Duration.ofSeconds(10);
                };
        return new KeyRingStore(ring, patience, Duration.ofSeconds(90));
    }

    @Override
    public StoreState state() {
        return state;
    }

    @Override
    public StoreState tryOut() {
        guarded(patience, false, attempt -> attempt.look() && onRing(attempt::trial));
        return state;
    }

    @Override
    public StoreState unlock() {
        guarded(unlocking, false, attempt -> onRing(open -> attempt.look() && attempt.trial(open)));
        return state;
    }

    @Override
    public Kept store(String name, char[] secret) {
        char[] copy = secret.clone();
        boolean kept =
                guarded(
                        patience,
                        false,
                        attempt -> {
                            try {
                                return attempt.look()
                                        && onRing(open -> attempt.keep(open, name, copy));
                            } finally {
                                Arrays.fill(copy, '\0');
                            }
                        });
        return kept ? Kept.LASTING : Kept.NOT;
    }

    @Override
    public Optional<char[]> read(String name) {
        return guarded(
                patience,
                Optional.empty(),
                attempt -> {
                    if (!attempt.look()) {
                        return Optional.empty();
                    }
                    Optional<char[]> found = onRing(open -> new PartedRing(open).read(name));
                    // A store that went away in the meantime also finds nothing.
                    return found.isPresent() || attempt.look() ? found : Optional.empty();
                });
    }

    @Override
    public boolean delete(String name) {
        return guarded(
                patience,
                false,
                attempt ->
                        attempt.look()
                                && onRing(open -> {
                                    new PartedRing(open).delete(name);
                                    return true;
                                })
                                && attempt.look());
    }

    /** The key store is not ours to close. */
    @Override
    public void close() {}

    private <T> T onRing(OnRing<T> use) throws Exception {
        try (KeyRing.Ring open = ring.open()) {
            return use.with(open);
        }
    }

    /** Takes its turn, keeps the time, and turns what is thrown into the state. */
    private <T> T guarded(Duration time, T otherwise, Body<T> body) {
        boolean mine = false;
        Attempt attempt = new Attempt();
        try {
            mine = turn.tryLock(time.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new TimeoutException("an earlier call is still waiting");
            }
            T result = box.call(time, () -> attempt.of(body, otherwise));
            attempt.commit();
            return result;
        } catch (TimeoutException e) {
            state = new StoreState(ring.which(), Kind.NOT_ANSWERING, "no answer in " + time);
            LOG.warn("the key store did not answer within {}", time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            // Nothing is known of the words of this failure, so they stay out of the log.
            state = new StoreState(ring.which(), Kind.FAILED, e.getClass().getSimpleName());
            LOG.warn("the key store failed: {}", state.reason());
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
        return otherwise;
    }

    /** One turn at the ring. What it learns counts only when it ended in time. */
    private final class Attempt {
        private StoreState learned = StoreState.untried(ring.which());
        private boolean proved;

        boolean look() {
            learned = ring.look();
            return learned.isReady();
        }

        <T> T of(Body<T> body, T otherwise) {
            try {
                return body.run(this);
            } catch (Exception | LinkageError e) {
                learned = ring.because(e);
                LOG.warn("the key store failed: {} {}", learned.kind(), learned.reason());
                return otherwise;
            }
        }

        /** A store that failed is not ready again because it is there; it has to keep something. */
        void commit() {
            if (proved || !learned.isReady() || state.kind() != Kind.FAILED) {
                state = learned;
            }
        }

        boolean keep(KeyRing.Ring open, String name, char[] secret) throws Exception {
            PartedRing parted = new PartedRing(open);
            if (!parted.write(name, secret)) {
                return false; // too long for any store; says nothing about this one
            }
            Optional<char[]> back = parted.read(name);
            boolean same = back.isPresent() && Arrays.equals(back.get(), secret);
            back.ifPresent(copy -> Arrays.fill(copy, '\0'));
            if (!same) {
                parted.delete(name);
                if (look()) {
                    learned = failed("reads back another value");
                }
            }
            proved = same;
            return same;
        }

        boolean trial(KeyRing.Ring open) throws Exception {
            SecureRandom random = new SecureRandom();
            char[] value = new char[TRIAL_LENGTH];
            for (int i = 0; i < value.length; i++) {
                value[i] = TRIAL_ALPHABET.charAt(random.nextInt(TRIAL_ALPHABET.length()));
            }
            String name = "trial/" + Long.toHexString(random.nextLong());
            if (!keep(open, name, value)) {
                return false;
            }
            PartedRing parted = new PartedRing(open);
            parted.delete(name);
            if (parted.read(name).isPresent()) {
                learned = failed("does not delete");
                return false;
            }
            return true;
        }

        private StoreState failed(String reason) {
            return new StoreState(ring.which(), Kind.FAILED, reason);
        }
    }

    /** One call of ours. */
    private interface Body<T> {
        T run(Attempt attempt) throws Exception;
    }

    /** Something done with an open ring. */
    private interface OnRing<T> {
        T with(KeyRing.Ring open) throws Exception;
    }
}
