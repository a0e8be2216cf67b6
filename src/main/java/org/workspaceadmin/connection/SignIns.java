package org.workspaceadmin.connection;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.model.Secret;

/** The sign-ins of connections, their secrets in a {@link SecretStore}. Calls may block. */
public final class SignIns {
    private static final String SECRET_KEY = "sk";
    private static final String TOKEN = "token";
    private static final String EXPIRES = "expires";
    private static final String PASSWORD = "password";

    private final SecretStore store;

    /**
     * Keeps them in a store.
     *
     * @param store where secrets go
     */
    public SignIns(SecretStore store) {
        this.store = store;
    }

    /**
     * Keeps a sign-in, in place of an earlier one of the connection.
     *
     * @param connection whose
     * @param signIn what to keep; copied
     * @return whether all of it is kept; nothing is when not
     */
    public boolean keep(Connection connection, SignIn signIn) {
        String id = connection.id();
        forget(id);
        boolean kept =
                switch (signIn) {
                    case SignIn.AccessKey key -> keep(id, SECRET_KEY, key.secretKey());
                    case SignIn.TemporaryKey key ->
                            keep(id, SECRET_KEY, key.secretKey())
                                    && keep(id, TOKEN, key.token())
                                    && keep(id, EXPIRES, Secret.of(key.expires().toString()));
                    case SignIn.Password user -> keep(id, PASSWORD, user.password());
                };
        if (!kept) {
            forget(id);
        }
        return kept;
    }

    /**
     * The sign-in of a connection.
     *
     * @param connection whose
     * @return a copy that the caller closes, empty when it was not kept
     */
    public Optional<SignIn> recall(Connection connection) {
        String id = connection.id();
        return switch (connection.signIn()) {
            case ACCESS_KEY ->
                    secret(id, SECRET_KEY)
                            .map(sk -> new SignIn.AccessKey(connection.identity().accessKey(), sk));
            case TEMPORARY_KEY -> temporaryKey(connection);
            case PASSWORD ->
                    secret(id, PASSWORD)
                            .map(password ->
                                    new SignIn.Password(
                                            connection.identity().account(),
                                            connection.identity().user(),
                                            password,
                                            connection.identity().userId(),
                                            Secret.of("")));
        };
    }

    /**
     * Forgets the sign-in of a connection.
     *
     * @param connectionId whose
     */
    public void forget(String connectionId) {
        for (String part : new String[] {SECRET_KEY, TOKEN, EXPIRES, PASSWORD}) {
            store.delete(name(connectionId, part));
        }
    }

    private Optional<SignIn> temporaryKey(Connection connection) {
        String id = connection.id();
        Optional<Secret> secretKey = secret(id, SECRET_KEY);
        Optional<Secret> token = secret(id, TOKEN);
        Optional<Instant> expires = secret(id, EXPIRES).flatMap(SignIns::instant);
        if (secretKey.isEmpty() || token.isEmpty() || expires.isEmpty()) {
            secretKey.ifPresent(Secret::close);
            token.ifPresent(Secret::close);
            return Optional.empty();
        }
        return Optional.of(
                new SignIn.TemporaryKey(
                        connection.identity().accessKey(),
                        secretKey.get(),
                        token.get(),
                        expires.get()));
    }

    private static Optional<Instant> instant(Secret text) {
        try {
            return Optional.of(Instant.parse(text.text()));
        } catch (DateTimeException e) {
            return Optional.empty(); // not ours: as good as absent
        }
    }

    private boolean keep(String id, String part, Secret secret) {
        return withCopy(secret.reveal(), copy -> store.store(name(id, part), copy));
    }

    private Optional<Secret> secret(String id, String part) {
        return store.read(name(id, part)).map(copy -> withCopy(copy, Secret::of));
    }

    private static <T> T withCopy(char[] copy, Function<char[], T> use) {
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    private static String name(String connectionId, String part) {
        return "connection/" + connectionId + "/" + part;
    }
}
