package org.workspaceadmin.connection.transfer;

import java.util.List;

/**
 * Everything that was found. Closing it wipes the secrets of all of it; what is taken is copied
 * before, by {@link Found#signIn}.
 *
 * @param found what could become a connection
 * @param unreadable the files that could not be read; the others were
 */
public record Findings(List<Found> found, List<Unreadable> unreadable) implements AutoCloseable {
    /** Copies the lists. */
    public Findings {
        found = List.copyOf(found);
        unreadable = List.copyOf(unreadable);
    }

    @Override
    public void close() {
        found.forEach(Found::close);
    }
}
