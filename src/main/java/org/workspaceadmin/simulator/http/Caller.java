package org.workspaceadmin.simulator.http;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Project;

/**
 * Who calls.
 *
 * @param kind how the caller signed in
 * @param project the project the token is for, the one named in a signed header, or null
 */
public record Caller(Kind kind, @Nullable Project project) {
    /** How a caller signed in. */
    public enum Kind {
        /** Not at all. */
        NOBODY,
        /** By a token scoped to a project. */
        PROJECT_TOKEN,
        /** By a token scoped to the account. */
        ACCOUNT_TOKEN,
        /** By a signature. */
        SIGNATURE
    }
}
