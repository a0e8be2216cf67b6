package org.workspaceadmin.simulator.world;

/**
 * A project of the account.
 *
 * @param id 32 hexadecimal digits
 * @param name the region for the main project, else {@code region_name}
 * @param description free text
 * @param fleet its desktops
 * @param service its Workspace service
 */
public record Project(
        String id, String name, String description, Fleet fleet, ServiceState service) {}
