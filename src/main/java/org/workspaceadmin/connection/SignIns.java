package org.workspaceadmin.connection;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * What the operator asked to be remembered: sign-ins of connections, the passwords of their
 * directories' accounts, and the proxy's password. The secrets lie in a {@link SecretStore}, whose
 * they are in a {@link SecretLedger}. A one-time code is never kept. Safe for use by many threads;
 * the calls return at once and work in the background.
 */
public final class SignIns {
    /** Owner of the proxy's password; connections own the others by their id. */
    private static final String NETWORK = "network";

    private static final String PROXY_PASSWORD = "network/proxy";

    /** A connection's directory owns its password apart: each is remembered for itself. */
    private static final String DIRECTORY = "directory/";

    private static final String SECRET_KEY = "sk";
    private static final String TOKEN = "token";
    private static final String EXPIRES = "expires";
    private static final String PASSWORD = "password";
    private static final List<String> PARTS = List.of(SECRET_KEY, TOKEN, EXPIRES, PASSWORD);

    private final SecretStore store;
    private final SecretLedger ledger;
    private final Redactor redactor;
    private final Workers workers;

    /** Owners whose newest secrets are in memory only. */
    private final Set<String> inSession = ConcurrentHashMap.newKeySet();

    /** Secrets that belong together change together. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * Remembers in a store.
     *
     * @param store where secrets go; stays the caller's to close
     * @param ledger knows whose secrets are there
     * @param redactor hears every secret that goes in or comes out
     * @param workers where the store is waited for
     */
    public SignIns(SecretStore store, SecretLedger ledger, Redactor redactor, Workers workers) {
        this.store = store;
        this.ledger = ledger;
        this.redactor = redactor;
        this.workers = workers;
    }

    /** What is known of the key store since it was asked last; answers at once. */
    public StoreState state() {
        return store.state();
    }

    /**
     * Tries the key store for real, which is needed before "remember" is offered, and deletes what
     * it could not delete earlier.
     *
     * @return what is known then; unless it is ready, what is to be remembered is kept until the
     *     program ends
     */
    public Work<StoreState> tryOut() {
        return inTurn(() -> afterwards(store.tryOut()));
    }

    /** Has the system ask the operator to unlock the key store, and tries it. */
    public Work<StoreState> unlock() {
        return inTurn(() -> afterwards(store.unlock()));
    }

    /**
     * Keeps a sign-in, in place of an earlier one of the connection; only when the operator asked
     * for it.
     *
     * @param connection whose
     * @param signIn what to keep; copied at once, so the caller may close it
     * @return for how long all of it is kept
     */
    public Work<Kept> remember(Connection connection, SignIn signIn) {
        return keep(connection.id(), secrets(connection.id(), signIn));
    }

    /**
     * The sign-in of a connection.
     *
     * @param connection whose
     * @return a copy that the caller closes; empty when it was not kept, or when the key store
     *     cannot say: {@link #state()} tells these apart
     */
    public Work<Optional<SignIn>> recall(Connection connection) {
        return inTurn(() -> recalled(connection));
    }

    /**
     * Forgets the sign-in of a connection.
     *
     * @param connectionId whose
     * @return whether nothing of it is left; when the key store cannot be asked, it is deleted as
     *     soon as it can
     */
    public Work<Boolean> forget(String connectionId) {
        return inTurn(() -> forgotten(connectionId));
    }

    /**
     * Forgets everything of a connection, its directory's password too, as when it is removed.
     *
     * @param connectionId whose
     * @return whether nothing of it is left
     */
    public Work<Boolean> forgetConnection(String connectionId) {
        return inTurn(() -> {
            boolean gone = forgotten(connectionId);
            return !isDirectoryRemembered(connectionId)
                    ? gone
                    : forgotten(DIRECTORY + connectionId) && gone;
        });
    }

    /**
     * Forgets everything that was remembered.
     *
     * @return whether nothing of it is left
     */
    public Work<Boolean> forgetAll() {
        return inTurn(() -> {
            boolean all = true;
            for (String owner : ledger.remembered()) {
                all &= forgotten(owner);
            }
            return all;
        });
    }

    /**
     * Whether a connection's sign-in lies in the key store, as far as is known without asking it.
     *
     * @param connectionId whose
     */
    public boolean isRemembered(String connectionId) {
        return ledger.remembered().contains(connectionId);
    }

    /** How many connections' sign-ins lie in the key store. */
    public int remembered() {
        return (int)
                ledger.remembered().stream()
                        .filter(owner -> !owner.equals(NETWORK) && !owner.startsWith(DIRECTORY))
                        .count();
    }

    /**
     * Keeps the password of the account that reads a connection's directory; only when the operator
     * asked for it.
     *
     * @param connectionId whose directory
     * @param password copied at once; the caller wipes its array
     */
    public Work<Kept> rememberDirectory(String connectionId, char[] password) {
        String owner = DIRECTORY + connectionId;
        return keep(owner, Map.of(directoryPassword(owner), Secret.of(password)));
    }

    /**
     * That password.
     *
     * @param connectionId whose directory
     * @return a copy that the caller wipes; empty when there is none or the key store cannot say
     */
    public Work<Optional<Secret>> recallDirectory(String connectionId) {
        String owner = DIRECTORY + connectionId;
        return inTurn(() -> outdated(owner) ? Optional.empty() : secret(directoryPassword(owner)));
    }

    /**
     * Forgets that password.
     *
     * @param connectionId whose directory
     * @return whether nothing of it is left
     */
    public Work<Boolean> forgetDirectory(String connectionId) {
        return inTurn(() -> forgotten(DIRECTORY + connectionId));
    }

    /**
     * Whether that password lies in the key store, as far as is known without asking it.
     *
     * @param connectionId whose directory
     */
    public boolean isDirectoryRemembered(String connectionId) {
        return ledger.remembered().contains(DIRECTORY + connectionId);
    }

    /**
     * Keeps the proxy's password.
     *
     * @param password copied at once; the caller wipes its array
     */
    public Work<Kept> rememberProxyPassword(char[] password) {
        return keep(NETWORK, Map.of(PROXY_PASSWORD, Secret.of(password)));
    }

    /** The proxy's password, which the caller wipes; empty when there is none. */
    public Work<Optional<Secret>> recallProxyPassword() {
        return inTurn(() -> outdated(NETWORK) ? Optional.empty() : secret(PROXY_PASSWORD));
    }

    /** Forgets the proxy's password. */
    public Work<Boolean> forgetProxyPassword() {
        return inTurn(() -> forgotten(NETWORK));
    }

    private <T extends @Nullable Object> Work<T> inTurn(Callable<T> body) {
        return workers.start(() -> {
            turn.lockInterruptibly();
            try {
                return body.call();
            } finally {
                turn.unlock();
            }
        });
    }

    private StoreState afterwards(StoreState state) {
        if (state.isReady()) {
            ledger.owed().forEach(this::forgotten);
        }
        return state;
    }

    private Work<Kept> keep(String owner, Map<String, Secret> secrets) {
        return inTurn(() -> kept(owner, secrets))
                .atEnd(() -> secrets.values().forEach(Secret::close));
    }

    private Kept kept(String owner, Map<String, Secret> secrets) {
        Kept shortest = Kept.LASTING;
        boolean someLast = ledger.remembered().contains(owner);
        for (String name : names(owner)) {
            Secret secret = secrets.get(name);
            if (secret == null) {
                store.delete(name);
                continue;
            }
            Kept kept =
                    withCopy(
                            secret.reveal(),
                            copy -> {
                                if (!name.endsWith(EXPIRES)) {
                                    redactor.remember(copy);
                                }
                                return store.store(name, copy);
                            });
            someLast |= kept == Kept.LASTING;
            shortest = shortest.and(kept);
        }
        switch (shortest) {
            case LASTING -> {
                inSession.remove(owner);
                ledger.kept(owner);
            }
            case SESSION -> {
                inSession.add(owner);
                if (someLast) {
                    ledger.owe(owner); // what lies in the key store is old, or not all of it
                }
            }
            case NOT -> forgotten(owner);
        }
        return shortest;
    }

    private boolean forgotten(String owner) {
        boolean gone = true;
        for (String name : names(owner)) {
            gone &= store.delete(name);
        }
        inSession.remove(owner);
        if (gone) {
            ledger.gone(owner);
        } else if (ledger.remembered().contains(owner)) {
            ledger.owe(owner);
        }
        return gone || !ledger.owed().contains(owner);
    }

    /** Whether what the key store holds of an owner is no longer meant. */
    private boolean outdated(String owner) {
        return ledger.owed().contains(owner) && !inSession.contains(owner);
    }

    private Optional<SignIn> recalled(Connection connection) {
        String id = connection.id();
        if (outdated(id)) {
            return Optional.empty();
        }
        Identity identity = connection.identity();
        return switch (connection.signIn()) {
            case ACCESS_KEY ->
                    secret(name(id, SECRET_KEY))
                            .map(sk -> new SignIn.AccessKey(identity.accessKey(), sk));
            case TEMPORARY_KEY -> temporaryKey(id, identity.accessKey());
            case PASSWORD ->
                    secret(name(id, PASSWORD))
                            .map(password ->
                                    new SignIn.Password(
                                            identity.account(),
                                            identity.user(),
                                            password,
                                            identity.userId(),
                                            Secret.of("")));
        };
    }

    private Optional<SignIn> temporaryKey(String id, String accessKey) {
        Optional<Secret> secretKey = secret(name(id, SECRET_KEY));
        Optional<Secret> token = secret(name(id, TOKEN));
        Optional<Instant> expires = store.read(name(id, EXPIRES)).flatMap(SignIns::instant);
        if (secretKey.isEmpty() || token.isEmpty() || expires.isEmpty()) {
            secretKey.ifPresent(Secret::close);
            token.ifPresent(Secret::close);
            return Optional.empty();
        }
        return Optional.of(
                new SignIn.TemporaryKey(accessKey, secretKey.get(), token.get(), expires.get()));
    }

    private static Optional<Instant> instant(char[] text) {
        try {
            return Optional.of(Instant.parse(new String(text)));
        } catch (DateTimeException e) {
            return Optional.empty(); // not ours: as good as absent
        }
    }

    private Optional<Secret> secret(String name) {
        return store.read(name)
                .map(copy ->
                        withCopy(
                                copy,
                                characters -> {
                                    redactor.remember(characters);
                                    return Secret.of(characters);
                                }));
    }

    private static Map<String, Secret> secrets(String id, SignIn signIn) {
        return switch (signIn) {
            case SignIn.AccessKey key -> Map.of(name(id, SECRET_KEY), copy(key.secretKey()));
            case SignIn.TemporaryKey key ->
                    Map.of(
                            name(id, SECRET_KEY), copy(key.secretKey()),
                            name(id, TOKEN), copy(key.token()),
                            name(id, EXPIRES), Secret.of(key.expires().toString()));
            case SignIn.Password user -> Map.of(name(id, PASSWORD), copy(user.password()));
        };
    }

    private static Secret copy(Secret secret) {
        return withCopy(secret.reveal(), Secret::of);
    }

    private static <T> T withCopy(char[] copy, Function<char[], T> use) {
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    private static List<String> names(String owner) {
        if (owner.startsWith(DIRECTORY)) {
            return List.of(directoryPassword(owner));
        }
        return owner.equals(NETWORK)
                ? List.of(PROXY_PASSWORD)
                : PARTS.stream().map(part -> name(owner, part)).toList();
    }

    private static String directoryPassword(String owner) {
        return owner + "/password";
    }

    private static String name(String connectionId, String part) {
        return "connection/" + connectionId + "/" + part;
    }
}
