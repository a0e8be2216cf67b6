package org.workspaceadmin.connection.secret;

/** For how long a secret is kept. */
public enum Kept {
    /** In the system's key store: it outlives the program. */
    LASTING,
    /** In memory: until the program ends. */
    SESSION,
    /** Not at all. */
    NOT;

    /** Whether it can be had again now. */
    public boolean kept() {
        return this != NOT;
    }

    /**
     * What may be said of several secrets that belong together.
     *
     * @param other the other one's
     * @return the shorter of the two
     */
    public Kept and(Kept other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
