package org.workspaceadmin.connection;

/**
 * Who a connection signs in as, without secrets (api/iam-and-signing.md).
 *
 * @param kind by key or by password
 * @param accessKey access key id, empty for a password
 * @param account account name, empty for keys
 * @param user IAM user name, empty for keys
 * @param userId IAM user id, needed beside a one-time code and remembered from an earlier token;
 *     empty while not known
 * @param oneTimeCode whether every sign-in needs a fresh one-time code, so that the program has to
 *     ask for it
 */
public record Identity(
        SignInKind kind,
        String accessKey,
        String account,
        String user,
        String userId,
        boolean oneTimeCode) {
    /**
     * Signs in by key.
     *
     * @param kind permanent or temporary
     * @param accessKey access key id
     */
    public static Identity key(SignInKind kind, String accessKey) {
        return new Identity(kind, accessKey, "", "", "", false);
    }

    /**
     * Signs in by password.
     *
     * @param account account name
     * @param user IAM user name
     * @param userId IAM user id, empty when not known
     * @param oneTimeCode whether a one-time code is needed each time
     */
    public static Identity password(
            String account, String user, String userId, boolean oneTimeCode) {
        return new Identity(SignInKind.PASSWORD, "", account, user, userId, oneTimeCode);
    }
}
