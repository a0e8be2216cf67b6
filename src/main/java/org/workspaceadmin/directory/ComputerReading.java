package org.workspaceadmin.directory;

import java.time.Instant;
import java.util.List;

/**
 * All computer objects of a domain as read once, completely.
 *
 * @param at when the reading began
 * @param controller address of the controller that told them
 * @param domain the domain's DNS name as the controller tells it
 * @param baseDn the same as a distinguished name
 * @param account the account that read them
 * @param computers in the controller's order
 * @param containers where computer objects can be
 */
public record ComputerReading(
        Instant at,
        String controller,
        String domain,
        String baseDn,
        Principal account,
        List<Computer> computers,
        List<Container> containers) {
    /** Copies the lists. */
    public ComputerReading {
        computers = List.copyOf(computers);
        containers = List.copyOf(containers);
    }
}
