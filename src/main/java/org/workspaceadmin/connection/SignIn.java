package org.workspaceadmin.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.model.Secret;

/**
 * How somebody signs in, secrets included (api/iam-and-signing.md). Closing it wipes them; no text
 * of it shows them.
 */
public sealed interface SignIn extends AutoCloseable {
    /** Which kind. */
    SignInKind kind();

    /** Access key id, empty for a password. */
    String accessKey();

    /** Account name, empty for keys. */
    default String account() {
        return "";
    }

    /** IAM user name, empty for keys. */
    default String user() {
        return "";
    }

    /** Who signs in, without the secrets. */
    default Identity identity() {
        return Identity.key(kind(), accessKey());
    }

    /** Everything that is missing or cannot be, empty when nothing is. */
    List<InputFault> check();

    /** Wipes the secrets. */
    @Override
    void close();

    /**
     * A permanent key pair.
     *
     * @param accessKey access key id (AK), may be shown
     * @param secretKey secret key (SK)
     */
    record AccessKey(String accessKey, Secret secretKey) implements SignIn {
        /** Takes off blanks around the key id. */
        public AccessKey {
            accessKey = accessKey.strip();
        }

        /** Copies the secret key; the caller wipes its array. */
        public AccessKey(String accessKey, char[] secretKey) {
            this(accessKey, Secret.of(secretKey));
        }

        @Override
        public SignInKind kind() {
            return SignInKind.ACCESS_KEY;
        }

        @Override
        public List<InputFault> check() {
            return checkKeys(accessKey, secretKey);
        }

        @Override
        public void close() {
            secretKey.close();
        }
    }

    /**
     * A temporary key pair.
     *
     * @param accessKey access key id
     * @param secretKey secret key
     * @param token security token
     * @param expires when it ends
     */
    record TemporaryKey(String accessKey, Secret secretKey, Secret token, Instant expires)
            implements SignIn {
        /** Takes off blanks around the key id. */
        public TemporaryKey {
            accessKey = accessKey.strip();
        }

        /** Copies the secrets; the caller wipes its arrays. */
        public TemporaryKey(String accessKey, char[] secretKey, char[] token, Instant expires) {
            this(accessKey, Secret.of(secretKey), Secret.of(token), expires);
        }

        @Override
        public SignInKind kind() {
            return SignInKind.TEMPORARY_KEY;
        }

        @Override
        public List<InputFault> check() {
            List<InputFault> faults = checkKeys(accessKey, secretKey);
            if (token.isEmpty()) {
                faults.add(InputFault.of(Field.TOKEN, "tokenMissing"));
            }
            return faults;
        }

        @Override
        public void close() {
            secretKey.close();
            token.close();
        }
    }

    /**
     * An IAM user's password, with a one-time code where the user has a virtual MFA device.
     *
     * @param account account name
     * @param user IAM user name
     * @param password its password
     * @param userId the user's id; IAM wants it beside a one-time code, else empty
     * @param passcode one-time code, good for one sign-in and never kept; empty for none
     */
    record Password(String account, String user, Secret password, String userId, Secret passcode)
            implements SignIn {
        /** Takes off blanks around the names. */
        public Password {
            account = account.strip();
            user = user.strip();
            userId = userId.strip();
        }

        /** Copies the password; no one-time code. The caller wipes its array. */
        public Password(String account, String user, char[] password) {
            this(account, user, Secret.of(password), "", Secret.of(""));
        }

        @Override
        public SignInKind kind() {
            return SignInKind.PASSWORD;
        }

        @Override
        public String accessKey() {
            return "";
        }

        @Override
        public Identity identity() {
            return Identity.password(account, user, userId, !passcode.isEmpty());
        }

        @Override
        public List<InputFault> check() {
            List<InputFault> faults = new ArrayList<>();
            if (account.isEmpty()) {
                faults.add(InputFault.of(Field.ACCOUNT, "accountMissing"));
            }
            if (user.isEmpty()) {
                faults.add(InputFault.of(Field.USER, "userMissing"));
            }
            if (password.isEmpty()) {
                faults.add(InputFault.of(Field.PASSWORD, "passwordMissing"));
            }
            if (!passcode.isEmpty()) {
                if (!sixDigits(passcode)) {
                    faults.add(InputFault.of(Field.PASSCODE, "passcodeSyntax"));
                }
                if (userId.isEmpty()) {
                    faults.add(InputFault.of(Field.USER_ID, "userIdMissing"));
                }
            }
            return faults;
        }

        @Override
        public void close() {
            password.close();
            passcode.close();
        }

        private static boolean sixDigits(Secret code) {
            char[] digits = code.reveal();
            try {
                boolean all = digits.length == 6;
                for (char digit : digits) {
                    all &= digit >= '0' && digit <= '9';
                }
                return all;
            } finally {
                Arrays.fill(digits, '\0');
            }
        }
    }

    private static List<InputFault> checkKeys(String accessKey, Secret secretKey) {
        List<InputFault> faults = new ArrayList<>();
        if (accessKey.isEmpty()) {
            faults.add(InputFault.of(Field.ACCESS_KEY, "accessKeyMissing"));
        } else if (!accessKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            // It travels in a header.
            faults.add(InputFault.of(Field.ACCESS_KEY, "accessKeySyntax"));
        }
        if (secretKey.isEmpty()) {
            faults.add(InputFault.of(Field.SECRET_KEY, "secretKeyMissing"));
        }
        return faults;
    }
}
