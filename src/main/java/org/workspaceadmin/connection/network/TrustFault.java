package org.workspaceadmin.connection.network;

import org.workspaceadmin.cloud.Trust;

/**
 * Something about whom to trust that is not as it should be. Never a reason not to start.
 *
 * @param source which source of anchors
 * @param name the file or the store
 * @param kind what is wrong
 * @param detail a certificate's name, a number or the system's text; may be empty
 */
public record TrustFault(Trust.Source source, String name, Kind kind, String detail) {
    /** What can be wrong. */
    public enum Kind {
        /** The file does not exist. */
        MISSING,
        /** The file or the store cannot be read; the detail is the system's text. */
        UNREADABLE,
        /** There is no certificate in it. */
        NO_CERTIFICATE,
        /** A block of the file is no certificate; the detail is its number, from 1. */
        DAMAGED,
        /** A certificate has run out and is not used; the detail is its name. */
        EXPIRED,
        /** A certificate is not valid yet and is not used; the detail is its name. */
        NOT_YET_VALID
    }
}
