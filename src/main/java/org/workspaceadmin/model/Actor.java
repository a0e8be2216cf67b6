package org.workspaceadmin.model;

/**
 * Who acts on a connection, as far as it is known.
 *
 * @param kind how the name is to be read
 * @param name the name, empty for {@link Kind#PROGRAM}
 */
public record Actor(Kind kind, String name) {
    /** Nobody is signed in: the program itself, such as at its start. */
    public static final Actor PROGRAM = new Actor(Kind.PROGRAM, "");

    /** Where a name comes from; the journal stores these names. */
    public enum Kind {
        /** A user signed in with a password: account, slash, user. */
        USER,
        /** The caller that STS names for a key: a principal's URN. */
        CALLER,
        /** Only the id of the access key is known. */
        ACCESS_KEY,
        /** The program itself. */
        PROGRAM
    }

    /**
     * A user who signed in with a password.
     *
     * @param account the account's name
     * @param user the user's name
     */
    public static Actor user(String account, String user) {
        return new Actor(Kind.USER, account.isEmpty() ? user : account + "/" + user);
    }

    /**
     * Who signs by a key, once STS said so.
     *
     * @param caller the answer of STS
     */
    public static Actor caller(CallerIdentity caller) {
        return new Actor(Kind.CALLER, caller.principalUrn());
    }

    /**
     * Who signs by a key, before or without an answer of STS.
     *
     * @param accessKey the key's id, which is no secret
     */
    public static Actor accessKey(String accessKey) {
        return new Actor(Kind.ACCESS_KEY, accessKey);
    }
}
