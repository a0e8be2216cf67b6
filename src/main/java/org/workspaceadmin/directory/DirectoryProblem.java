package org.workspaceadmin.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the directory could not be read.
 *
 * @param kind what kind of reason
 * @param controller address of the controller it concerns, empty when all of them
 * @param fault why the account was refused, null when it was not
 * @param text what was seen, for the eyes
 * @param at when
 */
public record DirectoryProblem(
        Kind kind, String controller, @Nullable AccountFault fault, String text, Instant at) {
    /** Kinds of reasons. */
    public enum Kind {
        /** No controller answers: off the company's network, or all are down. */
        UNREACHABLE,
        /** One answers, but there is no way to sign in without risking the password. */
        NO_SAFE_WAY,
        /** The account was refused; it is not tried again on its own. */
        REFUSED,
        /** The password is empty or was wiped meanwhile, so nothing was sent. */
        NO_PASSWORD,
        /** The controller is of another domain. */
        OTHER_DOMAIN,
        /** Signed in, but the controller did not answer the question to its end. */
        NOT_READ,
        /** There are more objects than anybody has; reading stopped. */
        TOO_MANY,
        /** It took longer than it may. */
        TIMED_OUT
    }
}
