package org.workspaceadmin.directory;

/** What a check came to. */
public enum Verdict {
    /** As it has to be. */
    GOOD,
    /** It works, or may; somebody should look. */
    ATTENTION,
    /** It will not work like this. */
    BAD,
    /** Nothing can be said, with the reason. */
    UNKNOWN,
    /** Not looked at, on purpose. */
    SKIPPED
}
