package org.workspaceadmin.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the directory knows of a user name.
 *
 * @param asked the name as it was asked for
 * @param exists whether a user has it as {@code sAMAccountName}, ignoring case, or as the first
 *     part of its principal name
 * @param accountName the exact spelling of its {@code sAMAccountName}, empty when none exists
 * @param byPrincipalName whether only the principal name fits, so that the account is called
 *     differently from what was asked
 * @param domain DNS name of the domain it is in, empty when none exists
 * @param distinguishedName where it is, empty when none exists
 * @param sid its SID, empty when none exists
 * @param disabled whether it is disabled
 * @param locked whether it is locked now
 * @param expired whether the account has expired
 * @param passwordExpired whether its password has expired or must be changed
 * @param expires when the account expires or expired, null for never
 */
public record AccountAnswer(
        String asked,
        boolean exists,
        String accountName,
        boolean byPrincipalName,
        String domain,
        String distinguishedName,
        String sid,
        boolean disabled,
        boolean locked,
        boolean expired,
        boolean passwordExpired,
        @Nullable Instant expires) {
    /** Longest {@code sAMAccountName} of a user, in UTF-16 code units. */
    public static final int LONGEST = 20;

    /** Nobody has the name. */
    static AccountAnswer none(String asked) {
        return new AccountAnswer(
                asked, false, "", false, "", "", "", false, false, false, false, null);
    }

    /** Whether the name is longer than any {@code sAMAccountName} of a user can be. */
    public boolean tooLong() {
        return asked.length() > LONGEST;
    }

    /** Whether an account exists and is spelled exactly as it was asked for. */
    public boolean exact() {
        return exists && accountName.equals(asked);
    }

    /** Whether somebody can sign in with it now, as far as the directory tells. */
    public boolean usable() {
        return exists && !disabled && !locked && !expired;
    }
}
