package org.workspaceadmin.fleet.health;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;

/**
 * What the directory says of one desktop now, as it says it.
 *
 * @param objects computer objects that lay claim to its name, its own first
 * @param hostName the name its address was asked for, empty when it was not
 * @param addresses A records of that name, null when DNS was not asked or would not answer
 * @param asOf when the objects were read, null when nothing can be said
 */
public record DirectoryFacts(
        List<Computer> objects,
        String hostName,
        @Nullable Set<String> addresses,
        @Nullable Instant asOf) {
    /** Nothing can be said. */
    public static final DirectoryFacts NONE = new DirectoryFacts(List.of(), "", null, null);

    /** Copies the list and the set. */
    public DirectoryFacts {
        objects = List.copyOf(objects);
        addresses = addresses == null ? null : Set.copyOf(addresses);
    }
}
