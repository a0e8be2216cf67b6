package org.workspaceadmin.model;

/**
 * A virtual private cloud (api/network-and-images.md section 1).
 *
 * @param id id
 * @param name at most 64 characters
 * @param cidr address range
 * @param status {@code OK} or {@code ACTIVE} when it can be used
 * @param description text, empty from Workspace's own list
 * @param enterpriseProjectId enterprise project, empty when not sent
 */
public record Vpc(
        String id,
        String name,
        String cidr,
        String status,
        String description,
        String enterpriseProjectId) {
    /** Whether it can be chosen. */
    public boolean usable() {
        return status.isEmpty()
                || status.equalsIgnoreCase("OK")
                || status.equalsIgnoreCase("ACTIVE");
    }
}
