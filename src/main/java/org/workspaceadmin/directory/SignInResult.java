package org.workspaceadmin.directory;

/** What became of one attempt to sign in to a controller. */
public sealed interface SignInResult {
    /** Over which way. */
    Way way();

    /** Ways a password can be proved without travelling in clear. */
    enum Way {
        /** A simple bind under LDAPS. */
        LDAPS,
        /** A simple bind under TLS begun on the LDAP port. */
        START_TLS,
        /** A Kerberos ticket, with integrity or confidentiality. */
        KERBEROS
    }

    /**
     * It went well.
     *
     * @param way how
     * @param who the account as the controller names it, such as {@code u:CORP\\administrator}
     */
    record SignedIn(Way way, String who) implements SignInResult {}

    /**
     * The controller refused the account; no other way is tried, since each attempt counts towards
     * its lock-out.
     *
     * @param way how
     * @param fault why
     * @param text the controller's own text
     */
    record Refused(Way way, AccountFault fault, String text) implements SignInResult {}

    /**
     * The password was not sent, or did not reach anybody who could judge it.
     *
     * @param way how
     * @param text why
     */
    record NotPossible(Way way, String text) implements SignInResult {}
}
