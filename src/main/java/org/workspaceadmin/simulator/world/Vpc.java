package org.workspaceadmin.simulator.world;

import java.time.Instant;

/**
 * A private network.
 *
 * @param id its id
 * @param name its name
 * @param cidr its range
 * @param description free text
 * @param createdAt when it was made
 */
public record Vpc(String id, String name, String cidr, String description, Instant createdAt) {}
