package org.workspaceadmin.directory;

import java.time.Instant;
import java.util.List;

/**
 * Computer objects that deserve a look before names are given out again.
 *
 * @param at when they were read
 * @param matching how many objects have a name of the pattern
 * @param duplicates objects that share a name with another one; in order of the name
 * @param stale enabled objects whose password is older than asked for, the oldest first
 */
public record ObjectReport(
        Instant at, int matching, List<Duplicate> duplicates, List<Computer> stale) {
    /** Copies the lists. */
    public ObjectReport {
        duplicates = List.copyOf(duplicates);
        stale = List.copyOf(stale);
    }

    /**
     * Objects with one name.
     *
     * @param name in lower case
     * @param computers two or more
     */
    public record Duplicate(String name, List<Computer> computers) {
        /** Copies the list. */
        public Duplicate {
            computers = List.copyOf(computers);
        }
    }
}
