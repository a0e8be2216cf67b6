package org.workspaceadmin.rules;

/** Which directory holds the users, as far as a rule depends on it. */
public enum Directory {
    /** The cloud-side directory (LITE_AD, LITE_AS). */
    LITE,
    /** The company's own Active Directory (LOCAL_AD). */
    LOCAL,
    /** Not known: only what holds for both is an error. */
    UNKNOWN
}
