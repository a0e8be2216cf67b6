package org.workspaceadmin.connection.policy;

/**
 * Something about the administrator file that its administrator should know. The program goes on
 * without the part it is about.
 *
 * @param kind what is wrong
 * @param file the file
 * @param detail the field or entry it is about, empty for the whole file; never a value
 */
public record PolicyWarning(Kind kind, String file, String detail) {
    /** What can be wrong; the message bundles hold {@code policy.warning.<kind>}. */
    public enum Kind {
        /** Others than its owner may write to the file or its folder: it is ignored. */
        WRITABLE_BY_OTHERS,
        /** It is there but cannot be read: it is ignored. */
        NO_ACCESS,
        /** It is not JSON, or not of this kind: it is ignored. */
        NOT_UNDERSTOOD,
        /** It was written for a newer version: it is ignored. */
        NEWER,
        /** It holds something that looks like a secret: it is ignored. */
        SECRET_INSIDE,
        /** A field this version does not know. */
        UNKNOWN_FIELD,
        /** A field whose value makes no sense; it counts as missing. */
        BAD_VALUE,
        /** An entry that is no connection; it is left out. */
        BAD_CONNECTION
    }
}
