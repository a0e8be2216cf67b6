package org.workspaceadmin.model;

/**
 * One thing an operation acts on.
 *
 * @param type desktop, user name or the service
 * @param id desktop id, user name, or project id
 * @param name what the operator reads
 */
public record Target(Type type, String id, String name) {
    /** What an operation can act on. */
    public enum Type {
        /** A desktop. */
        DESKTOP,
        /** A user name. */
        USER_NAME,
        /** The service of a project. */
        SERVICE
    }

    /** A desktop as a target. */
    public static Target of(Desktop desktop) {
        return new Target(Type.DESKTOP, desktop.id(), desktop.name());
    }
}
