package org.workspaceadmin.cloud;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;

/**
 * Turns credentials into identities for one connection. What must outlive a single sign-in is kept
 * here: which keys the service locked, and that only one attempt runs at a time.
 */
final class SignInDesk {
    private final Aim aim;
    private final PasswordAuthenticator.Wire wire;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, KeyLock> locks = new ConcurrentHashMap<>();

    /**
     * For one connection.
     *
     * @param aim where it goes
     * @param wire what signing in needs
     */
    SignInDesk(Aim aim, PasswordAuthenticator.Wire wire) {
        this.aim = aim;
        this.wire = wire;
    }

    /**
     * Prepares a sign-in; sends nothing.
     *
     * @param credentials copied; the redactor hears their secrets
     */
    Authenticator of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.AccessKey key -> {
                Secret sk = taught(key.sk());
                yield new KeyAuthenticator(
                        identity(key.ak(), sk, null),
                        null,
                        wire.timer(),
                        wire.health(),
                        lock(key.ak()));
            }
            case Credentials.TemporaryKey key -> {
                Secret sk = taught(key.sk());
                Secret token = taught(key.token());
                yield new KeyAuthenticator(
                        identity(key.ak(), sk, token),
                        key.expiry(),
                        wire.timer(),
                        wire.health(),
                        lock(key.ak()));
            }
            case Credentials.Password user ->
                    new PasswordAuthenticator(
                            new Credentials.Password(
                                    user.account(),
                                    user.user(),
                                    taught(user.password()),
                                    user.userId(),
                                    taught(user.passcode())),
                            aim,
                            wire,
                            new KeyLock(wire.timer()),
                            turn);
        };
    }

    /** The connection goes to another project from now on. */
    void aim(CloudSettings settings) {
        aim.at(settings);
    }

    private SignedIdentity identity(String ak, Secret sk, @Nullable Secret token) {
        return new SignedIdentity(ak, sk, token, aim, wire.timer(), wire.health());
    }

    /** The lock is the key's: signing in again with the same key does not open it. */
    private KeyLock lock(String ak) {
        return locks.computeIfAbsent(ak, unknown -> new KeyLock(wire.timer()));
    }

    private Secret taught(Secret secret) {
        char[] characters = secret.reveal();
        try {
            wire.redactor().remember(characters);
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
