package org.workspaceadmin.journal;

/**
 * From where something was done.
 *
 * @param host the computer's name, empty when not known
 * @param user the user's name on the computer, empty when not known
 */
public record Machine(String host, String user) {
    /** Nothing is known. */
    public static final Machine UNKNOWN = new Machine("", "");
}
