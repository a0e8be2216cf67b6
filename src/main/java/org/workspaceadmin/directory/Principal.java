package org.workspaceadmin.directory;

/**
 * Somebody with a security identifier: a user or a group.
 *
 * @param sid such as {@code S-1-5-21-1-2-3-512}, empty when not told
 * @param name its {@code sAMAccountName}, empty when the domain knows nobody with that identifier
 * @param administrator whether it is Domain Admins, Enterprise Admins or the built-in
 *     Administrators, or belongs to one of them, nested groups included
 */
public record Principal(String sid, String name, boolean administrator) {
    /** Nobody known. */
    public static final Principal UNKNOWN = new Principal("", "", false);

    /** Whether anything is known. */
    public boolean known() {
        return !sid.isEmpty();
    }

    /** The name, else the identifier. */
    public String label() {
        return name.isEmpty() ? sid : name;
    }
}
