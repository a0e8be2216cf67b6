package org.workspaceadmin.report;

/** The words of the user's language. */
@FunctionalInterface
public interface Wording {
    /**
     * A text.
     *
     * @param key its key, {@code report.…}
     * @param arguments for its places
     */
    String say(String key, Object... arguments);
}
