package org.workspaceadmin.simulator.world;

/**
 * A user of desktops.
 *
 * @param id user id
 * @param sid Workspace's own security id
 * @param name logon name without domain
 * @param fullName as in the company's directory
 * @param description free text, in part Chinese
 * @param department department code
 * @param locked locked out
 */
public record Person(
        String id,
        String sid,
        String name,
        String fullName,
        String description,
        String department,
        boolean locked) {}
