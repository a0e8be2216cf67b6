package org.workspaceadmin.operation;

import java.util.Collection;
import java.util.Map;

/** Which names a fleet has, from memory. Thread-safe; must not block. */
public interface KnownNames {
    /** Nothing known. */
    KnownNames NONE = new KnownNames() {};

    /**
     * Which of these computer names desktops bear.
     *
     * @param names compared ignoring case
     * @return the id of the desktop, by its name in lower case
     */
    default Map<String, String> desktops(Collection<String> names) {
        return Map.of();
    }

    /**
     * How many desktops these users have.
     *
     * @param names compared ignoring case
     * @return the number, by the user's name in lower case; names without desktops are missing
     */
    default Map<String, Integer> users(Collection<String> names) {
        return Map.of();
    }
}
