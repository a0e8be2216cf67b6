package org.workspaceadmin.connection.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.model.Secret;

/**
 * Something that could become a connection, shown before it is taken. Closing it wipes its secrets.
 *
 * @param origin where it was found
 * @param profile the name it has there, empty where there are no names
 * @param draft where it goes, as far as that is said; its name is empty when the place has none
 *     worth keeping
 * @param identity who signs in
 * @param secret secret key or password, empty when none was found
 * @param token security token, empty when none was found
 * @param notes what the operator should know about it
 */
public record Found(
        Origin origin,
        String profile,
        ConnectionDraft draft,
        Identity identity,
        Secret secret,
        Secret token,
        Set<Note> notes)
        implements AutoCloseable {
    /** No temporary key lives longer (api/iam-and-signing.md section 3). */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** Copies the notes. */
    public Found {
        notes = Set.copyOf(notes);
    }

    /** What there is to say; the message bundles hold {@code connection.import.note.<note>}. */
    public enum Note {
        /** KooCLI keeps its keys encrypted, so neither key id nor secret could be taken. */
        ENCRYPTED,
        /** The secret is not there and has to be entered. */
        SECRET_MISSING,
        /** No region is named; it has to be chosen. */
        REGION_MISSING,
        /** The region named is not one this program knows. */
        REGION_UNKNOWN,
        /** Temporary keys: they end within a day, when exactly is not said. */
        TEMPORARY,
        /** The profile uses an agency or single sign-on, which this program does not have. */
        OTHER_SIGN_IN,
        /** The tool's own choice when no profile is named. */
        CURRENT
    }

    /** Region id, empty when not said. */
    public String region() {
        return draft.region();
    }

    /** Project id, empty when not said. */
    public String projectId() {
        return draft.projectId();
    }

    /** Access key id, empty for a password or when it could not be read. */
    public String accessKey() {
        return identity.accessKey();
    }

    /** Whether a secret key or password was found. */
    public boolean hasSecret() {
        return !secret.isEmpty();
    }

    /** Whether a security token was found. */
    public boolean hasToken() {
        return !token.isEmpty();
    }

    /**
     * The sign-in it holds.
     *
     * @param clock for temporary keys, whose end is not said: a day from now at the latest
     * @return a copy that the caller closes, empty when the secret or the key id is missing
     */
    public Optional<SignIn> signIn(InstantSource clock) {
        if (!hasSecret() || (identity.kind() != SignInKind.PASSWORD && accessKey().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (identity.kind()) {
                    case ACCESS_KEY -> new SignIn.AccessKey(accessKey(), copy(secret));
                    case TEMPORARY_KEY ->
                            new SignIn.TemporaryKey(
                                    accessKey(),
                                    copy(secret),
                                    copy(token),
                                    clock.instant().plus(LONGEST_LIFE));
                    case PASSWORD ->
                            new SignIn.Password(
                                    identity.account(),
                                    identity.user(),
                                    copy(secret),
                                    identity.userId(),
                                    Secret.of(""));
                });
    }

    /** Wipes the secrets. */
    @Override
    public void close() {
        secret.close();
        token.close();
    }

    Found noting(Note note) {
        Set<Note> more = EnumSet.of(note);
        more.addAll(notes);
        return new Found(origin, profile, draft, identity, secret, token, more);
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.reveal();
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
