package org.workspaceadmin.ui.desktops;

/**
 * Something in the filter line that was not understood, told gently under it.
 *
 * @param kind what
 * @param word the word in question
 */
record FilterHint(Kind kind, String word) {
    /** Kinds; the message bundles hold {@code desktops.filter.hint.<name>}. */
    enum Kind {
        /** No field of that name; looked for as text. */
        UNKNOWN_FIELD,
        /** No state of that name; nothing matches. */
        UNKNOWN_VALUE,
        /** Not a date; ignored. */
        UNREADABLE_DATE
    }
}
