package org.workspaceadmin.connection.transfer;

/**
 * A file that could not be taken into account. Holds nothing of its content.
 *
 * @param where its path
 * @param reason why
 */
public record Unreadable(String where, Reason reason) {
    /** Why; the message bundles hold {@code connection.import.unreadable.<reason>}. */
    public enum Reason {
        /** Something names the file, but it is not there. */
        MISSING,
        /** It is there, but may not be read. */
        NO_ACCESS,
        /** It is far larger than such a file can be. */
        TOO_LARGE,
        /** Its content is not of the form the file should have. */
        NOT_UNDERSTOOD,
        /** What names it is no path. */
        NOT_A_PATH
    }
}
