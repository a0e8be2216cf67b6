package org.workspaceadmin.cloud;

import java.time.Instant;
import org.workspaceadmin.model.Secret;

/** How a connection signs in (api/iam-and-signing.md). Secrets are never part of a text. */
public sealed interface Credentials {
    /**
     * A permanent key pair; requests are signed.
     *
     * @param ak access key id, may be shown
     * @param sk secret key
     */
    record AccessKey(String ak, Secret sk) implements Credentials {
        /** Copies the secret key. */
        public AccessKey(String ak, char[] sk) {
            this(ak, Secret.of(sk));
        }
    }

    /**
     * A temporary key pair; requests are signed and carry the security token.
     *
     * @param ak access key id
     * @param sk secret key
     * @param token security token
     * @param expiry when it ends
     */
    record TemporaryKey(String ak, Secret sk, Secret token, Instant expiry) implements Credentials {
        /** Copies the secrets. */
        public TemporaryKey(String ak, char[] sk, char[] token, Instant expiry) {
            this(ak, Secret.of(sk), Secret.of(token), expiry);
        }
    }

    /**
     * An IAM user's password; a token is fetched and renewed.
     *
     * @param account account (domain) name
     * @param user IAM user name
     * @param password its password
     * @param userId the user's id, needed with a one-time code, else empty
     * @param passcode one-time code of a virtual MFA device, else empty
     */
    record Password(String account, String user, Secret password, String userId, Secret passcode)
            implements Credentials {
        /** Copies the password; no one-time code. */
        public Password(String account, String user, char[] password) {
            this(account, user, Secret.of(password), "", Secret.of(""));
        }

        /** Copies the password; with a one-time code. */
        public Password(
                String account, String user, char[] password, String userId, char[] passcode) {
            this(account, user, Secret.of(password), userId, Secret.of(passcode));
        }
    }
}
